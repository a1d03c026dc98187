"""What asks nothing: somebody tells of himself, his people, the weather: "tui đau chân không đi họp được". Pure."""

import re
from enum import StrEnum

from knowledge.fold import plain, same_form


class Told(StrEnum):
    """What somebody tells: that he cannot come, that he has handed something in, of illness, of a death, of
    a button that does nothing, or else."""

    ABSENT = "absent"
    HANDED_IN = "handed in"
    UNWELL = "unwell"
    GRIEF = "grief"
    BUTTON = "button"
    OTHER = "other"


_LONGEST = 40
_SHORTEST = 3
_LEAD = re.compile(
    r"(?:(?:da|thua|vang|u|alo|chao|bao cao|kinh bao cao|kinh thua|xin bao|bao voi|thoi|ma)"
    r"(?= (?:da|thua|vang|xin|dong chi|d/c|anh|chi|em|bac|chu|co|toi|tui|minh|hom|mai|nay|vo|chong|nha|troi))[ ,]+"
    r"|(?:dong chi|d/c|anh|chi|em|bac|chu|co|ban|chau|tro ly)(?: \w+)? oi[ ,:.!]*|(?:dong chi|d/c),? )+"
)
_DAY = (
    r"(?:(?:sang|trua|chieu|toi|dem|khuya)(?: hom)? (?:nay|ni|qua|mai|mot)|hom (?:nay|ni|qua|kia|truoc|bua)"
    r"|bua (?:nay|ni|qua|truoc|kia|mai)|ngay (?:mai|mot|kia|qua)|mai(?: mot)?"
    r"|may (?:bua|hom|ngay|thang|nam) (?:nay|ni|qua|truoc)|tuan (?:nay|ni|sau|truoc|toi)|thang (?:nay|sau|truoc)"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|dao nay|ky ni|luc nay|gio|lau nay|nay)"
)
_DAYS = re.compile(rf"(?:{_DAY}[ ,]+)+")
_ME = r"(?:toi|tui|tau|minh|em|chau)"
_KIN = (
    r"(?:nha|gia dinh|vo|chong|ba xa|ong xa|ba nha|ong nha|con(?: trai| gai| dau| re| ut)?|thang (?:con|chau)"
    r"|dua (?:con|chau)|chau(?: noi| ngoai)?|me|ma|cha|bo|anh|chi|ba gia|ong gia|ong|ba|thon|xom|que|cho|ho)"
)
_ILL_KIN = r"(?:vo|chong|con|me|cha|ba xa|ong xa|chau) (?:bi |dang |moi |vua )?(?:om|nhuc|mat)"
_MINE = re.compile(rf"(?:(?:{_KIN} )?{_ME}|{_ILL_KIN})\b")
_HERE = r"(?:(?:ngoai|trong|o|dang)(?: (?:ni|nay|day|do|nha|que|dong))? )*"
_WEATHER = re.compile(
    rf"{_HERE}(?:(?:troi|duong)(?: oi)?[ ,]*(?:dang |lai )?(?:mua|nang|lanh|nong|bao|lut|ngap|gio|trot|lay|am|hanh)\b"
    r"|(?:mua|nang|lanh|nong|gio|bao|lut|nuoc)(?: (?:to|lon|bao|gio|nong|lanh|len|ngap))*"
    r" (?:qua|hoai|suot|mai|lam|ghe|du|that|to|lon|lut)\b)"
)

_SORE = r"(?:chan|lung|bung|dau|nguoi|rang|hong|vai|khop|mat|tay|xuong|goi|co|tim|da day|nhuc|om|qua|lam|may)\b"
_HURTS = re.compile(rf"\bdau (?={_SORE})")
_SPAN_OF_TIME = re.compile(rf"\b(?:{_DAY})\b")
_NO_MATTER = re.compile(r"\bkhong (?:sao|co chi|co gi)\b")
_ASKS = re.compile(
    r"\?|\bco (?:bi|duoc|phai|can|nen)\b"
    r"|\b(?:ai|gi|nao|lao(?! dong)|sao|dau|may|bao nhieu|bao gio|bao lau|hay la|the nao|rang|ra rang|hoi|mo)\b"
    r"|\b(?:rua|lam|viec|cai|co|con|mac|muc) chi\b|\bchi (?:rua|vay|the|khong)\b|\b(?:phai|dung|duoc|co|con) khong\b"
    r"|(?:khong|ko|k|chua|hong|hem|ha|hay)(?: (?:hi|he|a|e|vay|rua|day|do|nhi|ta|dong chi|em|anh|chi|chu|bac|chau))*$"
)
_WISHES = re.compile(
    r"\b(?:muon|can|nho|giup|gium|dum|xem|coi|doc|tim|kiem|tra|ke|chi cho|noi cho|gui cho|lay|chon|dinh hoi|de nghi"
    r"|kien nghi|thac mac|y (?:toi|tui|minh)|ho tro|vay|huong dan|dang ky|xin(?! (?:phep|vang|nghi|bao|loi|chia))"
    r"|cho (?:toi|tui|minh|em|hoi|xin|biet|coi|xem)"
    r"|(?:khong|chua|ko) (?:hieu|biet|ro|thay|nghe|nhan|nho|vo|vao)|khong (?:vao|mo) duoc|quen|mat (?:ma|so|the)"
    r"|(?:khong|ko|k) (?:gui|nop|nap|nhap|bam|sua) (?:duoc|dc|noi)"
    r"|(?:gui|nop|nap|nhap|bam|sua|vao|vo|mo)(?: \w+){0,2} (?:khong|ko|k) (?:duoc|dc|noi))\b"
)
_MATTER = re.compile(
    r"\b(?:ke hoach|kh ?\d|chi thi|nghi quyet|quyet dinh|mo hinh|chi tieu|tieu chi|muc tieu|phong trao|cuoc van dong"
    r"|nong thon moi|ntm|do thi|han|thoi han|so lieu|danh sach|ho (?:ngheo|can)|can ngheo|nha tam|ngheo|bao cao"
    r"|thong bao|ma moi|ma lien ket|lien ket|quy (?:hoi|dong doi|von)|ket nap|dac biet kho khan|muc [ivx\d]+"
    r"|nop|nap|gui|nhap|sai|xoa|diem [a-z\d]|phu luc|chuong trinh|chi hoi|o|la|ten|so)\b"
)
"""What the plans, the reports and the house talk of: beside such a word a message may well want something."""

_COME = r"(?:di|du|den|toi|ra|len|xuong|tham gia|tham du|co mat|hop|sinh hoat)"
_NOT = r"(?:khong|ko|k|hong|hok|chang|khong the|chua the)(?: the| co)?"
_ABLE = r"(?:duoc|dc|noi|kip)"
_GATHERING = r"(?:hop|sinh hoat|du|le|dai hoi|hoi nghi|tap huan|ra quan|gap mat|mit tinh|chao co)\b"
_ABSENT = re.compile(
    rf"\b{_NOT} (?:vo(?= {_GATHERING})|{_COME})\b(?:(?: (?!khong)\w+){{0,5}} {_ABLE}\b| {_GATHERING}|$)"
    rf"|\b(?:(?:di|du|den)(?: {_GATHERING})?|toi {_GATHERING})(?: (?!khong)\w+){{0,3}} (?:khong|ko|k|hong) {_ABLE}\b"
    r"|\b(?:xin )?(?:phep )?(?:vang (?:mat|hop|buoi)|nghi (?:hop|sinh hoat))\b"
    r"|\bxin (?:phep )?(?:duoc )?(?:vang|nghi)\b"
)
_NOT_COMING = re.compile(
    r"\b(?:gui|bam|nhap|nop|nap|sua|in|tai|mang|hinh|anh chup|tin(?! buon)|zalo|dien thoai|ma moi|ma so|bien nhan"
    r"|so lieu|bao cao)\b"
    r"|^ma\b|\b(?:\d+|may|nhieu) (?:nguoi|ho|hoi vien|dong chi|anh em)\b"
)
"""What does not come or go may be a letter or a page; how many do not come is told of others."""
_WHOM = re.compile(r"\b(?:thi )?(?:phai )?(?:bao|noi|nhan|goi|xin|lien he)(?: (?:voi|cho|phep))? (?:ai|dau)\b[ ?]*")
"""Whom to tell of it: what is asked is told anyway."""

_HANDED = re.compile(
    rf"(?:(?:{_KIN} |chi hoi )?{_ME} |chi hoi )?(?:{_DAY} )?(?:da |moi |vua |co )?(?:nop|nap|gui|bao cao)"
    r"(?: (?:bao cao|bc|so lieu|len|cho (?:xa|huyen|tinh|tren|anh|chi|dong chi)))*"
    rf"(?: (?:het|xong|du|day du|{_DAY}|len|tu (?:hom|bua|tuan) \w+))*"
    r" roi(?: (?:do|ma|nghe|nhe|nha|a|day|kia|dong chi|em|anh|chi|chu|bac|hi))*"
    rf"|(?:(?:{_KIN} |chi hoi )?{_ME} |chi hoi )da (?:nop|nap|gui|bao cao)(?: (?:bao cao|bc|so lieu))?(?: {_DAY})*"
)
_GRIEF = re.compile(
    r"\b(?:moi|vua|da|bi) (?:mat|chet|khuat)(?= roi| hom| bua| sang| toi| tuan| thang|$)"
    r"|\b(?:me|cha|ma|bo|vo|chong|anh|chi|em|con|ong|ba)(?: noi| ngoai)?(?: toi| tui| minh)? (?:mat|chet)(?= roi|$)"
    r"|\b(?:qua doi|tu tran|dam tang|dam ma|le tang|chiu tang)\b"
)
_UNWELL = re.compile(
    r"\b(?:om|benh|met|cam|sot|nhuc (?:chan|lung|bung|dau|nguoi|rang|hong|vai|khop|mat|tay|xuong|goi|co|tim|da day"
    r"|moi|om|qua|lam|may)|nam vien|nhap vien|di vien|mo mat|mo xong|te xe|te nga|bi nga|bi te|gay (?:chan|tay)"
    r"|tai bien|dot quy|chong mat|mat ngu|huyet ap|tieu duong|khong khoe|yeu (?:qua|lam))\b"
)
_BUTTON = re.compile(
    r"\b(?:bam|an|nhan|cham)(?: (?:vao|vo|hoai|mai|cai|nut|chu|gui|sua|tiep|bao cao|da nhan))+"
    r" (?:ma |van |cung |no |thi )*(?:khong|ko|k|hong|chang|chua)(?: (?:thay|co))?"
    r"(?: (?:duoc|dc|an|an thua|len|chay|qua|chi|gi))"
    r"(?: (?:het|ca|ne|roi|qua|a|em|chau|dong chi|anh|chi))*$"
    r"|^(?:sao |ma )*(?:toi |tui |minh )?(?:bam|gui)(?: (?:hoai|mai|di))* (?:khong|ko|k|hong)"
    r" (?:duoc|dc|di)(?: (?:roi|rua|vay|a))*$"
    r"|\b(?:khong|ko|k|hong|chang) (?:bam|an|nhan) (?:duoc|dc)(?: (?:nut|cai|chu)(?: \w+){0,3})?$"
    r"|\b(?:khong|ko|k|hong|chang) (?:thay|co) (?:cai )?nut(?: (?:nao|mo|het|de bam|gui))*$"
)
"""The buttons do not work, or are not seen: "tui bấm gửi không được"."""
_ILL = re.compile(
    r"(?:(?:dang|bi|moi|lai|con) )*(?:om|benh (?:qua|roi|nang)|nhuc|nam vien|nhap vien|te xe|gay (?:chan|tay))\b"
)


def is_no_figure(text: str) -> bool:
    """Returns whether a text tells of somebody or something, and answers no question: its "không" is no nought."""
    return told(text) in (Told.ABSENT, Told.UNWELL, Told.GRIEF, Told.BUTTON)


def is_button_trouble(text: str) -> bool:
    """Returns whether somebody tells that a button does nothing, or that he sees none: no answer to any question."""
    return told(text) is Told.BUTTON


def told(text: str) -> Told | None:
    """Returns what a text tells that asks and wishes nothing, None for any other."""
    spelled = same_form(text).replace("đau", "nhức").replace("vâng", "dạ").replace("tôi", "tui")
    line = " ".join(spelled.split()).strip(" .,!;:)(")
    low = _HURTS.sub("nhuc ", plain(line))
    words = low.split()
    if not words or len(words) > _LONGEST:
        return None
    low = low[found.end() :] if (found := _LEAD.match(low)) else low
    if _HANDED.fullmatch(low):
        return Told.HANDED_IN
    if _BUTTON.search(low):
        return Told.BUTTON
    absent = _ABSENT.search(low) is not None and _NOT_COMING.search(low) is None
    wishes = _MATTER.search(low) or _WISHES.search(low)
    if wishes and not absent:
        return None
    plainly = _SPAN_OF_TIME.sub(" ", _NO_MATTER.sub(" ", _UNWELL.sub(" ", low)))
    beside = _ABSENT.sub(" ", _WHOM.sub(" ", plainly))
    if absent and not _ASKS.search(beside) and not _WISHES.search(_ABSENT.sub(" ", low)):
        return Told.ABSENT
    if wishes or _ASKS.search(plainly):
        return None
    days = _DAYS.match(low)
    rest = low[days.end() :] if days else low
    mine = _MINE.match(rest) is not None
    if mine and _GRIEF.search(low):
        return Told.GRIEF
    if _ILL.match(rest) or (_UNWELL.search(low) and (mine or days)):
        return Told.UNWELL
    return Told.OTHER if len(words) >= _SHORTEST and (mine or _WEATHER.match(rest)) else None
