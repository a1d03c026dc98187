"""Whether an answer holds the day, the month, the year or the hour that is asked for."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.facts import Fact
from knowledge.gate.body import told_in
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_HOUR = Pattern(r"\b(?:luc |vao |tu )?(?:may|bao nhieu) gio\b")
_HOUR_SAID = Pattern(r"\b\d{1,2} ?(?:gio|h)\b")
_REPORT = Pattern(r"\bbao cao\b")
_NO_DAY = re.compile(r"khong (?:ghi|co|dinh|neu)[a-z ,]{0,16}(?:ngay|han|thang)|khong dinh san|chi ghi nam")
_DAY_SAID = re.compile(r"\b\d{1,2}/\d{1,2}\b|\bngay \d|\bngay dau|\bngay cuoi")
_MONTH_SAID = re.compile(
    r"\bthang \d|\bquy (?:[1-4]|i{1,3}|iv)\b|\b\d{1,2}/\d{4}\b|\bgiua nam\b|\bcuoi nam\b|\bdau nam\b"
)
_YEAR_SAID = re.compile(r"\b(?:19|20)\d\d\b|\bhang nam\b|\bmoi nam\b")
_TIME_SAID = re.compile(
    r"\bhang (?:nam|thang|quy|tuan)\b|\bdinh ky\b|\b(?:cuoi|dau|moi|trong) nam\b|\bmoi (?:thang|quy|dip)\b|\b\d+ (?:nam|thang|ngay)\b|\bmot (?:nam|ngay)\b|\bsau thang\b"
    r"|\bdip\b|\bthuong xuyen\b|\bkip thoi\b|\bgiai doan\b|\bdot xuat\b|\btet\b|\bkhi (?:can|co)\b|\btruoc khi\b|\bsau khi\b"
)
ASKED_DAY = Pattern(
    r"^(?:ngay|lich) (?:dien tap|phat dong|thanh lap|to chuc|khai mac|hop|hoi nghi|trao|bat dau|ket thuc|ra mat|lam|tong ket)\b|\b(?:ngay|hom|bua) (?:nao|may|bao nhieu|gi)\b|\bngay thang (?:nam )?nao\b|\bmung may\b"
)
"""What asks for a day: "ngày nào", "hôm mấy"."""

_VAGUE_DAY = Pattern(r"\b(?:hom|bua) (?:nao|may|gi)\b")
"""In the region's speech also any time at all."""

_ASKED_MONTH = Pattern(r"\bthang (?:nao|may|bao nhieu)\b|\bhang may\b|\b(?:trong|vao|truoc|tu|den) quy (?:nao|may)\b")
_MONTH_BY_NAME = Pattern(r"\bco (?:nhung |cac |may )?thang (?:gi|nao|may)\b|\btet (?:gi|nao)\b")
"""A month that is asked for by its name, as a campaign is: "có tháng nào với tết nào"."""

_ASKED_YEAR = Pattern(
    r"(?<!moi )(?<!hang )(?<!mot )(?<!tung )\bnam (?:nao|may|bao nhieu)\b(?! (?:%|phan tram|ho|nguoi))"
)
_ASKED_TIME = Pattern(
    r"^(?:thoi gian|thoi diem|gio(?! rac)) |\b(?:khi|(?<!phu )luc|thoi diem|hoi) nao\b|\bbao gio\b|\bchung nao\b|\bhanchot\b(?!.{0,20}\bai\b)"
)
_OF_DOCUMENT = re.compile(
    r"\b\d+(?:/\d{4})?/[a-z][\w/-]*(?: (?:duoc |da )?(?:ky |ban hanh )?ngay \d{1,2}/\d{1,2}/\d{4}| \([\d/]+\))"
)
"""A document's number with its day, which is no day of what is done by it."""

_ABOUT_DOCUMENT = Pattern(
    r"\b(?:ky|ban hanh|ra doi|phoi hop|quy che|nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|kehoach|van ban|luat|can cu|so (?:may|bao nhieu|hieu))\b"
)
_EVENT = Pattern(
    r"\b(?:dai hoi|hoi nghi|hoi thao|hoi dien|hoi trai|le (?:phat dong|ra quan|tong ket|ky niem|trao|khai mac|be mac|cong bo|don|mit tinh)|mit tinh|giai (?:bong|cau|chay|co|viet|van nghe|the thao)"
    r"|buoi (?:hop|le|gap mat|toa dam)|cuoc hop|lop tap huan)\b"
)
"""What is held once, at one place: another one's day is no answer."""

_EXACT_DAY = Pattern(
    r"\b(?:dung|chinh xac|dich xac|cu the) (?:la )?(?:vao )?ngay\b|\bngay (?:[a-z]+ ){0,2}(?:cu the|chinh xac)\b|\bngay nao (?:dung|cu the)\b"
)
_ABOUT_DATE = Pattern(
    r"\bco (?:ghi|noi|neu|quy dinh|dinh|an dinh|cho) (?:ro |cu the )?(?:ngay|thang|han|hanchot)|\bghi ngay\b|\bkhong ghi\b|\bco ngay\b|\bco han\b|\bhay khong\b|\bco hanchot\b"
)

ASKS = (
    _HOUR,
    ASKED_DAY,
    _ASKED_MONTH,
    _ASKED_YEAR,
    _ASKED_TIME,
    _EVENT,
)
"""By these it is seen that a time is asked for."""


def no_hour(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether an hour is asked for and the answer has none."""
    return asked(query, _HOUR, query.readings) and _HOUR_SAID.search(body) is None


def _timed(query: Query, body: str) -> str:
    """The answer without the days of the documents that it cites, where none of them is asked about."""
    told = told_in(body)
    return told if query.finds(_ABOUT_DOCUMENT) else _OF_DOCUMENT.sub(" ", told)


def no_event(query: Query, body: str) -> bool:
    """Returns whether it is asked when or where a congress, a ceremony or a match is held, of which the answer does not speak."""
    if not query.wants(Aim.WHEN, Aim.WHERE, Aim.LEFT):
        return False
    found = _EVENT.search(query.line) or _EVENT.search(query.said)
    return found is not None and re.search(rf"\b{found.group()}\b", body) is None


def no_day(query: Query, body: str) -> bool:
    """Returns whether a day is asked for and the answer has none, or only its month where the very day is asked for."""
    body = _timed(query, body)
    if not asked(query, ASKED_DAY) or query.finds(_ABOUT_DATE):
        return False
    if query.finds(_VAGUE_DAY) and asked(query, _ASKED_YEAR) and _YEAR_SAID.search(body):
        return False  # "bữa mô … năm mấy rứa" asks when, and says itself how exactly
    if query.finds(_REPORT) and _NO_DAY.search(body):
        return False  # that no day is printed is what is known of such a report, and is said
    return _DAY_SAID.search(body) is None and (
        _NO_DAY.search(body) is not None or _MONTH_SAID.search(body) is None or query.finds(_EXACT_DAY)
    )


def no_month(query: Query, body: str) -> bool:
    """Returns whether a month or quarter is asked for and the answer has none."""
    if not asked(query, _ASKED_MONTH) or query.finds(_ABOUT_DATE):
        return False
    if query.finds(_MONTH_BY_NAME) and '"thang ' in body:
        return False
    return _DAY_SAID.search(body) is None and _MONTH_SAID.search(body) is None


def no_year(query: Query, body: str) -> bool:
    """Returns whether a year is asked for and the answer has none."""
    return asked(query, _ASKED_YEAR) and _YEAR_SAID.search(body) is None and _DAY_SAID.search(body) is None


def no_time(query: Query, body: str) -> bool:
    """Returns whether it is asked when, and the answer holds no time of any kind."""
    if not asked(query, _ASKED_TIME) or query.finds(_ABOUT_DATE) or query.wants(Aim.WHO, Aim.WHOM, Aim.OFTEN):
        return False
    if "bao cao" in query.line and ("theo quy dinh" in body or _NO_DAY.search(body)):
        return False  # the same: that the plan gives no date of its own is what is known
    body = _timed(query, body)
    return not any(pattern.search(body) for pattern in (_DAY_SAID, _MONTH_SAID, _YEAR_SAID, _TIME_SAID))
