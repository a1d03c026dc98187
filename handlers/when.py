"""When something is to happen, read from words such as "8h sáng mai"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.reading.days import days
from knowledge.fold import plain


@dataclass(frozen=True, slots=True)
class When:
    """A time that was read, or what has to be asked about it. Neither: the words name no time."""

    at: datetime | None = None
    ask: str = ""


_NOW = re.compile(r"(?:gui )?(?:luon|ngay|ngay bay gio|bay gio|ngay lap tuc|lap tuc|luc nay|gio luon|di)")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}) ?(?:(?:h|g|gio|:) ?(?P<minute>[0-5]\d)?)(?: ?(?P<half>ruoi))?(?: ?phut)?"
    r"(?: (?P<part>sang|trua|chieu|toi|dem))?(?!\w)"
)
_TODAY, _TOMORROW, _AFTER = re.compile(r"\b(?:hom )?nay\b"), re.compile(r"\bmai\b"), re.compile(r"\bmot\b")
_WEEKDAY = re.compile(r"\b(?:thu (?P<name>hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b")
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_UNSURE = re.compile(r"\b(?:kem|kia|tuan|am lich|ram|tet|gieng|chap|cuoi|dau|truoc|nua)\b")
_NOON, _LAST_HOUR = 12, 23
_ASK_PART = 'Đồng chí nói rõ sáng hay chiều giúp tôi, ví dụ "8 giờ sáng mai" hay "8 giờ tối mai".'
_ASK_DAY = 'Giờ đó hôm nay đã qua. Đồng chí nói rõ ngày giúp tôi, ví dụ "8 giờ sáng mai".'
_PAST = 'Giờ đó đã qua. Đồng chí chọn giờ khác, ví dụ "8 giờ sáng mai".'
_NONE = 'Tôi chưa đọc được giờ đó. Đồng chí nhắn, ví dụ "8 giờ sáng mai" hay "19:30 29/5".'


def is_now(words: str) -> bool:
    """Returns whether words say that it shall happen at once."""
    return _NOW.fullmatch(" ".join(plain(words).split()).strip(" .,!")) is not None


def read_when(words: str, now: datetime) -> When:
    """Returns the time that words name, in the zone of ``now``; what is not clear is asked, never guessed."""
    text = " ".join(plain(words).split()).strip(" .,!")
    found = _CLOCK.search(text)
    if found is None:
        return When()
    hour, ask = _hour(found)
    if _UNSURE.search(text):
        return When(ask=_NONE)
    if ask:
        return When(ask=ask)
    clock = time(hour, 30 if found["half"] else int(found["minute"] or 0))
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if any(mark.on(now.year) is None for mark in days(rest)):
        return When(ask=_NONE)
    day = _day(rest, now.date())
    if day is None:
        at = datetime.combine(now.date(), clock, now.tzinfo)
        return When(at) if at > now else When(ask=_ASK_DAY)
    at = datetime.combine(day, clock, now.tzinfo)
    return When(at) if at > now else When(ask=_PAST)


def _hour(found: re.Match[str]) -> tuple[int, str]:
    hour, part = int(found["hour"]), found["part"] or ""
    if hour > _LAST_HOUR:
        return 0, _NONE
    if not part:
        sure = hour == 0 or hour > _NOON or found["hour"].startswith("0")
        return hour, "" if sure else _ASK_PART
    if part in ("chieu", "toi", "dem") and hour < _NOON:
        return hour + _NOON, ""
    if part == "trua" and hour == 1:
        return hour + _NOON, ""
    return hour, "" if part != "sang" or hour < _NOON else _ASK_PART


def _day(text: str, today: date) -> date | None:
    """Returns the day that a text names, None where it names none."""
    if marks := days(text):
        day = marks[0].on(today.year)
        return day if day is None or day >= today or marks[0].year else marks[0].on(today.year + 1)
    for pattern, after in ((_TOMORROW, 1), (_AFTER, 2), (_TODAY, 0)):
        if pattern.search(text):
            return today + timedelta(days=after)
    if found := _WEEKDAY.search(text):
        name = found["name"]
        wanted = 6 if name is None else int(name) - 2 if name.isdigit() else _WEEKDAYS[name]
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    return None
