"""Wishes that the bot does not do by itself: a meeting told of, another person in a role, a report gone. Pure."""

import re
from enum import StrEnum

from bot.reading.folded import folded


class OfficeWish(StrEnum):
    """What is wished: that a meeting is told or reminded of, that somebody else takes a role, that a report goes,
    to be shown or helped with reporting, to be reminded at a time of one's own."""

    MEETING = "meeting"
    PERSON = "person"
    DELETION = "deletion"
    HOW = "how"
    REMINDER = "reminder"


_LONGEST = 14
_KNOWN = ("nhac", "lich", "bao", "xoa", "doi", "thay", "nguoi")
_LEAD = re.compile(
    r"(?:(?:da|a|u|ma|thoi|xin|nho|lam on|em|anh|chi|chu|bac|chau|dong chi|ban|tro ly|oi|toi|tui|minh|muon|can|hay"
    r"|cho (?:toi|tui|minh|em)|hoi|biet|giup|gium)[ ,.:]+)*"
)
_TAIL = re.compile(
    r"(?:[ ,.!?]+(?:di|nhe|nghe|nha|voi|gium|giup|dum|ho|a|ha|hi|vay|rua|em|anh|chi|chu|bac|chau|dong chi|toi|tui|minh"
    r"|luon|duoc khong|duoc ko|khong|ko|dau|oi|nua))*[ .,!?]*$"
)
_GATHER = r"(?:hop(?: hanh| chi hoi| hoi| xa| thon)?|sinh hoat(?: chi hoi)?)"
_TIME = (
    r"(?:(?:thang|tuan|bua|ky|dot|quy) (?:nay|ni|sau|toi|mo|nao)|(?:ngay|sang|chieu|toi) mai|mai|hom nay|sap toi|toi"
    r"|dinh ky|cua chi hoi|chi hoi|o xa)"
)
_WHEN = (
    r"(?:(?:la |vao |luc )?(?:khi nao|khi mo|bao gio|ngay nao|ngay mo|may gio|chung nao|bua mo|bua nao|hom nao)|o dau)"
)
_OF_REPORT = (
    r"(?:da (?:nop|gui|bao)|cu|nay|ni|do|vua (?:gui|nop|roi)|(?:cua )?(?:chi hoi )?(?:toi|tui|minh)|cua chi hoi|chi hoi"
    r"|hom qua|ky (?:nay|ni|truoc)|6 thang|nam|het|di)"
)
_LEADER = r"(?:chi hoi truong|truong chi hoi)"
_WAYS = (
    (
        OfficeWish.MEETING,
        rf"(?:nhac|hen|dat|ghi|len|bao|xem|coi)(?: (?:lai|giup|gium|ho|cho|toi|tui|minh|moi nguoi|anh em"
        rf"|hoi vien|ba con))*"
        rf" (?:lich|gio|ngay|buoi|cuoc)(?: (?:buoi|cuoc|di))? {_GATHER}(?: {_TIME})*"
        rf"|nhac(?: (?:lai|giup|gium|ho|cho|toi|tui|minh|moi nguoi|anh em|hoi vien|ba con))*(?: {_TIME})?(?: di| du)?"
        rf" {_GATHER}(?: {_TIME})*|lich {_GATHER}(?: {_TIME})*(?: {_WHEN})?"
        rf"|{_WHEN} (?:thi |co |moi |lai )?{_GATHER}(?: {_TIME})*|(?:{_TIME} )?{_GATHER}(?: {_TIME})* {_WHEN}",
    ),
    (
        OfficeWish.PERSON,
        r"(?:(?:\w+ ){1,6}(?:mat|nghi|om|benh|chuyen|gia|yeu|di)(?: (?:roi|qua|xa))*[ ,.]+)?(?:can |phai |xin )?"
        r"(?:doi|thay|chuyen|ban giao)(?: (?:lai|cho|sang))* (?:nguoi|chuc|vai tro|viec)"
        r"(?: (?:khac|phu trach|bao cao|nop bao cao|lam|moi|thay|quan ly|dung dau))*"
        rf"|(?:nghi|thoi|het|khong con|khong)(?: lam)? {_LEADER}(?: (?:nua|roi))*"
        rf"|(?:chi hoi (?:toi |tui )?)?(?:co|da co|moi co) {_LEADER} moi(?: roi)?"
        r"|ban giao(?: (?:chi hoi|viec|so sach|cong viec))*(?: cho nguoi (?:khac|moi))?",
    ),
    (
        OfficeWish.HOW,
        r"(?:(?:huong dan|chi|day|bay)(?: (?:cho|giup|toi|tui|minh|cach|gium))* (?:bao cao|nhap"
        r"|nop bao cao|nhap so lieu|lam bao cao)"
        r"|(?:khong|ko|chua) biet (?:cach )?(?:nhap|bao cao|lam bao cao|nop|nop bao cao|bam)(?: "
        r"(?:so lieu|bao cao|rang|sao))*"
        r"|(?:nhap|bao cao|lam bao cao|nop bao cao|nop)(?: (?:bao cao|so lieu))? (?:lam sao|rang"
        r"|kieu chi|kieu gi|nhu the nao|the nao|cach nao)"
        r"|cach (?:nhap|bao cao|nop|lam bao cao)(?: (?:bao cao|so lieu))?"
        r"|(?:nho|de)? ?(?:nguoi khac|con chau|can bo|ai|nguoi nha)?(?: ?(?:nhap|nop|lam|bao)(?: "
        r"(?:bao cao|so lieu))? (?:gium|giup|ho|thay))(?: (?:duoc|dc)(?: (?:khong|ko))?)?"
        r"|mau bao cao(?: (?:o dau|o mo|dau|mo|lay o dau))?)",
    ),
    (
        OfficeWish.REMINDER,
        rf"(?:{_TIME} )?nhac (?:toi|tui|minh|em|bac|chu)(?: (?:lai|lai gium))*(?: (?:nop|bao cao|lam"
        rf"|nhap)(?: (?:bao cao|so lieu))?)?"
        r"(?: (?:luc|vao|truoc|sang|chieu|toi|mai|mot|nay|ni|\d{1,2} ?(?:h|gio)?(?: ?\d{2})?|han|ngay"
        r"|thu|hai|ba|tu|nam|sau|bay))*",
    ),
    (
        OfficeWish.DELETION,
        rf"(?:xoa|huy|bo|go|loai)(?: (?:giup|gium|het|cai|luon|di|bo|toi|tui|ho))* (?:bao cao|bc"
        rf"|so lieu)(?: {_OF_REPORT})*",
    ),
)
_COMPILED = tuple((wish, re.compile(pattern)) for wish, pattern in _WAYS)


def office_wish(text: str) -> OfficeWish | None:
    """Returns what a text wishes of these, None for anything else."""
    low = " ".join(folded(text, _KNOWN).replace("_", "").split())
    if not low or len(low.split()) > _LONGEST:
        return None
    lead, tail = _LEAD.match(low), _TAIL.search(low)
    start, stop = lead.end() if lead else 0, tail.start() if tail else len(low)
    for line in (low[start:stop], low[:stop], low[start:].strip(" .,!?"), low.strip(" .,!?")):
        for wish, pattern in _COMPILED:
            if pattern.fullmatch(line):
                return wish
    return None
