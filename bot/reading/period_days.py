"""Whose day each day of a folded sentence is: that of the whole period, or of one level's units. Pure."""

import re
from collections.abc import Sequence

from bot.reading.day_mark import DayMark
from knowledge.fold import plain

_COMMON = {
    plain(word): word
    for word in (
        "chi hội",
        "phân hội",
        "liên chi hội",
        "cơ sở",
        "xã",
        "phường",
        "thị trấn",
        "thị xã",
        "huyện",
        "quận",
        "thành phố",
        "tỉnh",
        "cụm",
    )
}
"""What levels are called, where the tree calls them otherwise: then it is said that there is no such level."""

_CUT = re.compile(r"[,;\n]|\. |\bva\b|\bcon\b|\brieng\b")
_JOINT = re.compile(r"\s*(?:,|&|\bva\b|\bvoi\b|\bhoac\b)?\s*(?:cac |cap |hoi |hoi ccb )*")
_WHOLE = re.compile(r"\b(?:toan|ca) (?:tinh|huyen|xa|thanh pho|hoi|ky|dot)\b|\bhan (?:chung|cuoi cung|cuoi)\b")
_START = re.compile(r"\b(?:tu|bat dau tu|bat dau|ke tu)(?: ngay)?\s*$")

Owned = tuple[str, DayMark]
"""A day with its level; "" for the whole period."""


class Levels:
    """The words for levels: the tree's own, and those that people use beside them."""

    def __init__(self, own: Sequence[str]) -> None:
        self._own = {plain(level): level for level in own}
        longest_first = sorted({*self._own, *_COMMON}, key=len, reverse=True)
        words = rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"
        self._word = re.compile(words)
        self._after = re.compile(
            rf"\s*(?:cho|voi|doi voi|danh cho|cua) (?:cac |cap |hoi )*(?P<level>{words})|\s*\((?P<inside>{words})\s*\)"
        )

    def of(self, text: str, mark: DayMark, start: int, end: int) -> list[str]:
        """Returns the levels whose day a mark is. ``start`` and ``end``: where the days before and after it stand."""
        before = text[start : mark.start]
        if _WHOLE.search(_last_clause(before)):
            return []
        found = list(self._word.finditer(before))
        if not found or _CUT.search(before, found[-1].end()):
            after = self._after.match(text, mark.end, end)
            return [self._named(after["level"] or after["inside"])] if after else []
        levels, left = [found[-1]], found[:-1]
        while left and _JOINT.fullmatch(before, left[-1].end(), levels[0].start()):
            levels.insert(0, left.pop())
        return [self._named(one[0]) for one in levels]

    def _named(self, word: str) -> str:
        """Returns the tree's own word for a level: the same, or the only one that holds it."""
        if word in self._own:
            return self._own[word]
        holding = [level for own, level in self._own.items() if re.search(rf"\b{word}\b", own)]
        return holding[0] if len(holding) == 1 else _COMMON[word]


def owned(text: str, marks: Sequence[DayMark], own: Sequence[str]) -> list[Owned]:
    """Returns each day of a text with the level that it is for. A day on which the period should begin is left out."""
    levels = Levels(own)
    found: list[Owned] = []
    edges = [0, *(mark.end for mark in marks)]
    for number, mark in enumerate(marks):
        if begins(text, mark):
            continue
        end = marks[number + 1].start if number + 1 < len(marks) else len(text)
        found += [(level, mark) for level in levels.of(text, mark, edges[number], end) or [""]]
    return found


def begins(text: str, mark: DayMark) -> bool:
    """Returns whether a day is said to be the first ("từ ngày 1/5")."""
    return _START.search(text[: mark.start]) is not None


def _last_clause(text: str) -> str:
    return re.split(r"[,;\n]", text)[-1]
