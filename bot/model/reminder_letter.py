"""What a reminder that waits to be sent is about: it stands in its key. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.model.period import Period
from bot.model.watch import last_days
from bot.model.wave import wave_named

CLOSING = "dong"
"""The occasion that is told of a closed period begins with this; any other is over when the period is closed."""
OVER = "@"
"""Stands before a unit of which the letter is no reminder: a list for whoever looks after it."""

_PREFIX = "nhac:"


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """A letter to one person about some units in a period. ``occasion`` names the wave, the news, the officer's day."""

    period: str
    occasion: str
    units: tuple[str, ...]
    person: str

    @property
    def key(self) -> str:
        """The idempotency key: the same person is told of the same units once on an occasion."""
        return f"{_PREFIX}{'|'.join((self.period, self.occasion, '+'.join(self.units), self.person))}"

    @property
    def asks(self) -> bool:
        """Whether it asks for reports, and is no list."""
        return not any(unit.startswith(OVER) for unit in self.units)

    def over(self, period: Period | None) -> bool:
        """Returns whether its occasion is: the period was closed, or its last day is another one now."""
        if period is None or (period.closed is not None) != self.occasion.startswith(f"{CLOSING}:"):
            return True
        wave = wave_named(self.period, self.occasion)
        return wave is not None and wave.last_day not in last_days(period)

    def holds(self, period: Period | None, settled: Collection[str], written: date, today: date) -> bool:
        """Returns whether it is still true: of this day, of the days that it names, and of all its units.

        ``settled`` are units that owe nothing any more.
        """
        return not self.over(period) and written == today and not (self.asks and set(self.units) & set(settled))


def reminder_letter(key: str) -> ReminderLetter | None:
    """Returns the letter that a key stands for, None for one that is no reminder."""
    parts = key.removeprefix(_PREFIX).split("|", 3)
    if not key.startswith(_PREFIX) or len(parts) != 4:
        return None
    period, occasion, units, person = parts
    return ReminderLetter(period, occasion, tuple(units.split("+")), person)
