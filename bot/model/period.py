"""A reporting period (kỳ báo cáo): what is asked for which time, and until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Span(StrEnum):
    """What time a period reports on."""

    HALF = "6T"
    YEAR = "N"
    QUARTER1 = "Q1"
    QUARTER2 = "Q2"
    QUARTER3 = "Q3"
    QUARTER4 = "Q4"
    NINE = "9T"


@dataclass(frozen=True, slots=True)
class LevelDeadline:
    """An earlier last day for the units of one level."""

    level: str
    day: date


class PeriodState(StrEnum):
    """OPEN; CLOSING: the deadline has passed, late reports are taken and marked; CLOSED: only an officer changes."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Period:
    """A period, e.g. "6T-2026". ``deadline`` is its last day; a level may have an earlier one."""

    id: str
    title: str
    span: Span
    year: int
    forms: tuple[str, ...]
    deadline: date
    levels: tuple[LevelDeadline, ...]
    opened: datetime
    opened_by: str
    closed: datetime | None = None

    def last_day(self, level: str) -> date:
        """Returns the last day for units of a level."""
        return next((one.day for one in self.levels if one.level == level), self.deadline)

    def state(self, today: date) -> PeriodState:
        """Returns whether it still takes reports."""
        if self.closed is not None:
            return PeriodState.CLOSED
        return PeriodState.OPEN if today <= self.deadline else PeriodState.CLOSING


def period_id(span: Span, year: int) -> str:
    """Returns the id of a period: "6T-2026"."""
    return f"{span.value}-{year}"


def period_title(span: Span, year: int) -> str:
    """Returns what people call it: "6 tháng đầu năm 2026"."""
    return f"{_TITLES[span]} {year}"


_TITLES = {
    Span.HALF: "6 tháng đầu năm",
    Span.YEAR: "năm",
    Span.NINE: "9 tháng năm",
    Span.QUARTER1: "quý I năm",
    Span.QUARTER2: "quý II năm",
    Span.QUARTER3: "quý III năm",
    Span.QUARTER4: "quý IV năm",
}
