"""The hours in which nobody is disturbed. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta


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
