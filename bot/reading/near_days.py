"""Days named from today: hôm nay, mai, mốt, thứ sáu tuần sau, 3 ngày nữa. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.day_said import PAST, VAGUE, DaySaid
from bot.reading.time_pattern import number, pattern
from knowledge.fold import plain

_TODAY = pattern(r"(?:ngày )?(?:hôm|bữa) (?:nay|ni)|ngày (?:nay|ni)")
_PART_TODAY = pattern(r"(?:<PART>) (?P<day>(?:hôm |bữa )?(?:nay|ni|này))")
_NOW_TODAY = re.compile(r"(?:^|(?<=¤ )|(?<=¤))(?P<day>nay|ni)(?!\w)")
_TOMORROW = pattern(
    r"(?:(?:ngày|bữa|hôm) )?(?:mai|m\u01a1i)(?! ¤*(?:mốt|kia|này))|(?<=sáng )mia|(?<=sang )mia|(?<=ngày )mia"
    r"|(?<=ngay )mia"
)
_MAYBE_TOMORROW = pattern(r"(?:<PART>) (?P<day>moi)")
_AFTER_TOMORROW = pattern(r"(?:(?:ngày|bữa|hôm) )?(?P<word>mốt)")
_NAMES = pattern(
    r"(?:cô|chị|bà|anh|ông|chú|bác|em|dì|đồng chí|đc|đ/c|thôn|xã|xóm|khu|tổ|hoa|cây|cành|chậu|hoàng|tên) $"
)
_OFFSET = pattern(r"(?:sau )?(?P<count><N>) (?:(?P<days>ngày|hôm|bữa)|tuần) nữa|sau (?P<after><N>) (?:ngày|hôm)")
_WEEKDAY = pattern(
    r"(?:ngày )?(?:(?:thứ|t) ?(?P<digit>\d)(?!\d|[/.,]\d)|thứ (?P<word>hai|ba|tư|năm|sáu|bảy|bẩy)"
    r"|(?P<sunday>(?:chủ|chừ|chúa) nhật|cn))"
    r"(?! ?(?:triệu|tr|ngàn|nghìn|k|đồng|hộ|kg|tạ|quỹ|tiền|/))"
)
_ORDINAL = pattern(r"(?:lần|đợt|kỳ họp|kỳ|kì|kì họp|khoá|khóa|hạng|vòng|đại hội|phiên họp|phiên|người|loại|hội nghị) $")
_WEEK = pattern(
    r"(?:trong )?tuần (?:(?P<this>này|nay|ni)|(?P<next>sau|tới|kế|kế tiếp|tiếp theo))(?P<more> nữa)?|(?P<after>sau) nữa"
)
_COMING = pattern(r"(?P<coming>(?:sắp )?tới(?: đây)?)|(?P<this>này|ni)|(?P<sau>sau)")
_LETTER = re.compile(r"(?<!\w)(?:th[ưừửữựúùủũụ] (?P<digit>[2-7])|thứ (?:nhất|nhì)|\w+ nhật)(?!\w)")
_MONTH_OF = pattern(r"(?:báo cáo|bc|kỳ|kì|số liệu|tháng) $")
_DAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WEEK_LENGTH = timedelta(days=7)


def near_days(text: str, typed: str, today: date) -> Iterator[DaySaid]:
    """Yields the days that are counted from today. ``typed`` is the text as it was typed, letter for letter."""
    for found in _TODAY.finditer(text):
        yield DaySaid(*found.span(), (today,))
    for found in (*_PART_TODAY.finditer(text), *_NOW_TODAY.finditer(text)):
        yield DaySaid(*found.span("day"), (today,))
    for found in _TOMORROW.finditer(text):
        if not _NAMES.search(text[: found.start()]):
            why = VAGUE if _is_name(found, text, typed) else ""
            yield DaySaid(*found.span(), (today + timedelta(days=1),), why)
    for found in _MAYBE_TOMORROW.finditer(text):
        yield DaySaid(*found.span("day"), (today + timedelta(days=1), today), VAGUE)
    for found in _AFTER_TOMORROW.finditer(text):
        if (day := _after_tomorrow(found, text, today)) is not None:
            yield day
    for found in _OFFSET.finditer(text):
        count = number(found["count"] or found["after"])
        yield DaySaid(*found.span(), (today + timedelta(days=count * (1 if found["days"] or found["after"] else 7)),))
    yield from _weekdays(text, today)
    for found in _LETTER.finditer(text):
        weekday = int(found["digit"] or 0) - 2
        yield DaySaid(*found.span(), (_coming(weekday, today),) if weekday >= 0 else (), VAGUE)


def _is_name(found: re.Match[str], text: str, typed: str) -> bool:
    """Whether it may be a person: "gửi Mai 8h", written large in the middle of a sentence."""
    before = text[: found.start()].rstrip()
    large = typed[found.start() : found.start() + 1].isupper() and not typed.isupper()
    part = re.search(r"(?:sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem|¤|[.:;!?\n,])$", before)
    return large and bool(before) and not part


def _after_tomorrow(found: re.Match[str], text: str, today: date) -> DaySaid | None:
    """Reads "mốt"; without its accents it is rather "một" but for a part of day in front of it."""
    if found["word"] == "mot":
        part = re.search(r"(?:sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem) $", text[: found.start()])
        lead = found[0] != found["word"]
        if not part and not lead:
            return None
        ends = re.match(r"\s*(?:$|[¤,.;:!?\d]|luc|lúc|nhe|nhé|nghe|nha)", text[found.end() :])
        return DaySaid(*found.span(), (today + timedelta(days=2),), "" if ends else VAGUE)
    if re.search(r"mai ?$|mươi $|hai $", text[: found.start()]):
        return None
    return DaySaid(*found.span(), (today + timedelta(days=2),))


def _weekdays(text: str, today: date) -> Iterator[DaySaid]:
    """A weekday with its week, whichever stands first; a week alone says no day."""
    weekdays = [one for one in _WEEKDAY.finditer(text) if not _ORDINAL.search(text[: one.start()])]
    weeks = list(_WEEK.finditer(text))
    single = weeks[0] if len(weeks) == 1 and len(weekdays) == 1 else None
    for found in weekdays:
        day = _weekday(found, single, text, today)
        month = found[0].startswith("t ") and _MONTH_OF.search(text[: found.start()])  # "báo cáo T5"
        yield replace(day, why=VAGUE) if month else day
    for week in weeks:
        if single is None or week["after"]:
            monday = today - timedelta(days=today.weekday()) + _WEEK_LENGTH * _weeks(week)
            week_days = tuple(monday + timedelta(days=count) for count in range(5))
            yield DaySaid(*week.span(), tuple(day for day in week_days if day >= today), VAGUE)
        else:
            yield DaySaid(*week.span(), _weekday(weekdays[0], single, text, today).dates)


def _weekday(found: re.Match[str], week: re.Match[str] | None, text: str, today: date) -> DaySaid:
    day = _number(found)
    start, end = found.span()
    if day is None:
        return DaySaid(start, end, why="Không có thứ đó.")
    coming = _coming(day, today)
    monday = today - timedelta(days=today.weekday())
    if week is not None and not week["after"]:
        at = monday + _WEEK_LENGTH * _weeks(week) + timedelta(days=day)
        return DaySaid(start, end, (at if at >= today else at + _WEEK_LENGTH,), PAST if at < today else "", day)
    behind = _COMING.match(text, end + 1) if text[end : end + 1] == " " else None
    if behind is None:
        return DaySaid(start, end, (coming,), "", day, bare=True)
    of_week = monday + timedelta(days=day) + (_WEEK_LENGTH if behind["sau"] else timedelta())
    if behind["coming"] or of_week == coming:
        return DaySaid(start, behind.end(), (coming,), "", day)
    return DaySaid(start, behind.end(), tuple(sorted({coming, max(of_week, today)})), VAGUE, day)


def _coming(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weeks(week: re.Match[str]) -> int:
    return 0 if week["this"] else 2 if week["more"] else 1


def _number(found: re.Match[str]) -> int | None:
    """The weekday, 0 for Monday; None when there is none of that number."""
    if found["sunday"]:
        return 6
    if found["digit"]:
        day = int(found["digit"]) - 2
        return day if 0 <= day <= 5 else None
    return _DAYS[plain(found["word"])]
