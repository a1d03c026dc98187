"""A day as it stands in a text."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayMark:
    """Day and month, the year where it was said, and the weekday where it was said (0 is Monday).

    ``start`` and ``end`` are its place in the text. ``day`` is 0 for the last day of the month.
    """

    start: int
    end: int
    text: str
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """Returns the date in the year that was said, else in this one; None when there is no such day."""
        year = self.year or year
        if not 1 <= self.month <= 12:
            return None
        last = monthrange(year, self.month)[1]
        day = self.day or last
        return date(year, self.month, day) if 1 <= day <= last else None
