"""A period as somebody proposes it, before it is there or changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.period import LevelDeadline, Span, period_id, period_title


class Flaw(StrEnum):
    """Why it cannot be done so. FAR: not in the period's year nor the one after it."""

    PAST = "past"
    FAR = "far"
    AFTER_DEADLINE = "after the deadline"


@dataclass(frozen=True, slots=True)
class Opening:
    """Which time, on which forms, until when, and which levels earlier."""

    span: Span
    year: int
    forms: tuple[str, ...]
    deadline: date
    levels: tuple[LevelDeadline, ...] = ()

    @property
    def id(self) -> str:
        """The id of the period that it would be."""
        return period_id(self.span, self.year)

    @property
    def title(self) -> str:
        """What people call it."""
        return period_title(self.span, self.year)

    def flaw(self, today: date) -> tuple[Flaw, date, str] | None:
        """Returns what is wrong first, with its day and its level ("" for the whole); None for nothing."""
        days = [("", self.deadline), *((one.level, one.day) for one in self.levels)]
        for level, day in days:
            if day < today:
                return Flaw.PAST, day, level
            if day.year not in (self.year, self.year + 1):
                return Flaw.FAR, day, level
            if day > self.deadline:
                return Flaw.AFTER_DEADLINE, day, level
        return None
