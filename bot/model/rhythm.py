"""When the association reminds: on which days around a last day, at what time, and when it is quiet. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from bot.model.quiet import Quiet
from bot.model.wave import Wave

DAYS = (-14, -7, -3, -1, 0, 1, 3)
"""Days before (negative) and after a last day, where nothing else is set."""

QUIET = Quiet()

GRACE = timedelta(hours=24)
"""So much later a wave still goes out; one that was missed for longer is skipped, and that is said."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The days of waves, their time of day, and the quiet hours, all in the association's zone."""

    days: tuple[int, ...] = DAYS
    at: time = time(8)
    quiet: Quiet = QUIET
    zone: tzinfo = timezone(timedelta(hours=7))

    def moment(self, wave: Wave) -> datetime:
        """Returns when a wave is due."""
        return datetime.combine(wave.day, self.at, self.zone)

    def spoken(self, at: datetime) -> datetime:
        """Returns when it may be spoken that falls due at this time: at once, else after the quiet hours."""
        return self.quiet.until(at.astimezone(self.zone))

    def day_of(self, at: datetime) -> date:
        """Returns the association's day at a time."""
        return at.astimezone(self.zone).date()

    def morning(self, day: date) -> datetime:
        """Returns when a day of the association begins."""
        return datetime.combine(day, time(), self.zone)

    def reminds_on(self, day: date, last_day: date) -> bool:
        """Returns whether a day has a wave of this last day."""
        return (day - last_day).days in self.days
