"""A wave of reminders: all that are reminded on one day, so and so far from a last day."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave of a period, ``days`` after ``last_day`` (before it: negative).

    The last day belongs to what it is: a deadline that is put off has waves of its own.
    """

    period: str
    last_day: date
    days: int

    @property
    def day(self) -> date:
        """The day on which it goes out."""
        return self.last_day + timedelta(days=self.days)

    @property
    def name(self) -> str:
        """What it is called among the waves of its period: "2026-05-31:-3"."""
        return f"{self.last_day.isoformat()}:{self.days}"


def wave_named(period: str, name: str) -> Wave | None:
    """Returns the wave with this name, None for what names none."""
    day, _, days = name.rpartition(":")
    try:
        return Wave(period, date.fromisoformat(day), int(days))
    except ValueError:
        return None
