"""Whether a folded sentence wants something of a reporting period (kỳ báo cáo), and what. Pure."""

import re

from bot.reading.days import days, without
from bot.reading.period_span import spans
from bot.reading.period_wish import Deed

_MENDED = (
    "mo dong khoa gia han ky dot bao cao thang quy nam chi hoi phuong huyen tinh truoc cham nhat ngay ket thuc chot doi"
    " lui keo dai cac danh sach xem den nong thon nguoi ngheo cuoc van chung hoach dau cuoi"
)
WORDS = frozenset(_MENDED.split())
"""The words a slip in which is mended."""

_OTHER_KY = "niem|yeu|nghi|thi|hop|luat|cong|nang|vong|ten|su|thuat|quan|ket|vua|han(?! (?:ngay )?~)"
_NOT_AFTER = "".join(f"(?<!{word} )" for word in ("tam", "nhiem", "thoi", "dinh", "chu", "thu", "hoc", "tru", "nuoc"))
_KY = rf"{_NOT_AFTER}\b(?:(?:ky|ki)\b(?! (?:{_OTHER_KY})\b)|dot(?= bao cao\b))"
_FILL = r"(?: (?:(?:giup|cho|gium|dum|ho)(?: (?:toi|minh|tui|em|hoi))?|lai|mot|1|them|ngay|luon|cac))*"
_MO = "".join(f"(?<!{word} )" for word in ("bua", "hom", "ngay", "khi", "cho", "noi", "nguoi")) + r"\bmo\b"
_OPEN = re.compile(rf"(?:{_MO}|\b(?:tao|lap|khai|bat dau|phat dong|khoi dong)\b){_FILL} {_KY}")
_OPEN_LOOSELY = re.compile(_MO)
_OPEN_REPORT = re.compile(rf"{_MO}{_FILL} (?:bao cao|bc)\b")
_CLOSE = re.compile(rf"\b(?:dong|khoa|ket thuc|chot|cham dut)\b{_FILL} {_KY}")
_EXTEND = re.compile(r"\bgia han\b")
_EXTEND_PERIOD = re.compile(
    r"\b(?:keo dai|lui han|doi han|them han|hoan han|rut han|lui thoi han|doi thoi han|sua (?:lai )?han|thay doi han)\b"
)
_PERIOD = re.compile(_KY)
_REPORT = re.compile(r"\b(?:bao cao|bc)\b")

_QUESTION = re.compile(
    r"\b(?:khi nao|bao gio|luc nao|ngay nao|hom nao|chua|da mo|da dong|dang mo|da gia han|con mo)\b|\bco\b.* khong$"
)
_OTHER_QUESTION = re.compile(r"\b(?:ai|la gi|gi vay|may|bao lau|bao nhieu|nao|vi sao|tai sao|mo hinh)\b")
_HOW = re.compile(r"\b(?:the nao|lam sao|cach|huong dan|ra sao|nhu nao)\b")
_NOT = re.compile(r"\b(?:dung|khoan|khong|chua nen|thoi khong)(?: \w+)? (?:mo|dong|gia han|khoa)\b")
_EDGES = re.compile(r"^\W+|\W+$")
_POLITE = "cho|toi|tui|minh|xin|nho|dong chi|giup|voi|nha|nhe|di|a|xem|liet ke|muon|dum|gium|/"
_LIST = re.compile(
    rf"(?:(?:{_POLITE}) )*(?:(?:cac|nhung|danh sach|tat ca|toan bo) )*(?:ky|ki|dot)(?: bao cao)?"
    rf"(?: (?:bao cao|dang mo|da mo|hien nay|hien tai|bay gio|cua hoi|trong nam))*(?: (?:{_POLITE}))*"
)
_LIST_ASKED = re.compile(
    r"(?:hien |bay gio |hien nay )?(?:co )?(?:dang mo |nhung |cac )?(?:ky|dot)(?: bao cao)? nao"
    r"(?: (?:dang|con|da))?(?: mo)?(?: khong)?|dang mo (?:ky|dot)(?: bao cao)? nao"
)
_NOW = r"(?:ky|ki|dot) (?:bao cao )?(?:nay|hien nay|bay gio|dang mo)"
_WHEN = r"(?:han|het han|ngay may|ngay nao|khi nao|bao gio|luc nao|may ngay)"
_DEADLINE = re.compile(rf"(?=.*\b{_NOW}\b)(?=.*\b{_WHEN}\b)(?!.*\b(?:mo|dong|gia han|doi|lui|keo)\b).*")
_SHORT = 70
"""A question about the association's own periods is short; a longer one is a question to the plans."""


def deed_of(text: str) -> Deed | None:
    """Returns what a folded text wants of a period, None when it wants nothing of one."""
    said = _EDGES.sub("", " ".join(text.split()))
    if (_LIST.fullmatch(said) and said not in ("ky", "dot", "ki")) or _LIST_ASKED.fullmatch(said):
        return Deed.LIST
    if len(said) <= _SHORT and _DEADLINE.fullmatch(said):
        return Deed.LIST
    marks = days(said)
    rest = without(said, marks)
    deed = None if _NOT.search(rest) else _wanted(rest, dated=bool(marks))
    if deed is None:
        return None
    if _QUESTION.search(rest):
        return Deed.LIST if len(said) <= _SHORT and _PERIOD.search(rest) else None
    if _HOW.search(rest):
        return Deed.HOW if len(said) <= _SHORT else None
    return None if _OTHER_QUESTION.search(rest) else deed


def _wanted(text: str, *, dated: bool) -> Deed | None:
    period = bool(_PERIOD.search(text))
    about = period or bool(spans(text))
    if (_EXTEND.search(text) and (about or _REPORT.search(text))) or (_EXTEND_PERIOD.search(text) and period):
        return Deed.EXTEND
    if _OPEN.search(text) or (dated and about and _OPEN_REPORT.search(text)):
        return Deed.OPEN
    if period and spans(text) and _OPEN_LOOSELY.search(text):
        return Deed.OPEN
    return Deed.CLOSE if _CLOSE.search(text) else None
