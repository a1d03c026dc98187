"""A period named within a sentence about something else: "xã Vân Trà kỳ 6 tháng". Pure."""

import re
import unicodedata
from dataclasses import dataclass

from bot.model.period import Span
from bot.reading.period_span import spans, years
from knowledge.fold import plain

_WORDS = re.compile(
    r"\b(?:trong|cua|o)? ?(?:ky|ki|dot)\b(?: bao cao\b)?|\b(?:0?6|sau) ?(?:thang|t|th)\b(?: dau nam\b)?|\bnua dau nam\b"
    r"|\b(?:0?9|chin) ?(?:thang|t|th)\b|\b(?:quy|qui|q) ?(?:[1-4]|iv|i{1,3})\b|\bca nam\b"
    r"|\bnam (?:20\d\d|nay|ngoai|roi|truoc|sau)\b|\bnam$|(?<!\d)20\d\d(?!\d)"
)


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
    said = " ".join(unicodedata.normalize("NFC", text).split())
    low = plain(said)
    said = said if len(said) == len(low) else low
    words = " ".join(found[0] for found in _WORDS.finditer(low)).replace("nam truoc", "nam ngoai")
    found, year_said = spans(words), years(words, this_year)
    rest = said
    for mark in reversed(list(_WORDS.finditer(low))):
        rest = f"{rest[: mark.start()]} {rest[mark.end() :]}"
    return PeriodNamed(
        span=next(iter(found)) if len(found) == 1 else None,
        year=next(iter(year_said)) if len(year_said) == 1 else None,
        rest=" ".join(rest.split()).strip(" ,.:;?!"),
    )
