"""The days in a folded text: 31/5, 31-5-2026, ngày 31 tháng 5, hết tháng 5. Pure."""

import re
from collections.abc import Iterator

from bot.reading.day_mark import DayMark

_SLASHED = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:\s*/\s*|[.-])(?P<month>\d{1,2})(?:(?:\s*/\s*|[.-])(?P<year>\d{4}|\d\d))?(?!\d)"
)
_SPELLED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?!\d| thang)(?:,? (?:nam )?(?P<year>20\d\d))?(?!\d)"
)
_LAST = re.compile(
    r"(?:ngay cuoi(?: cung)?(?: cua)?|het) thang (?P<month>\d{1,2})(?!\d)(?:(?: nam |\s*/\s*)(?P<year>20\d\d))?(?!\d)"
)
_SPANS = (6, 9)
_CENTURY = 100
_NO_DAY = 99  # "0/5": 0 itself would be the last of the month
_BEFORE_A_DAY = re.compile(r"(?:ngay|mung|han|truoc|den|toi|la|vao)\s*$")
_WEEKDAY = re.compile(
    r"(?P<name>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)(?:\s*,)?(?:\s*ngay)?\s*$",
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_DAY_FOLLOWS = r"(?!,? ?(?:ngay )?~)"
_VAGUE = re.compile(
    r"\b(?:dau|giua|cuoi) (?:thang|tuan|nam sau)\b|\btuan (?:nay|sau|toi)\b|\bngay (?:mai|mot|kia)\b"
    r"|\b(?:ram|am lich)\b"
    rf"|(?<!\d )\bthang (?:sau|toi|nay)\b{_DAY_FOLLOWS}|\b(?:han|den|truoc|sang) (?:mai|mot|hom nay)\b"
    r"|\b(?:han|den|truoc|toi|thanh)(?: ngay)?(?: trong)? thang \d"
    rf"|\b(?:den|truoc|han|toi)(?: ngay)? (?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b{_DAY_FOLLOWS}"
)


def days(text: str) -> tuple[DayMark, ...]:
    """Returns the days of a folded text in their order, impossible ones too."""
    taken: list[DayMark] = []
    for pattern in (_LAST, _SLASHED, _SPELLED):
        for mark in _found(pattern, text):
            if not any(mark.start < other.end and other.start < mark.end for other in taken):
                taken.append(mark)
    return tuple(sorted(taken, key=lambda mark: mark.start))


def without(text: str, marks: tuple[DayMark, ...]) -> str:
    """Returns the text with its days blotted out, every other letter in its place."""
    for mark in marks:
        text = f"{text[: mark.start]}{'~' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


def vague(text: str) -> str:
    """Returns the words of a (blotted) text that mean a day without saying which, "" for none."""
    found = _VAGUE.search(text)
    return found[0] if found else ""


def _found(pattern: re.Pattern[str], text: str) -> Iterator[DayMark]:
    for found in pattern.finditer(text):
        said = found.groupdict()
        day, month = int(said.get("day") or 0), int(said["month"])
        before = text[: found.start()]
        if pattern is _SPELLED and day in _SPANS and not _BEFORE_A_DAY.search(before):
            continue  # "kỳ 6 tháng 10 xã" is half a year
        year = int(said["year"]) if said["year"] else None
        if year is not None and year < _CENTURY:
            year += 20 * _CENTURY
        if "day" in said and not day:
            day = _NO_DAY
        yield DayMark(found.start(), found.end(), found[0], day, month, year, _weekday(before))


def _weekday(before: str) -> int | None:
    found = _WEEKDAY.search(before)
    if found is None:
        return None
    name = found["name"].split()[-1]
    if name.isdigit():
        return int(name) - 2
    return _WEEKDAYS.get(name, 6)
