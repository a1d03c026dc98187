"""Which time a folded sentence speaks of: half a year, nine months, a quarter, a whole year; and which year. Pure."""

import re

from bot.model.period import Span

_SECOND_HALF = re.compile(r"\b(?:0?6|sau) ?(?:thang|t|th) (?:cuoi|sau)\b|\bnua (?:cuoi nam|nam cuoi|nam sau|sau nam)\b")
_HALF = re.compile(r"\b(?:0?6|sau) ?(?:thang|t|th)\b|\bnua (?:dau )?nam\b|\bban nien\b|\b6t(?=20\d\d)")
_NINE = re.compile(r"\b(?:0?9|chin) ?(?:thang|t|th)\b|\b9t(?=20\d\d)")
_QUARTER = re.compile(r"\b(?:quy|qui|q) ?(?P<name>[1-4]|iv|i{1,3}|mot|nhat|hai|nhi|ba|tu|bon)\b")
_QUARTERS = {
    **dict.fromkeys(("1", "i", "mot", "nhat"), Span.QUARTER1),
    **dict.fromkeys(("2", "ii", "hai", "nhi"), Span.QUARTER2),
    **dict.fromkeys(("3", "iii", "ba"), Span.QUARTER3),
    **dict.fromkeys(("4", "iv", "tu", "bon"), Span.QUARTER4),
}
_WHOLE_YEAR = re.compile(r"\b(?:ca|tron|tong ket) nam\b|\b12 ?(?:thang|t)\b")
_YEAR = re.compile(
    r"\b(?:ca|tron|mot|1) nam\b|\b12 ?(?:thang|t)\b|\b(?:tong ket|bao cao|ky|ki|dot|cuoi) (?:ca )?nam\b"
    r"|\bn ?-? ?(?=20\d\d)|\bnam (?=20\d\d)|\bnam (?:nay|sau|toi)\b"
)
_FOUR_DIGITS = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TWO_DIGITS = re.compile(r"\bnam '?(2\d)\b(?![./-])")
_SPOKEN = {
    0: re.compile(r"\bnam nay\b"),
    1: re.compile(r"\b(?:nam sau|nam toi|sang nam)\b"),
    -1: re.compile(r"\b(?:nam ngoai|nam roi)\b"),
}


def spans(text: str) -> frozenset[Span]:
    """Returns the spans that a text names, its days blotted out. "năm 2026" is one where nothing else is."""
    quarters = {_QUARTERS[found["name"]] for found in _QUARTER.finditer(text)}
    half = {Span.HALF} if _HALF.search(text) else set()
    nine = {Span.NINE} if _NINE.search(text) else set()
    year = {Span.YEAR} if _WHOLE_YEAR.search(text) else set()
    shorter = quarters | half | nine | year
    if shorter:
        return frozenset(shorter)
    return frozenset({Span.YEAR}) if _YEAR.search(text) else frozenset()


def second_half(text: str) -> str:
    """Returns the words that mean the second half of a year, which no period is; "" for none."""
    found = _SECOND_HALF.search(text)
    return found[0] if found else ""


def years(text: str, this_year: int) -> frozenset[int]:
    """Returns the years that a text names, its days blotted out."""
    said = {int(found[0]) for found in _FOUR_DIGITS.finditer(text)}
    said |= {2000 + int(found[1]) for found in _TWO_DIGITS.finditer(text)}
    return frozenset(said or {this_year + step for step, spoken in _SPOKEN.items() if spoken.search(text)})
