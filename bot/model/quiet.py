"""The hours in which nobody is disturbed. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from re import fullmatch


@dataclass(frozen=True, slots=True)
class Quiet:
    """From ``start`` until ``end`` of the next morning, in the zone of the times that are asked about."""

    start: time = time(21)
    end: time = time(6)

    def until(self, at: datetime) -> datetime:
        """Returns when it may be spoken: ``at`` itself outside the quiet hours, else their end."""
        clock = at.timetz().replace(tzinfo=None)
        over_midnight = self.start > self.end
        quiet = clock >= self.start or clock < self.end if over_midnight else self.start <= clock < self.end
        if not quiet:
            return at
        end = at.replace(hour=self.end.hour, minute=self.end.minute, second=0, microsecond=0)
        return end if end > at else end + timedelta(days=1)


NEVER = Quiet(time(0), time(0))
"""No quiet hours."""


def quiet_from(said: str) -> Quiet:
    """Returns the hours that are written as "21:00-6:00"; the same time twice is no time. Raises ValueError."""
    found = fullmatch(r"\s*(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)\s*", said)
    if found is None:
        raise ValueError("the hours are written as 21:00-6:00")
    hour, minute, last_hour, last_minute = (int(part) for part in found.groups())
    return Quiet(time(hour, minute), time(last_hour, last_minute))
