"""Which months of its year a period reports on. Pure."""

from calendar import monthrange
from datetime import date

from bot.model.period import Span

MONTHS = {
    Span.QUARTER1: (1, 3),
    Span.QUARTER2: (4, 6),
    Span.HALF: (1, 6),
    Span.QUARTER3: (7, 9),
    Span.NINE: (1, 9),
    Span.QUARTER4: (10, 12),
    Span.YEAR: (1, 12),
}
"""The first and the last month."""


def months(span: Span) -> int:
    """Returns how many months it is."""
    first, last = MONTHS[span]
    return last - first + 1


def end(span: Span, year: int) -> date:
    """Returns the last day of the time that is reported on."""
    month = MONTHS[span][1]
    return date(year, month, monthrange(year, month)[1])
