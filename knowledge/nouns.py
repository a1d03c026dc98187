"""What exactly is asked for: the noun beside "bao nhiêu", "mấy" and "nào", which an answer has to hold.

"Bao nhiêu áo phao?" is not answered by a fact without áo phao, whatever else it says of fishermen.
"""

import re
from collections.abc import Iterator

from knowledge.query import Query

_CLASSIFIERS = "cai|can|ngoi|con|chiec|cay|cuon|tam|bo|to|nguoi|vi|anh|chi"
_COUNTED = re.compile(rf"\b(?:bao nhieu|may) (?:(?:{_CLASSIFIERS}) )?([a-z]+)(?: ([a-z]+))?")
_WHICH = re.compile(r"\b([a-z]+) ([a-z]+) nao\b(?! (?:cung|do|ay))")
# Nouns that stand for what any fact may be: a day, a place, a body, a way, a document.
_ANY = frozenset(
    ["ngay", "thang", "nam", "quy", "luc", "khi", "gio", "hom", "bua", "dip", "thoi", "gian", "lan", "ky", "ky", "dot", "hoi", "tuoi", "tuan", "buoi", "phan", "tram", "dau", "cho", "noi", "ben", "vung", "mien", "xa", "huyen", "phuong", "thon", "tinh", "pho", "phuong", "dia", "ban", "khu", "thanh", "tp", "chuan", "muc", "loai", "kieu", "cach", "thuc", "hinh", "phap", "viec", "dieu", "noi", "dung", "thu", "gi", "y", "phan", "nhom", "van", "linh", "vuc", "cap", "don", "vi", "co", "quan", "to", "chuc", "doan", "the", "hoi", "ban", "nganh", "so", "bo", "phong", "bac", "doi", "tuong", "ai", "nguoi", "tap", "the", "ca", "nhan", "luc", "luong", "thanh", "vien", "mo", "phongtrao", "cvd", "trinh", "hieu", "quyvon", "an", "danh", "khau", "kehoach", "ban", "quyet", "dinh", "thi", "tu", "tri", "dan", "vien", "luat", "chi", "tieu", "muc", "dich", "cau", "ten", "cum", "chu", "so", "la", "nhu", "the", "sao", "cai", "nao", "nay", "do", "kia", "ay", "no", "thi", "ma", "voi", "va", "hay", "cua", "cho", "de", "tu", "den", "toi", "vao", "theo", "trong", "ngoai", "tren", "duoi", "truoc", "sau", "cung", "con", "nua", "ra", "len", "xuong", "hanchot", "ntm", "dtvm", "nang", "mau", "cao", "ve", "nghi", "quy", "che", "ke", "hoach", "dong", "chi", "bac", "chu", "co", "anh", "em", "ong", "ba", "chau", "bot", "du", "nhieu", "it", "hon", "phai", "duoc", "dat", "lam", "co", "xong", "nop", "gui", "bao", "vay", "lon", "nho", "rong", "dai", "sau", "xa", "gan", "cao", "thap", "moi", "cu", "chua", "roi", "tat", "ca", "tong", "cong", "them", "chiem", "diem", "sach", "khoan", "qua", "cham", "quoc", "trang", "moc", "lau", "chung", "tren", "mot", "noi", "tieng", "mon"]  # a list of words is read as a line
)
# What is counted so may be anything, or is no noun.
_NOT_COUNTED = _ANY - frozenset("xa huyen phuong thon tinh ho hoi nguoi chi tieu chuan nhom lop hoi vien".split())  # noqa: SIM905  # the same
# Before the noun, these are no part of its name: "do hãng nào", "ở bãi nào".
_FUNCTION = frozenset("do o cua cho voi tu tai boi la duoc bang ve vao den".split())  # noqa: SIM905  # the same
_SAME = {"met": ("m",), "cay": ("km",), "tram": ("%",), "mon": ("san pham",)}


def asked_nouns(query: Query) -> Iterator[tuple[str, ...]]:
    """Yields the nouns that an answer has to hold, each with the words of the plans that it may mean."""
    words = {found.group(1) for found in _COUNTED.finditer(query.line)} - _NOT_COUNTED
    words |= {found.group(2) for found in _WHICH.finditer(query.line) if found.group(1) in _FUNCTION or found.group(1) not in _ANY} - _ANY
    for word in words:
        place = next((one for one in query.places if word in (one.word.fold, *(term for term, _ in one.meant[:1]))), None)
        meant = tuple(term for term, _ in place.meant) if place else ()
        yield (word, *meant, *_SAME.get(word, ()))
