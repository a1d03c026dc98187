"""The parts of the day in a text: sáng, trưa, chiều, tối, đêm. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.time_pattern import pattern
from knowledge.fold import plain


@dataclass(frozen=True, slots=True)
class PartSaid:
    """A part of the day at its place in the text. ``alone``: it stands beside nothing else that speaks of a time."""

    start: int
    end: int
    part: str
    alone: bool = False


_PART = pattern(r"(?:(?:buổi|rạng) |lúc )?(?P<part>sáng|sớm|trưa|chiều|tối|đêm|khuya|xế)(?: (?:sớm|xế|khuya))?")
_OTHER = pattern(r"(?P<part>tối|sáng|chiều|trưa|đêm) (?:đa|thiểu|kiến|tạo|tác|dài|rộng|cao|hướng|ngang|sủa)")
_ALONE_OTHER = pattern(r"(?:ánh|trong|tươi|soi|bữa|ăn|chào(?: buổi)?|chúc buổi|thắp|cho) (?P<part>sáng|tối|trưa|chiều)")
_PLAIN_WORDS = frozenset({"sớm", "som", "sang", "toi", "dem", "trua", "chieu"})
_NAMES = {
    "sang": "sáng",
    "som": "sáng",
    "trua": "trưa",
    "chieu": "chiều",
    "xe": "chiều",
    "toi": "tối",
    "dem": "đêm",
    "khuya": "đêm",
}
_BESIDE = "¤"


def parts(text: str) -> Iterator[PartSaid]:
    """Yields the parts of day of a text in which days and clocks are blotted out.

    A word that without accents may be another ("toi", "sang", "dem") counts only beside one of them.
    """
    never = {found.start("part") for found in _OTHER.finditer(text)}
    never_alone = {found.start("part") for found in _ALONE_OTHER.finditer(text)}
    for found in _PART.finditer(text):
        start, end = found.span()
        behind, before = text[end:].lstrip(" ,"), text[:start].rstrip(" ,")
        beside = behind.startswith(_BESIDE) or before.endswith(_BESIDE)
        place = found.start("part")
        if place in never or (place in never_alone and not beside):
            continue
        if found["part"] in _PLAIN_WORDS and not (beside and _means_a_part(found["part"], before)):
            continue
        yield PartSaid(start, end, _NAMES[plain(found["part"])], not beside)


def _means_a_part(word: str, before: str) -> bool:
    """Whether "toi" is tối and not I: "nhac toi 8h" is not."""
    return word != "toi" or not re.search(r"(?:cho|nhac|voi|cua|hen|bao|giup|chung|nhắc|với|của|hẹn|báo|giúp)$", before)
