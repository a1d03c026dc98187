"""Patterns of times, written with their accents and matched with or without. Pure.

``<N>`` stands for a number below a hundred in digits or words, ``<PART>`` for a part of the day.
"""

import re

from knowledge.fold import plain

_ONES = "một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín"
_TAIL = "mốt|tư|lăm|nhăm"
NUMBER = (
    rf"(?:\d{{1,2}}(?!\d)|(?:(?:{_ONES}) (?:mươi|mười)|mười|hăm|băm)(?: (?:{_ONES}|{_TAIL})(?!\w))?"
    rf"|(?:{_ONES}) (?:{_TAIL})(?!\w)|(?:{_ONES})(?!\w))"
)
PART = "(?:sáng|trưa|chiều|tối|đêm|khuya)"
_ACCENTED = re.compile(r"[a-z]*(?:[^\x00-\x7f\W_]+[a-z]*)+")
_VALUES = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "nham": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
_TENS = {"ham": 20, "bam": 30}


def pattern(source: str) -> re.Pattern[str]:
    """Returns a pattern of whole words, compiled, in which every accented word may also stand without its accents."""
    source = source.replace("<N>", NUMBER).replace("<PART>", PART)
    loose = _ACCENTED.sub(lambda found: f"(?:{found[0]}|{plain(found[0])})", source)
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{loose})(?!\w)")


def number(said: str) -> int:
    """Returns what a number matched by ``<N>`` is."""
    if said.isdigit():
        return int(said)
    words = plain(said).split()
    first, rest = words[0], words[1:]
    if first == "muoi":
        total = 10
    elif first in _TENS:
        total = _TENS[first]
    elif rest:
        total = 10 * _VALUES[first]
        rest = rest[1:] if rest[0] == "muoi" else rest
    else:
        total = _VALUES[first]
    return total + (_VALUES[rest[0]] if rest else 0)
