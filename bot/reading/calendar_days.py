"""Dates in a text about times: 29/5, ngày 29 tháng 5 năm 2026, mùng 2/9, ngày cuối cùng của tháng này. Pure."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bot.reading.day_said import IMPOSSIBLE, LUNAR, PAST, VAGUE, DaySaid
from bot.reading.time_pattern import number, pattern

_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)(?:t(?=\d)|(?!\d))")
_EDGE = pattern(
    r"ngày (?P<edge>cuối cùng|chót|đầu tiên)(?: của)? tháng (?:(?P<next>sau|tới)|(?P<this>này|nay|ni)|(?P<month><N>))"
    r"(?:(?:,? năm |/)(?P<year>20\d\d))?"
)
_SLASHED = re.compile(
    r"(?<![\w/.,:-])(?P<lead>(?:ngày|ngay|mùng|mung|mồng|mong) )?(?P<day>\d{1,2})(?P<sign> ?[/.-] ?)(?P<month>\d{1,2})"
    r"(?:(?: ?[/.-] ?|,? năm |,? nam )(?P<year>\d{4}|\d\d(?= |$|,)))?(?!\d|[/:-]\w|[.,]\d|%| ?(?:h|g|giờ"
    r"|gio)(?![^\W\d_]))"
)
_SPELLED = pattern(
    r"(?P<lead>(?:ngày|mùng|mồng) )?(?P<day><N>) tháng (?P<month><N>)(?! tháng)"
    r"(?:(?:,? năm |,? |/)(?P<year>20\d\d)(?!\d))?"
)
_OF_MONTH = pattern(
    r"ngày (?P<day><N>)(?: của)? tháng (?:(?P<next>sau|tới)|này|nay|ni)"
    r"|tháng (?:(?P<next_first>sau|tới)|này|nay|ni),? ngày (?P<day_last><N>)(?! tháng| ?[/.:-]| ?(?:giờ|h|g)(?!\w))"
)
_DAY_ALONE = pattern(r"ngày (?P<day><N>)(?! ?(?:giờ|h|g|:|/|-|tiếng|phút|ngày|tuần|lần|chi hội))")
_MONTH_ALONE = pattern(
    r"(?<!\d )(?<!mấy )(?<!báo cáo )(?<!kỳ )(?<!bc )(?:trong |sang )?tháng (?:<N>)(?:(?:/| năm )20\d\d)?"
)
_MEASURE = pattern(r" ?(?:km|kg|m|m2|tr|triệu|tỷ|tấn|tạ|ha|sào|hộ|ngày|người|tuổi|phần|chi|lần|xã|năm|tháng|đồng)")
_PAPER = pattern(
    r"(?:kế hoạch|nghị quyết|quyết định|công văn|văn bản|thông tư|nghị định|điều|mục|khoản|số|đạt|tỷ lệ|tỉ lệ"
    r"|kh|cv|nq|qđ|tt)"
    r"(?: số)? $"
)
_MOON_FEASTS = {(day, 1) for day in range(1, 11)} | {(10, 3), (5, 5), (7, 7), (15, 7), (15, 8), (15, 1)}
_CENTURY = 2000
_YEARS = range(1, 9990)


def calendar_days(text: str, today: date) -> Iterator[DaySaid]:
    """Yields the dates of a text, impossible ones and those that may be something else as doubtful."""
    for found in _ISO.finditer(text):
        yield _dated(found, int(found["day"]), int(found["month"]), int(found["year"]), today)
    for found in _EDGE.finditer(text):
        yield _edge(found, today)
    for found in _SLASHED.finditer(text):
        if slashed := _slashed(found, text, today):
            yield slashed
    for found in _SPELLED.finditer(text):
        day, month = number(found["day"]), number(found["month"])
        if found["month"] == "sau":  # not tháng sáu: see _of_month
            continue
        if _is_feast(found, day, month):
            yield DaySaid(*found.span(), why=LUNAR)
        elif found["lead"] or day not in (3, 6, 9, 12):  # "6 tháng 2026" is half a year
            yield _dated(found, day, month, int(found["year"]) if found["year"] else None, today)
    for found in _OF_MONTH.finditer(text):
        yield _of_month(found, today)
    for found in _DAY_ALONE.finditer(text):
        if found[0] == "ngay mot":  # rather ngày mốt
            continue
        yield _alone(found, number(found["day"]), today)
    for found in _MONTH_ALONE.finditer(text):
        yield DaySaid(*found.span(), why=VAGUE, weak=True)


def _slashed(found: re.Match[str], text: str, today: date) -> DaySaid | None:
    day, month, sign = int(found["day"]), int(found["month"]), found["sign"].strip()
    year = int(found["year"]) if found["year"] else None
    if year is not None and len(found["year"]) == 2:
        year += _CENTURY
    sure = bool(found["lead"] or year)
    if not sure and sign != "/" and (month > 12 or _MEASURE.match(text, found.end())):
        return None
    if _is_feast(found, day, month):
        return DaySaid(*found.span(), why=LUNAR)
    dated = _dated(found, day, month, year, today)
    other = _PAPER.search(text[: found.start()]) or (not sure and _MEASURE.match(text, found.end()))
    if other or (not sure and sign != "/" and day <= 12):
        return DaySaid(dated.start, dated.end, dated.dates, dated.why or VAGUE)
    return dated


def _of_month(found: re.Match[str], today: date) -> DaySaid:
    """Returns a day of this month or the next; without accents "thang sau" may be June as well."""
    day = number(found["day"] or found["day_last"])
    following = found["next"] or found["next_first"]
    year, month = _following(today) if following else (today.year, today.month)
    dated = _dated(found, day, month, year, today)
    if "thang sau" not in found[0]:
        return dated
    june = _dated(found, day, 6, None, today)
    return DaySaid(dated.start, dated.end, (*dated.dates, *june.dates), VAGUE)


def _is_feast(found: re.Match[str], day: int, month: int) -> bool:
    """Whether "mùng" means the other calendar: mùng 10/3 is no solar day, mùng 2/9 is."""
    return (found["lead"] or "")[:1] == "m" and (day, month) in _MOON_FEASTS


def _edge(found: re.Match[str], today: date) -> DaySaid:
    year, month = today.year, today.month
    if found["next"]:
        year, month = _following(today)
    elif found["month"]:
        month = number(found["month"])
    first = found["edge"][0] in "đd"
    if not 1 <= month <= 12:
        return DaySaid(*found.span(), why=IMPOSSIBLE)
    said = int(found["year"]) if found["year"] else year if not found["month"] else None
    day = 1 if first else monthrange(said or year, month)[1]
    return _dated(found, day, month, said, today)


def _dated(found: re.Match[str], day: int, month: int, year: int | None, today: date) -> DaySaid:
    """A date without a year is the coming one; one that passed within two months may be a slip."""
    this = _date(year or today.year, month, day)
    if this is None:
        return DaySaid(*found.span(), why=IMPOSSIBLE)
    if year is not None and year > today.year + 1:
        return DaySaid(*found.span(), (this,), "Năm đó còn xa.")
    if this >= today or year is not None:
        return DaySaid(*found.span(), (this,), PAST if this < today else "")
    following = _date(today.year + 1, month, day)
    if following is None:
        return DaySaid(*found.span(), why=IMPOSSIBLE)
    return DaySaid(*found.span(), (following,), PAST if this >= _two_months_before(today) else "")


def _alone(found: re.Match[str], day: int, today: date) -> DaySaid:
    """ "Ngày 29" is this month's while it lies ahead."""
    this = _date(today.year, today.month, day)
    following = _date(*_following(today), day)
    if this is not None and this >= today:
        return DaySaid(*found.span(), (this,))
    return DaySaid(*found.span(), (following,) if following else (), PAST if this else IMPOSSIBLE)


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _following(today: date) -> tuple[int, int]:
    return (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)


def _two_months_before(today: date) -> date:
    month = today.month - 2
    year, month = (today.year, month) if month > 0 else (today.year - 1, month + 12)
    return date(year, month, min(today.day, monthrange(year, month)[1]))
