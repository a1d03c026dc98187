"""Remarks on the bot itself: "chữ nhỏ quá", "trả lời chi mà dài rứa", "không hiểu", and what is wished of it. Pure."""

import re
from enum import StrEnum
from functools import lru_cache

from bot.reading.folded import folded


class Remark(StrEnum):
    """What is remarked. SHORTER and PERSON are wishes: the last answer in few words, a person to talk to. OPENING:
    somebody is about to ask. UNANSWERED: no answer was seen. ANOTHER: something else was meant. SPEECH: whether it can
    be talked to, or called. TRUST: whether it is a cheat, or costs anything.
    """

    LETTERS = "letters"
    SLOW = "slow"
    LONG = "long"
    UNCLEAR = "unclear"
    BAD = "bad"
    SHORTER = "shorter"
    OPENING = "opening"
    UNANSWERED = "unanswered"
    ANOTHER = "another"
    SPEECH = "speech"
    TRUST = "trust"
    PERSON = "person"


_WISHES = (Remark.SHORTER, Remark.PERSON)
_LONGEST = 16
_KNOWN = ("khong", "hieu", "cham", "ngan", "nguoi", "loi")
_ABOUT = (
    r"(?:troi(?: oi| dat)?|chu choa|chao oi|ui|oi|ua|u|ma|thoi|ne|nay|ni|sao|rang|nhin|cai|con"
    r"|may(?: moc)?|bot|robot|tro ly"
    r"|mi|em|chau|chu em|anh|chi|chu|bac|ong|ba|ban|dong chi|d/c|app|ung dung|chuong trinh"
    r"|trang(?: nay| ni)?|dien thoai"
    r"|tra loi|noi|nhan|viet|ghi|giai thich|tin(?: nhan)?|cau|gi|la|thi|toi|tui|minh|doc|coi|xem"
    r"|thay|gia|gia roi|het|lai"
    r"|cho|voi|vay|rua|the|nghe|kieu|chuyen|bua ni|qua|luc nao cung|cu|hoai|that|xin|lam on|nho|giup"
    r"|hay|muon|can|duoc)"
)
_SO = (
    r"(?:qua|rua|ri|vay|the|lam|ghe|du|dua|that|troi|di|a|ha|hi|he|hem|nghe|nha|nhe|em|chau|anh|chi"
    r"|chu|bac|ban|oi|dong chi"
    r"|luon|roi|chi|gi|hoai|mai|qua troi|cuc|voi|giup|gium|dum|toi|tui|minh|thoi|thui|ne|ma"
    r"|day|hung|xiu|ti|chut|cai)"
)
_WAYS = (
    (
        Remark.LETTERS,
        r"(?:chu(?: viet| nghia)? (?:nho|be|ti|li ti|mo)(?: (?:xiu|ti|teo|nhu kien|qua|lam|rua))*"
        r"(?:[ ,]+(?:toi |tui )?(?:doc|nhin|coi) (?:khong|ko|chang) (?:ra|duoc|ro|thay|noi))?|(?:nho|be|mo) chu"
        r"|mat (?:toi |tui )?(?:kem|mo|yeu|lem nhem|toet)(?: (?:doc|nhin|coi))*(?: (?:khong|ko"
        r"|chang) (?:ra|duoc|ro|thay|noi))?"
        r"|(?:khong|ko|chang|k) (?:doc|nhin|thay|coi)(?: (?:duoc|ra|ro|noi))* chu"
        r"|(?:phong|lam|chinh|tang|cho|de|viet)?(?: cai)? ?(?:co )?chu (?:to|lon|bu)(?: (?:len|ra|hon"
        r"|them|duoc khong))*"
        r"|(?:phong|lam|chinh|tang) (?:to|lon|co) (?:chu|len)"
        r"|lam (?:sao|rang|the nao) (?:de |cho )+(?:cai )?chu (?:to|lon|bu)(?: (?:len|ra|hon))*)",
    ),
    (
        Remark.SLOW,
        r"(?:cham(?: (?:chap|nhu rua|nhu sen|i))?|lau(?: (?:lac|lat))?|i ach|(?:cho|doi) (?:hoai|mai|lau"
        r"|mon|dai co)|treo)",
    ),
    (
        Remark.SHORTER,
        r"(?:(?:ngan|gon|ngan gon|van tat|it)(?: (?:hon|lai|thoi|thui|gon|chu|loi|lai coi))+|tom tat(?: lai)?|tom lai"
        r"|(?:noi|tra loi|viet) (?:ngan|gon|van tat|ngan gon))",
    ),
    (
        Remark.LONG,
        r"(?:dai(?: (?:dong|thoong|ngoang))*|(?:nhieu|lam) (?:chu|loi)|ruom ra|lan man|loang ngoang|day dac)",
    ),
    (
        Remark.UNCLEAR,
        r"(?:(?:khong|ko|k|chang|cha|hong|hok|chua|nao co|dau co) hieu(?: (?:gi|chi|noi|duoc|ca|het|tron|tro|y|sao))*"
        r"|ha|noi (?:gi|chi)(?: (?:ha|rua|vay|the|co))*|kho hieu|roi (?:ram|mu|tinh mu|beng|nhu to vo|qua)"
        r"|lon xon|hieu chet lien|nhu danh do)",
    ),
    (
        Remark.BAD,
        r"(?:(?:tra loi|noi) (?:sai|trat|nham)(?: cau(?: hoi)?(?: (?:do|nay|kia|ni))?)?[ ,.]+(?:sua|tra loi|noi"
        r"|coi) lai"
        r"|(?:tra loi|noi|chi|hieu|giai thich) (?:sai|trat|lac de|tao lao|bay|tam bay|nham|do|te|lung tung|vo van)"
        r"(?: (?:bet|lat|het|roi|ba))*"
        r"|(?:khong|ko|chang) (?:trung|dung|an nhap)(?: (?:cau hoi|y|chi|gi|cau toi hoi))+"
        r"|hoi (?:mot|1) (?:dang|duong|neo) (?:tra loi|noi) (?:mot|1) (?:dang|duong|neo)"
        r"|do(?: (?:ec|te|hoi))|te (?:qua|that|hai)|chan (?:qua|ghe|ngat|chua|that)|buc (?:minh|qua)"
        r"|vo (?:dung|tich su)"
        r"|(?:hong|hu|bi loi|loi)(?: (?:roi|het|me))+|(?:sai|trat)(?: (?:bet|lat|het|roi))+|(?:do |thang )ngu"
        r"|ngu (?:qua|the"
        r"|rua|ghe)|kem (?:qua|coi)|nham nhi"
        r"|chang giup duoc gi|khong giup duoc (?:gi|chi))",
    ),
    (
        Remark.OPENING,
        r"(?:(?:toi |tui |bac |chu |co )?(?:muon |xin |dinh |can )?(?:duoc )?(?:cho (?:toi |tui |minh |em )?)?hoi"
        r"(?: (?:chut|xiu|ti|cai|cai nay|cai ni|viec|viec nay|dieu nay|may cau|mot cau|mot chut|mot ti"
        r"|cau|nay|ni|tham))*"
        r"|vui (?:qua|ghe|that|he|hi)|(?:hi|ha|he|hu){2,}|k{3,}|(?:hi|ha|he)(?: (?:hi|ha|he))+)",
    ),
    (
        Remark.UNANSWERED,
        r"(?:(?:sao|rang|ma|nay gio|cho mai)(?: (?:van|cu|lai))* (?:khong|ko|k|chua|chang) (?:thay )?"
        r"(?:tra loi|nhan lai|noi gi|noi chi|rep)"
        r"|(?:khong|ko|chua|chang) thay (?:tra loi|nhan lai|noi gi|noi chi)|tra loi (?:di|coi|toi|tui"
        r"|nhanh)|im (?:re|lang|thin thit)"
        r"|(?:nhan|hoi|gui|goi)(?: (?:tin|hoai|mai|suot|roi|nay gio))* (?:ma |sao )*(?:khong|ko|k|chua|chang)"
        r" (?:thay |co |duoc )*(?:ai )?(?:tra loi|nhan lai|noi gi|noi chi|rep|hoi am))",
    ),
    (
        Remark.ANOTHER,
        r"(?:(?:khong|ko|k|dau) phai (?:cai|y|cau|chuyen|dieu)?(?: ?(?:do|nay|ni|nay|kia|rua|vay|toi|tui|minh))*"
        r"|(?:y (?:toi |tui |minh )?)?(?:hoi|noi|la) (?:cai|chuyen|viec|cau|dieu) khac|(?:doi|hoi) "
        r"(?:cau|chuyen)(?: hoi)?(?: khac)?"
        r"|(?:cau|chuyen) khac|(?:hoi|lam|noi|bat dau) lai(?: tu)? dau|(?:thoi )?bo (?:di|qua di)|khoi tra loi)",
    ),
    (
        Remark.SPEECH,
        r"(?:(?:doc|noi)(?: (?:len|cho|bang loi|bang tieng|bang giong|ra tieng))+(?: (?:toi|tui|minh|bac"
        r"|nghe|noi|loi))*"
        r"|(?:nhan|noi|gui|bao cao|tra loi|hoi)(?: (?:tin|bang|qua|tin nhan))* (?:tieng|giong|giong noi"
        r"|tieng noi|thoai|am thanh)"
        r"|(?:co )?(?:goi|dien)(?: dien)?(?: (?:thoai|cho|duoc|truc tiep))*|noi chuyen bang mieng)"
        r"(?: (?:co )?(?:duoc|dc)? ?(?:khong|ko|k|hong|chu))"
        r"|goi(?: dien)?(?: thoai)?(?: lai)? cho (?:toi|tui|minh|bac|chu)",
    ),
    (
        Remark.TRUST,
        r"(?:(?:co (?:phai )?|la )?(?:lua dao|lua|gia mao|gat)(?: (?:dao|nguoi|tien))?(?: (?:khong|ko|ha|phai khong))?"
        r"|(?:co )?(?:ton|mat|thu|tru|tinh|dong)(?: \w+)? (?:tien|phi|cuoc|tien mang)(?: (?:khong|ko"
        r"|hong|chi khong|gi khong))"
        r"|(?:tin|cai|thong tin)(?: (?:nay|ni|do))* co (?:dung|that|tin duoc|chinh xac)(?: (?:that"
        r"|chinh xac))? (?:khong|ko)"
        r"|co (?:tin|tin tuong) duoc (?:khong|ko)|co an toan (?:khong|ko))",
    ),
    (
        Remark.PERSON,
        r"(?:(?:gap|noi chuyen|trao doi)(?: (?:voi|truc tiep|cho))* "
        r"(?:nguoi(?: (?:that|ta|thiet))?|can bo|nhan vien|ai do|tong dai|nguoi phu trach)(?: (?:that"
        r"|hoi|phu trach))*"
        r"|(?:khong|ko) (?:noi chuyen|noi) (?:voi )?may)",
    ),
)
_COMPILED = tuple((found, re.compile(rf"(?:{_ABOUT}[ ,.!]+)*{core}(?:[ ,.!]+{_SO})*")) for found, core in _WAYS)
_ANY = re.compile(rf"(?:{_ABOUT}[ ,.!]+)*(?:{'|'.join(core for _, core in _WAYS)})(?:[ ,.!]+{_SO})*")
"""One of them, whichever: what is no remark at all is none of them, and most texts are not."""


@lru_cache(maxsize=64)  # several ask it of the same message
def remark(text: str) -> Remark | None:
    """Returns what a text remarks on the bot, None for one that says anything else besides."""
    low = " ".join(folded(text, _KNOWN).replace("_", "").split()).strip(" .,!?:)(")
    words = low.split()
    if not words or len(words) > _LONGEST:
        return None
    if (one := _one(low)) is not None:
        return one
    for place in range(1, len(words)):  # "dài quá, nói gọn thôi": what is wished counts
        if (first := _one(" ".join(words[:place]).strip(" .,!?"))) is None:
            continue
        second = _one(" ".join(words[place:]))
        if second not in (None, Remark.OPENING):  # "ảnh đại hội" is not "dài" and "hỏi"
            return next((wish for wish in (second, first) if wish in _WISHES), first)
    return None


def _one(low: str) -> Remark | None:
    if not _ANY.fullmatch(low):
        return None
    return next((found for found, pattern in _COMPILED if pattern.fullmatch(low)), None)
