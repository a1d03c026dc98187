"""Whether an answer counts what the question counts, as often and as of now; ranks that no plan has are none."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.facts import Fact
from knowledge.gate.body import told_in
from knowledge.pattern import Pattern
from knowledge.query import Query

_NOW_LEFT = Pattern(
    r"\b(?:bay gio|hien nay|hien gio|hien tai|luc nay) (?:dang )?con (?:[a-z]+ ){0,2}(?:bao nhieu|may)\b(?! (?:ngay|thang|nam|tuan))"
)
_MOST_OF_ALL = Pattern(
    r"\b(?:nhieu|it|cao|thap|lon|ngheo|giau|manh|tot|gioi|kem|nhanh|cham) (?:nhat|nhut) (?:ca nuoc|nuoc|mien|toan quoc|tinh|vung|khu vuc|the gioi)\b"
)
_UNITS = "phuong|thon|to|nguoi|cay|doi|nhom|lop|cau lac bo|buoi|huyen|xa|ho|san pham|km|met|mo hinh|chi hoi|hoi vien|sao|diem"
_COUNTED = Pattern(rf"\b(?:bao nhieu|bn) (?:cai |chiec )?({_UNITS})\b")
_NONE_LEFT = re.compile(r"\b(?:khong con|khong co|khong de|het|toan bo|tat ca|deu)\b")
_HOW_OFTEN = Pattern(r"\b(lan|buoi|cuoc|dot|phien) (?:mot|moi|trong|hang|tren|1) (?:thang|tuan|quy)\b")

ASKS = (
    _NOW_LEFT,
    _MOST_OF_ALL,
    _COUNTED,
    _HOW_OFTEN,
)
"""By these it is seen that a count is asked for."""


def of_today(query: Query, _: str, __: Sequence[Fact]) -> bool:
    """Returns whether it is asked how much there is now: the plans hold what is aimed at."""
    return query.asks(_NOW_LEFT) and not query.wants(Aim.LEFT)


def ranked(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether somebody's place among all is taken for granted, which no plan says."""
    found = _MOST_OF_ALL.search(query.line) or _MOST_OF_ALL.search(query.said) or _MOST_OF_ALL.search(query.typed)
    return found is not None and found.group() not in body


def other_unit(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether wards, people or trees are counted and the answer counts something else."""
    units = {*_COUNTED.findall(query.line), *_COUNTED.findall(query.said)}
    return any(not _counts(unit, body) for unit in units) and _NONE_LEFT.search(body) is None


def _counts(unit: str, body: str) -> bool:
    return (
        re.search(
            rf"\d[\d.,/]* (?:[a-z%]+ ){{0,3}}(?<!dia ){unit}\b|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:[a-z]+ )?(?<!dia ){unit}\b"
            rf"|(?<!dia )\b{unit}\W+(?:[a-z]+ ){{0,4}}\d|(?<!mot )\bso (?:[a-z]+ ){{0,3}}(?<!dia ){unit}\b"
            + (r"|\d m\b" if unit == "met" else ""),
            body,
        )
        is not None
    )


def how_often(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether meetings in a month or a week are asked for, of which the answer does not speak."""
    return any(re.search(rf"\b{unit}\b", told_in(body)) is None for unit in _HOW_OFTEN.findall(query.line))
