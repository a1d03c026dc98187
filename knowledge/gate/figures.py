"""Whether an answer holds the figure that is asked for: an amount, a share, a number of parts, a document's number."""

import re

from knowledge.aims import Aim
from knowledge.gate.body import told_in
from knowledge.gate.times import ASKED_DAY
from knowledge.nouns import is_plural
from knowledge.pattern import Pattern
from knowledge.phrase import asked
from knowledge.query import Query

_NUMBERED = Pattern(
    r"\b(?:cot|dieu|khoan|khoi|chuong|kehoach(?! \d\d \d\d\b)|nghi quyet|quyet dinh|thong tri|cong van|chi thi|luat|de an|thong tu|huong dan|nghi dinh|quy che|chuong trinh phoi hop) (?:so )?(?!(?:19|20)\d\d\b)(\d{2,4})\b(?! (?:xa|huyen|noi dung|mo hinh))(?: (?:va|voi|hay) (?:[a-z]+ )?(?:so )?(?!(?:19|20)\d\d\b)(\d{2,4})\b)?"
    r"|(?<!\bchi hoi )(?<!\bto )(?<!\bthon )(?<!\bto hoi )\bso (?!(?:19|20)\d\d\b)(\d{1,4})\b(?! (?:xa|huyen|ho|nguoi|thang|nam|mo hinh|noi dung))"
)
_NO_FIGURE = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b|\b\d+(?:/\d{4})?[/-][a-z][\w/-]*|\b(?:so|muc|phu luc|cot|dieu|khoi|nam|thang|tieu chi|noi dung|quy|de an|thong tri|nghi quyet|quyet dinh|ke hoach) \d+\b(?:, \d+\b| va \d+\b)*|\b(?:19|20)\d\d\b"
)
_NONE_LEFT = re.compile(r"\b(?:khong con|khong co|het|toan bo|tat ca|deu)\b")
_TO_MAKE = Pattern(r"\b(?:lam|xay|sua|ho tro|giup|xoa)\b (?:duoc |moi |them )?(?:bao nhieu|may)\b")
"""How many are to be made: that none is to be left answers how many there will be, and not this."""

_HOW_MANY_THINGS = Pattern(
    r"\b(?:(?<!so )(?<!nam )(?<!ngay )(?<!thang )bao nhieu|(?<!so )(?<!ngay )(?<!thang )(?<!nam )(?<!quy )(?<!tieu chi )(?<!cot )(?<!muc )(?<!lan )may) (?!ngay|thang|nam|tuan|lau|gio|noi dung|phan|viec|muc dich|nhiem vu|loai|nhom|hinh thuc|cach|lan|quy|ky|cap|nganh|ben|noi|dieu|y|buoc|muc|giai doan|kieu|mo hinh|phongtrao|cvd|tieu chi|kehoach|van ban|chu|cua|do|thi|la|o|cho|ve|vay|nhieu|hanchot)([a-z]+)"
)
_HOW_MUCH = Pattern(r"(?<!tieu chi )(?<!nam )(?<!ngay )(?<!thang )(?<!quy )(?<!so )\bbao nhieu\b")
_MONEY = Pattern(
    r"(?<!\d )\b(?:(?:chuc|tram|may) trieu|(?:trieu|nghin|ngan|ty) (?:dong|bac)(?! bang))\b(?! (?:nguoi|ho|cay))"
)
_MONEY_SAID = re.compile(r"\d[\d.,]* (?:trieu|nghin|ty|dong)\b")
_LONG = 30
_OTHER_QUESTION = Pattern(r"\b(?:gi|nao|ai|dau|sao|khi|luc)\b|\b(?:quy|thang|ngay|nam|dinh|quyet|thi|so|tri) may\b")
_PERCENT = Pattern(
    r"\b(?:bao nhieu|may) (?:phan tram|%)|\bti le (?:la )?(?:bao nhieu|may)\b|\bty le (?:la )?(?:bao nhieu|may)\b"
)
_PARTS = Pattern(
    r"\b(?:bao nhieu|may) (?:can|nha|ngoi|cai) (?:xay|sua|lam moi)\b|\btrong do\b.{0,60}\b(?:bao nhieu|may)\b|\b(?:bao nhieu|may)\b.{1,40}\bcon lai (?:bao nhieu|may)\b|\b(?:xay moi|sua chua|sua)\b.{0,12}\b(?:bao nhieu|may)\b.{0,24}\b(?:xay moi|sua chua|sua|xay)\b.{0,12}\b(?:bao nhieu|may)\b"
)

ASKS = (
    _HOW_MANY_THINGS,
    _HOW_MUCH,
    _MONEY,
    _PERCENT,
    _PARTS,
)
"""By these it is seen that a figure is asked for."""


def no_figure(query: Query, body: str) -> bool:
    """Returns whether "bao nhiêu" is asked and the answer holds no figure."""
    return asked(query, _HOW_MUCH) and not query.finds(ASKED_DAY) and not _holds_figure(query, body)


def _holds_figure(query: Query, body: str) -> bool:
    """Whether an answer holds a number beside dates and the numbers of documents, or one in words before what is counted."""
    told = _NO_FIGURE.sub(" ", told_in(body))
    if re.search(r"\d", told) or (_NONE_LEFT.search(told) and not query.finds(_TO_MAKE)) or query.wants(Aim.LEFT):
        return True
    nouns = "|".join(
        {found.group(1) for found in _HOW_MANY_THINGS.finditer(query.line)}
        | {"mo hinh", "noi dung", "phongtrao", "don vi", "huyen", "xa", "phuong", "thon", "lan"}
    )
    return (
        re.search(rf"\b(?<!la )(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: (?!loai\b)[a-z]+)? (?:{nouns})\b", told)
        is not None
    )


def no_money(query: Query, body: str) -> bool:
    """Returns whether an amount of money is asked for, however its "bao nhiêu" is typed: "bnhiê triệu đồng"."""
    return asked(query, _MONEY, query.readings) and _MONEY_SAID.search(body) is None


def no_counted(query: Query, body: str) -> bool:
    """Returns whether something is counted and the answer holds no figure beside dates and the numbers of documents."""
    counted = [*_HOW_MANY_THINGS.finditer(query.line), *_HOW_MANY_THINGS.finditer(query.said)]
    if query.communes or not asked(query, _HOW_MANY_THINGS) or all(is_plural(query, one) for one in counted):
        return False
    if not asked(query, _HOW_MUCH) and (query.finds(_OTHER_QUESTION) or len(query.words) > _LONG):
        return False  # "mấy huyện trên núi thì phải lo gì?" counts nothing
    return not _holds_figure(query, body)


def no_such_number(query: Query, body: str) -> bool:
    """Returns whether a numbered part or document is named that the answer does not speak of: "cột 14", "Kế hoạch 45"."""
    numbers = [one for found in _NUMBERED.findall(query.line) for one in found if one and one != "121"]
    return any(re.search(rf"\b0*{int(number)}\b", body) is None for number in numbers)


def no_percent(query: Query, body: str) -> bool:
    """Returns whether a share in percent is asked for and the answer has none."""
    return asked(query, _PERCENT) and "%" not in body and "phan tram" not in body


def no_parts(query: Query, body: str) -> bool:
    """Returns whether the parts of a sum are asked for and the answer has too few figures for them."""
    return asked(query, _PARTS) and len(re.findall(r"\d[\d.]* (?:nha|can|ngoi|xa|ho|to)\b", body)) < 4
