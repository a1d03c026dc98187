"""What the engine is told from outside at every step: it has no clock and reads nothing."""

from dataclasses import dataclass
from datetime import date

from bot.model.figure import Figure
from bot.model.period import Period


@dataclass(frozen=True, slots=True)
class Known:
    """The unit, the period, who answers, and what was reported before.

    ``previous`` are the figures of the unit's last period, ``half`` those of the first half of the same year (for a
    report on the whole year). ``by`` is the person who answers. ``last_day`` is the unit's own deadline.
    """

    unit: str
    members: int | None
    period: Period
    last_day: date
    today: date
    by: str
    office: str
    previous: tuple[Figure, ...] = ()
    half: tuple[Figure, ...] = ()

    def before(self, field: str) -> Figure | None:
        """Returns what the last period held for a field, None when it held no value."""
        return next((figure for figure in self.previous if figure.field == field and figure.value is not None), None)
