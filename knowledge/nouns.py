"""What exactly is asked for: the noun beside "bao nhiêu", "mấy" and "nào", which an answer has to hold.

"Bao nhiêu áo phao?" is not answered by a fact without áo phao, whatever else it says of fishermen.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.syllables import is_syllable

_CLASSIFIERS = "cai|can|ngoi|con|chiec|cay|cuon|tam|bo|to|nguoi|vi|anh|chi"
_COUNTED = Pattern(
    rf"\b(?:(?<!so )bao nhieu|(?<!so )(?<!quy )(?<!ngay )(?<!thang )(?<!nam )(?<!muc )(?<!thu )(?<!cot )(?<!dieu )may) (?!quay\b)(?:(?:{_CLASSIFIERS}) )?([a-z]+)(?: ([a-z]+))?"
)
_WHICH = Pattern(r"\b([a-z]+) ([a-z]+) nao\b(?! (?:cung(?! cap)|do|ay))")
_WHAT_THINGS = Pattern(
    r"\b(?:nhung|cac) (thiet|dung|vat|nguyen|nhac|phuong) (bi|cu|lieu|tien)(?: [a-z]+)? (?:gi|nao)\b"
)
# Nouns that stand for what any fact may be: a day, a place, a body, a way, a document.
_ANY = frozenset(
    [
        "ngay",
        "thang",
        "nam",
        "quy",
        "luc",
        "khi",
        "gio",
        "hom",
        "bua",
        "dip",
        "khoang",
        "thoi",
        "gian",
        "lan",
        "ky",
        "ky",
        "dot",
        "hoi",
        "tuoi",
        "tuan",
        "buoi",
        "phan",
        "tram",
        "dau",
        "cho",
        "noi",
        "ben",
        "vung",
        "mien",
        "xa",
        "huyen",
        "phuong",
        "thon",
        "tinh",
        "pho",
        "phuong",
        "dia",
        "ban",
        "khu",
        "thanh",
        "tp",
        "chuan",
        "muc",
        "loai",
        "kieu",
        "cach",
        "thuc",
        "hinh",
        "phap",
        "viec",
        "dieu",
        "noi",
        "dung",
        "thu",
        "gi",
        "y",
        "phan",
        "nhom",
        "van",
        "linh",
        "vuc",
        "cap",
        "don",
        "vi",
        "co",
        "quan",
        "to",
        "chuc",
        "doan",
        "the",
        "hoi",
        "ban",
        "nganh",
        "so",
        "bo",
        "phong",
        "bac",
        "doi",
        "tuong",
        "ai",
        "nguoi",
        "tap",
        "the",
        "ca",
        "nhan",
        "luc",
        "luong",
        "thanh",
        "vien",
        "mo",
        "phongtrao",
        "cvd",
        "trinh",
        "hieu",
        "quyvon",
        "an",
        "danh",
        "khau",
        "kehoach",
        "ban",
        "quyet",
        "dinh",
        "thi",
        "tu",
        "tri",
        "dan",
        "vien",
        "luat",
        "chi",
        "tieu",
        "muc",
        "dich",
        "cau",
        "ten",
        "cum",
        "chu",
        "so",
        "la",
        "nhu",
        "the",
        "sao",
        "cai",
        "nao",
        "nay",
        "do",
        "kia",
        "ay",
        "no",
        "thi",
        "ma",
        "voi",
        "va",
        "hay",
        "cua",
        "cho",
        "de",
        "tu",
        "den",
        "toi",
        "vao",
        "theo",
        "trong",
        "ngoai",
        "tren",
        "duoi",
        "truoc",
        "sau",
        "cung",
        "con",
        "nua",
        "ra",
        "len",
        "xuong",
        "hanchot",
        "ntm",
        "dtvm",
        "nang",
        "mau",
        "cao",
        "ve",
        "nghi",
        "quy",
        "che",
        "ke",
        "hoach",
        "dong",
        "chi",
        "bac",
        "chu",
        "co",
        "anh",
        "em",
        "ong",
        "ba",
        "chau",
        "bot",
        "du",
        "nhieu",
        "it",
        "hon",
        "phai",
        "duoc",
        "dat",
        "lam",
        "co",
        "xong",
        "nop",
        "gui",
        "bao",
        "vay",
        "lon",
        "nho",
        "rong",
        "dai",
        "sau",
        "xa",
        "gan",
        "cao",
        "thap",
        "moi",
        "cu",
        "chua",
        "roi",
        "tat",
        "ca",
        "tong",
        "cong",
        "them",
        "chiem",
        "diem",
        "sach",
        "khoan",
        "qua",
        "cham",
        "quoc",
        "trang",
        "moc",
        "rieng",
        "luon",
        "lau",
        "chung",
        "tren",
        "mot",
        "noi",
        "tieng",
        "mon",
        "nghin",
        "mat",
        "ngan",
        "tram",
        "chuc",
        "nhi",
        "he",
        "hi",
        "ha",
        "a",
        "day",
        "the",
        "rua",
        "ta",
        "va",
    ]  # a list of words is read as a line
)
# What is counted so may be anything, or is no noun.
_NOT_COUNTED = _ANY - frozenset("xa huyen phuong thon tinh ho hoi nguoi chi tieu chuan nhom lop hoi vien".split())  # noqa: SIM905  # the same
# Before the noun, these are no part of its name: "do hãng nào", "ở bãi nào".
_FUNCTION = frozenset("do o cua cho voi tu tai boi la duoc bang ve vao den".split())  # noqa: SIM905  # the same
_GENERAL = frozenset({"mảng", "chuyện", "kênh", "hướng", "đứa"})
"""Nouns that, written so, stand for whatever a fact tells; "nhà mạng" is none of them."""

_ASKING = re.compile(
    r"\b(?:gi|nao|ai|dau|sao|chi)\b(?! (?:hoi|bo|tieu|phi|tra|doan|huy|dao|dan|thi))|\bco (?:[a-z]+ ){1,12}khong$"
)
_PEOPLE = re.compile(r"may (?:anh|chi|bac|chu|ong|co|di|cau|dua|thay|cu)\b(?! (?:tieu|hoi|bo))")
"""People whom nobody counts: "mấy bác trong thôn"."""

_POINTED = re.compile(r"may (?:[a-z]+ ){1,3}(?:no|do|ay|nay|kia)\b")
_BREAK = re.compile(r"[,;.?!:]|\bvà\b")
_SAME = {
    "nha": ("ho",),
    "can": ("nha",),
    "ngoi": ("nha",),
    "gia": ("ho", "nha"),
    "thuoc": ("m",),
    "dac": ("san pham",),
    "met": ("m",),
    "cay": ("km",),
    "tram": ("%",),
    "mon": ("san pham",),
}


class AskedNoun(NamedTuple):
    """A noun that an answer has to hold."""

    word: str
    before: str
    """The word before it where it is chosen among ("bãi biển nào"), "" where it is counted."""

    meant: tuple[str, ...]
    """The words of the plans that it may mean, itself among them."""

    @property
    def chosen(self) -> bool:
        """Whether it is chosen among and not counted."""
        return bool(self.before)


def asked_nouns(query: Query) -> Iterator[AskedNoun]:
    """Yields the nouns that an answer has to hold."""
    words = {found.group(1): "" for found in _COUNTED.finditer(query.line) if not is_plural(query, found)}
    words |= {
        found.group(2): found.group(1)
        for found in _WHICH.finditer(query.line)
        if found.group(1) in _FUNCTION
        or found.group(1) not in _ANY
        or (found.group(1), found.group(2)) not in query.base.vocabulary.pairs
    }
    words |= {found.group(2): found.group(1) for found in _WHAT_THINGS.finditer(query.line)}
    for word, before in words.items():
        if word in (_ANY if before else _NOT_COUNTED | _FUNCTION):
            continue
        if not is_syllable(word) and word not in query.base.vocabulary:
            continue  # an unknown short form may be any noun
        place = next(
            (one for one in query.places if word in (one.word.fold, *(term for term, _ in one.meant[:1]))), None
        )
        if place and place.word.typed in _GENERAL:
            continue
        meant = tuple(term for term, _ in place.meant) if place else ()
        yield AskedNoun(word, before, (word, *meant, *_SAME.get(word, ())))


def is_plural(query: Query, counted: re.Match[str]) -> bool:
    """Returns whether "mấy" counts nothing and only says that there are several: another word asks behind it in the same clause,
    or points.
    """
    if not counted.group().startswith("may "):
        return False
    if _POINTED.match(query.line, counted.start()) or _PEOPLE.match(query.line, counted.start()):
        return True
    asking = _ASKING.search(query.line, counted.end())
    if not asking:
        return False
    first, last = (len(query.line[: one.start()].split()) for one in (counted, asking))
    places = query.places[first : last + 1]
    return bool(places) and not _BREAK.search(query.text[places[0].word.start : places[-1].word.end])
