"""An invitation to a role, known by the hash of its code only."""

from dataclasses import dataclass
from datetime import datetime

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

    def open(self, now: datetime) -> bool:
        """Returns whether the code can still be used."""
        return self.used is None and now < self.expires
