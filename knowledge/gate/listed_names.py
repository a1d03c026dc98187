"""Whether an answer names the wards, hamlets, halls, households or people whose names are asked for; the plans name few."""

import re
from collections.abc import Sequence

from knowledge.aims import Aim
from knowledge.facts import Communes, Districts, Fact
from knowledge.gate.body import told_in
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_HALLS = "hoi truong|san van dong|bai bien|cong vien|khach san|nha hang|quang truong|truong hoc"
_VENUES = f"{_HALLS}|san bong|nha van hoa|phong hop|rap|tru so|dia chi|con duong|duong|khach xa|trung tam|ben xe"
_VENUE = Pattern(
    rf"\b(?:o|tai|trong|ngoai|lam o|to chuc o|to chuc tai) (?:nhung |cac |may |cai )?({_VENUES}) (?:nao|gi|may)\b"
    rf"|\b({_HALLS}) nao\b"
)
_ONE_PLACE = Pattern(
    r"\b(?:o|(?<!thien )tai|chon|dat o|dat tai|lam o|la|gom|ve) (?:nhung |cac |may )?(?:phuong|xa|huyen|thon|dia phuong|noi|don vi|khu dan cu|khu pho) nao\b"
    r"|\b(?:phuong|xa|huyen|thon|dia phuong|don vi)(?: [a-z0-9]+){0,16} ten (?:la )?gi\b"
    r"|\b(?:\d+|hai|ba|bon|nam|sau) (xa|huyen|thon|phuong) (?:[a-z0-9]+ ){1,16}\1 nao\b"
)
_SOME_PLACE = Pattern(r"\b(?:0?\d+|mot|hai|ba|bon|nam|sau|mot so) (?:phuong|xa|huyen|thon|dia phuong|don vi|khu)\b")
_WHICH_WARD = Pattern(r"\b(?<!xa )(?<!nong )(?:phuong|thon|khu dan cu|chi hoi|to dan pho) nao\b(?! (?:cung|do))")
_ASKED_NAMES = Pattern(
    r"\bten (?:\d+|tung|cac|nhung|may) (?:don vi|huyen|xa|phuong|thon|noi|hoi)\b|\bten (?:don vi|huyen|noi)\b|\b(?:don vi|huyen|xa|phuong|thon|noi) nao\b"
)
_NOT_LISTED = re.compile(r"\bkhong (?:duoc )?ke (?:ra|ten)\b|\bkhong ghi ten (?:don vi|huyen|xa|noi)\b")
_NAMES = Pattern(
    r"\b(?:san pham|sp) (?:ocop |chu luc )+nao\b|\bhuyen moi (?:[a-z0-9]+ ){1,14}ten (?:la )?gi\b|\bsan pham (?:[a-z0-9]+ ){1,14}san pham (?:nao|gi)\b|\b(?:la|ten) (?:hai|ba|bon|nam|may|nhung) (?:thon|san pham|sp|don vi|dv|huyen ngheo|ho) (?:nao|gi)\b|\bla (?:sp|san pham) (?:gi|nao)\b|\bgom (?:nhung )?(?:dv|don vi|dvi) (?:nao|gi)\b|\bhai huyen ngheo nao\b"
    r"|\b(?:thon|san pham|don vi|khoi \d+|phuong)(?: [a-z0-9]+){0,14} (?:ten (?:la )?(?:gi|nao)|la nhung (?:san pham|thon|don vi|phuong) (?:nao|gi)|gom nhung (?:don vi|thon|san pham|ai|gi)(?: nao)?)\b"
    r"|\bten (?:la )?xa (?:gi|nao)\b|\b(?:dia phuong|phuong|don vi|noi) nao (?:duoc |da |se )*(?:chon|lam diem)\b"
    r"|\bten (?:cac|nhung|tung) (?:ho(?! so\b)|nguoi|hoi vien|thon|gia dinh)\b"
    r"|\b(?:ke|neu|liet ke|cho|doc) (?:ra )?(?:ten|danh sach) (?:[a-z]+ ){0,3}(?:thon|ho(?! so\b)|nguoi|hoi vien|chi hoi|ca nhan|gia dinh)\b"
    r"|\b(?:ke|neu|liet ke) (?:ra )?ten (?:[a-z0-9]+ ){0,3}huyen ngheo\b|\bdanh sach (?:[a-z]+ ){0,2}(?:thon|ho(?! so\b)|hoi vien|chi hoi|ca nhan)\b"
)

ASKS = (
    _VENUE,
    _ONE_PLACE,
    _WHICH_WARD,
    _ASKED_NAMES,
    _NAMES,
)
"""By these it is seen that names are asked for."""


def no_venue(query: Query, body: str, _: Sequence[Fact]) -> bool:
    """Returns whether a hall, a beach or a road is asked for, which no plan names."""
    found = _VENUE.search(query.line) or _VENUE.search(query.said) or _VENUE.search(query.typed)
    return found is not None and re.search(rf"\b{found.group(1) or found.group(2)}\b", body) is None


def unnamed_place(query: Query, body: str, facts: Sequence[Fact]) -> bool:
    """Returns whether a place's name is asked for, and the answer has only so many places without their names."""
    if not asked(query, _ONE_PLACE, query.readings) or any(isinstance(fact, Communes | Districts) for fact in facts):
        return False
    if _SOME_PLACE.search(body) is None or "khong ghi ten" in body:
        return False
    gazetteer = query.base.gazetteer
    return not any(
        re.search(rf"\b{name}\b", body) for name in (*gazetteer.communes.full, *gazetteer.districts.full) if " " in name
    )


def no_names(query: Query, body: str) -> bool:
    """Returns whether the names of hamlets, households or people are asked for, which no plan lists."""
    if asked(query, _ASKED_NAMES) and _NOT_LISTED.search(told_in(body)):
        return True
    return asked(query, _NAMES) or (query.has("hai huyen nao") and query.has("ngheo"))


def no_ward(query: Query, body: str) -> bool:
    """Returns whether a ward, hamlet or household is asked for by name; the plans name none, and say only what all of them do."""
    if query.wants(Aim.WHEN, Aim.COUNT) or query.has("mo hinh|loai thon"):
        return False
    return (
        asked(query, _WHICH_WARD)
        and re.search(r"\b(?:moi|cac|nhung|tat ca)(?: xa,)? (?:phuong|thon|ho|chi hoi|khu)", body) is None
    )
