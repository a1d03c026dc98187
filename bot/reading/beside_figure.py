"""What is asked, or put off, of the report itself while a figure is asked: "mai nộp được không", "nộp cho ai". Pure."""

import re
from enum import StrEnum

from bot.reading.folded import folded


class Beside(StrEnum):
    """What of the report is asked: its deadline (or it is put off), who gets it, whether it can be mended, how a figure
    is counted, whether it has to be given, how one is written, how many are left, whether it can be sent already, what
    the figure is for."""

    DEADLINE = "deadline"
    WHOM = "whom"
    MENDING = "mending"
    COUNTING = "counting"
    NEEDED = "needed"
    WRITING = "writing"
    LEFT = "left"
    MEANING = "meaning"
    SENDING = "sending"


_LONGEST = 24
_KNOWN = ("duoc", "khong", "thoi", "chot", "chung", "ngay", "tuan", "thang", "nhap", "muon", "cham", "truoc", "tinh")
_LEAD = re.compile(
    r"^(?:(?:da|a|u|thua|vang|thoi|ma|the|vay|rua|xin|oi|cho (?:toi|tui|minh|em|bac|chu)(?: hoi| xin)?|cho hoi|hoi"
    r"|nho|neu|gia|em oi|chau oi|chu oi|anh oi|chi oi|dong chi(?: oi)?)[ ,:]+)+"
)
_TAIL = re.compile(
    r"(?:[ ,]+(?:a|ha|he|hi|nhe|nghe|nha|nhi|vay|rua|ta|ri|voi|em|anh|chi|chu|bac|chau|dong chi|ban|do|so"
    r"|em oi|chau oi|roi|luon|thoi|di))+$"
)
_ME = r"(?:toi|tui|minh|em|chau|chi hoi|bac|chu|ben (?:toi|tui|minh))"
_NO = r"(?:khong|ko|k|kg|hong|hok|hem|hay khong|ha|chua)"
_MAY = rf"(?:co )?(?:duoc|dc|kip|sao|rang|tre|muon|cham|bi (?:phat|phe binh|tre)|nhan|on|phai) (?:{_NO}|chu)"
_DAY = (
    r"(?:(?:sang|trua|chieu|toi|dem)(?: hom)? (?:mai|mot|nay|ni|thu \w+|chu nhat)"
    r"|ngay (?:mai|mot|kia|\d{1,2})|mai(?: mot)?|mot|moi|qua tuan|(?:bua|hom|khi|luc) (?:sau|khac|mai|mot)"
    r"|(?:tuan|thang) (?:sau|toi|nay|ni)|(?:dau|cuoi|giua) (?:tuan|thang)(?: (?:nay|sau|toi))?"
    r"|(?:vai|may|it|\d+|hai|ba) (?:bua|hom|ngay|tuan)(?: nua)?"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])(?: tuan (?:nay|sau))?|chu nhat"
    r"|(?:lat|chut)(?: nua)?|\d{1,2}[/.-]\d{1,2})"
)
_LATE = rf"(?:(?:tre|muon|cham|sau)(?: han)?|qua han|{_DAY})"
_HAND = r"(?:nop|nap|gui|goi|bao cao|lam|nhap|bao|hoan thanh)"
_WHAT = r"(?:bao cao|bc|so lieu|cai|(?:ky )?(?:nay|ni)|het|xong|du|len|lai|ca|di)"
_MAY_LATER = re.compile(
    rf"(?=.*\b{_LATE}\b)(?=.*\b(?:{_HAND}|de|xin|cho|tre|muon|cham|han)\b).*\b"
    rf"(?:{_MAY}|thi (?:sao|rang)|co chi (?:khong|ko))"
    rf"|(?:xin |cho )*(?:{_ME} )?(?:xin )?(?:(?:nop|nap|gui) (?:tre|muon|cham)|gia han|khat)\b.*"
    r"|(?:co )?(?:gia han|khat|hoan)(?: them)?(?: \w+){0,3} (?:duoc|dc) (?:khong|ko|hong)"
)
_PUTS_OFF = re.compile(
    rf"(?:(?:de|hen|chac|cho|toi|tui|minh|em) )*{_DAY} (?:{_ME} )?(?:moi |se |roi |moi co the )?(?:nop|nap|gui)"
    rf"(?: (?:{_WHAT}|sau|tiep|cho|luon|mot the))*"
)
_WHEN = (
    r"(?:ngay (?:nao|mo|may)|(?:khi|bua|hom|luc|chung) (?:nao|mo)|bao gio|may (?:tay|gio|bua|hom)"
    r"|toi (?:dau|mo)|den (?:dau|khi nao|bao gio|ngay nao))"
)
_DEADLINE = re.compile(
    rf"(?:the |vay )?(?:thoi )?han(?: chot| cuoi)?(?: {_HAND})?(?: {_WHAT})*"
    rf"(?: (?:cua|ky|nay|ni|do|la|vao|den|toi|luc|con))* (?:{_WHEN}|sao|rang|the nao)"
    rf"|(?:{_ME} )?(?:{_WHEN})(?: (?:{_ME}|phai|can|la|thi))* (?:{_HAND}|(?:het|toi|den) han|xong|dong)(?: {_WHAT})*"
    rf"|(?:{_ME} )?(?:{_WHAT} )*(?:phai )?{_HAND}(?: {_WHAT})*(?: (?:truoc|vao|luc|han|cho|den|trong))* {_WHEN}"
    rf"|(?:con|het|qua|tre|toi|den)(?: thoi)? han(?: nop)? (?:{_NO})"
    rf"|(?:con|duoc) (?:may|bao nhieu) (?:ngay|bua|hom)(?: nua)?(?: (?:la )?(?:het han|toi han|nop|dong))*"
)
_WHOM = re.compile(
    rf"(?:{_ME} )?(?:phai )?(?:nhap |lam )?(?:xong )?(?:roi )?(?:thi )?(?:nop|nap|gui|goi)(?: {_WHAT})*"
    r"(?: (?:cho|toi|den|ve|o|qua|len))* (?:ai|dau|mo|cho nao|cho mo)"
    rf"|ai (?:se |duoc )?(?:nhan|xem|doc|duyet|coi)(?: (?:bao cao|bc|so lieu|cai))?(?: (?:nay|ni|cua {_ME}))*"
)
_TOO_MANY = re.compile(
    r"(?:sao|rang|mac chi|gi|chi|lam gi|lam chi)? ?(?:ma )?(?:lai )?hoi (?:chi |gi )?(?:ma )?"
    r"(?:nhieu|lam|dai|hoai)(?: (?:the|qua|lam))*"
)
_MENDING = re.compile(
    r"(?=.*\b(?:sua|chinh|doi|bo sung|dien|ghi|nhap)\b)"
    rf".*\b(?:gui|nop|nhap|ghi|sai|nham|bo trong|sau|lai)\b.*\b(?:duoc|dc) {_NO}"
    rf"|(?:co )?(?:sua|chinh|doi|bo sung)(?: (?:so|cai|con so))?(?: (?:lai|nay|ni))? (?:duoc|dc) {_NO}(?: roi)?"
)
_COUNTING = re.compile(
    rf"(?:.*\b)?co (?:duoc |can |phai |nen )*(?:tinh|ghi|ke|gom|bao gom|nhap|cong|dem|dua|tru)\b.*\b{_NO}"
    rf"|(?:.*\b)?(?:tinh|ghi|ke|gom|nhap|cong|dem)(?: (?:ca|luon|them|vo|vao|chung|gop|rieng|theo))+\b.*\b{_NO}"
    r"|(?:.*\b)?(?:tinh|dem|cong)(?: (?:vo|vao|theo))? "
    r"(?:rang|sao|(?:nhu )?the nao|ra sao|kieu (?:gi|chi|nao)|tu (?:bao gio|khi nao|dau))"
)
_THESE = r"(?: (?:het|du|ca|tat ca|cau|so|muc|o|cai|nay|ni|do|trong))*"
_NEEDED = re.compile(
    r"(?:.*\b)?(?:co |^)(?:can|bat buoc|phai|nen)(?: (?:can|phai|bat buoc))*"
    rf" (?:tra loi|dien|ghi|nhap|bao|co|nop){_THESE} {_NO}"
    rf"|(?:.*\b)?(?:bo trong|bo qua|khong (?:ghi|nhap|dien|tra loi|co so)){_THESE} (?:co )?(?:duoc|dc|sao|rang) {_NO}"
)
_WRITING = re.compile(
    r"(?:.*\b)?(?:ghi|nhap|viet|dien|tra loi|nhan|bam)(?: \w+){0,3} "
    r"(?:rang|sao|ra sao|(?:nhu )?the nao|kieu (?:gi|chi|nao)|cai (?:gi|chi)|vo dau|vo mo|o dau|cho (?:nao|mo))"
)
_LEFT = re.compile(
    r"(?:toi |tui )?(?:con|thieu|con thieu) (?:may|bao nhieu|nhieu) (?:cau|so|muc|o|cai|dieu|thu)"
    r"(?: nua)?(?: (?:hoi|xong|het|la|thi))*"
    r"|(?:sap|gan) (?:xong|het) chua|bao gio (?:thi )?(?:xong|het)|con (?:nhieu|dai)(?: nua)? (?:khong|ko)"
)
_SENDING = re.compile(
    rf"(?:toi |tui )?(?:the |vay |gio )?(?:nop|nap|gui)(?: {_WHAT}| ngay| luon| bay gio| thoi)* "
    rf"(?:duoc|dc|luon)(?: (?:duoc|dc))? (?:{_NO})"
)
_MEANING = re.compile(
    r"(?:noi |giai thich |cho |ke )?(?:dai|ro|ky|chi tiet|cu the)(?: rang)? hon(?: (?:di|ti|chut))?|noi (?:ro|them|ky)"
    r"|(?:lay )?(?:o )?(?:nguon)(?: (?:o )?(?:dau|mo|nao))?|(?:theo|o) (?:van ban|ke hoach) (?:nao|mo)"
)
"""More is wished of what was just asked."""

_MEANS = re.compile(
    r"(?:.*\b)?(?:la |co |chi )?(?:tinh|ghi|ke|dem|cong|gom)\b.*[ ,](?:ha|hi|he|phai khong"
    r"|dung khong|phai ko|dung ko|phai hong)(?: (?:em|anh|chi|chu|bac|chau|dong chi))?"
)
"""How a figure is counted, guessed and asked back: "là tính từ đầu năm hả"."""

_PLAN = re.compile(
    r"\b(?:ke hoach|kh ?\d|nghi quyet|vi nguoi ngheo|nong thon moi|ntm|mttq|mat tran|tam ky|hai duong"
    r"|huyen|(?:hoi|cap|cua|len) tinh|cuoc van dong)\b"
)
"""A plan or another body is named: the plans are asked."""

_KNOWS_NOT = re.compile(r"\b(?:chua|dang) (?!duoc\b|tre\b|het\b|qua\b)\w+|\bkhong (?:biet|nho|ro|nam)\b|\bquen\b")
_FIGURE = re.compile(r"\bcon so\b|\bso (?:nay|ni|do|nho)\b")


def beside(text: str) -> Beside | None:
    """Returns what of the report a text asks, or that it is put off; None for an answer, and for any other question."""
    low = " ".join(folded(text, _KNOWN).replace("_", "").split()).strip(" .,!?;:")
    if not low or len(low.split()) > _LONGEST or _PLAN.search(low):
        return None
    if _MEANS.fullmatch(low) and not any(letter.isdigit() for letter in low):
        return Beside.COUNTING
    low = _TAIL.sub("", _LEAD.sub("", low))
    ways = (
        (Beside.LEFT, _LEFT),
        (Beside.MEANING, _MEANING),
        (Beside.SENDING, _SENDING),
        (Beside.DEADLINE, _DEADLINE),
        (Beside.WHOM, _WHOM),
        (Beside.NEEDED, _NEEDED),
        (Beside.NEEDED, _TOO_MANY),
        (Beside.MENDING, _MENDING),
        (Beside.COUNTING, _COUNTING),
        (Beside.DEADLINE, _MAY_LATER),
        (Beside.WRITING, _WRITING),
    )
    for found, pattern in ways:
        if pattern.fullmatch(low):
            return found
    puts_off = _PUTS_OFF.fullmatch(low) and not _KNOWS_NOT.search(low) and not _FIGURE.search(low)
    return Beside.DEADLINE if puts_off else None
