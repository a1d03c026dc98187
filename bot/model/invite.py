"""An invitation to a role, known by the hash of its code only."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from bot.model.role import RoleKind


@dataclass(frozen=True, slots=True)
class Invite:
    """Who holds the code may take the role once, until ``expires``. ``used`` is when that happened."""

    hash: str
    kind: RoleKind
    unit: str
    made: datetime
    expires: datetime
    used: datetime | None = None
    by: str = ""

    def last_day(self, zone: tzinfo | None) -> date:
        """Returns the last day on which the code can be used."""
        return (self.expires.astimezone(zone) - timedelta(microseconds=1)).date()

    def over(self, now: datetime) -> "Invite":
        """Returns the invite as one that nobody can use from now on."""
        return replace(self, expires=min(self.expires, now))

    def open(self, now: datetime) -> bool:
        """Returns whether the code can still be used."""
        return self.used is None and now < self.expires


def end_of(day: date, zone: tzinfo | None) -> datetime:
    """Returns when codes expire whose last day this is."""
    return datetime.combine(day + timedelta(days=1), time(), zone)
