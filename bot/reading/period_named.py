"""A period named within a sentence about something else: "xã Vân Trà kỳ 6 tháng". Pure."""

import re
from dataclasses import dataclass

from bot.model.period import Span
from bot.reading.cut import without
from bot.reading.period_span import spans, years
from knowledge.fold import plain

_WORDS = re.compile(
    r"\b(?:trong|cua|o)? ?(?:ky|ki|dot)\b(?: bao cao\b)?|\b(?:0?6|sau) ?(?:thang|t|th)\b(?: dau nam\b)?|\bnua dau nam\b"
    r"|\b(?:0?9|chin) ?(?:thang|t|th)\b|\b(?:quy|qui|q) ?(?:[1-4]|iv|i{1,3})\b|\bca nam\b"
    r"|\bnam (?:20\d\d|nay|ngoai|roi|truoc|sau)\b|\bnam$|(?<!\d)20\d\d(?!\d)"
)
LAST = re.compile(r"\b(?:cua )?(?:ky|ki|dot) (?:truoc|vua roi|vua qua|roi)\b")
"""The period that was over last, in plain letters."""


@dataclass(frozen=True, slots=True)
class PeriodNamed:
    """What was said of a period, None where nothing was, and the text without it, as it was typed."""

    span: Span | None
    year: int | None
    rest: str

    @property
    def said(self) -> bool:
        """Whether a period was named."""
        return self.span is not None or self.year is not None


def period_named(text: str, this_year: int) -> PeriodNamed:
    """Returns the period that a text names, and what is left of the text. Two of them are none."""
    said = " ".join(text.split())
    low = plain(said)
    words = " ".join(found[0] for found in _WORDS.finditer(low)).replace("nam truoc", "nam ngoai")
    found, year_said = spans(words), years(words, this_year)
    return PeriodNamed(
        span=next(iter(found)) if len(found) == 1 else None,
        year=next(iter(year_said)) if len(year_said) == 1 else None,
        rest=without(said, _WORDS).strip(" ,.:;?!"),
    )
