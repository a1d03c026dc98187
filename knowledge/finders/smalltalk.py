"""Greetings, thanks, goodbyes."""

import re

from knowledge.answer import Answer, Smalltalk
from knowledge.query import Query

_THANKS = re.compile(r"\bcam on\b|\bcam on\b|\bcam ta\b|\bthanks?\b|\bhieu roi\b|\bbiet roi\b|\bro roi\b|\bduoc roi\b")
_HELLO = re.compile(
    r"\bchao\b|\balo\b|\bhello\b|\bhi\b|\bkhoe khong\b|\bkhoe k\b|\bco ai\b|\be\b|\bxin chao\b|\bla ai\b|\bten gi\b|\bda an\b|\ban com\b|\bcon do khong\b|\bco do\b"
)
_BYE = re.compile(r"\btam biet\b|\bchao nhe\b|\bbye\b|\bhen gap\b|\bngu ngon\b")
_TALK = frozenset(
    [
        "chao",
        "cam",
        "on",
        "ta",
        "alo",
        "hello",
        "hi",
        "khoe",
        "khong",
        "k",
        "ko",
        "co",
        "ai",
        "do",
        "hom",
        "nay",
        "the",
        "nao",
        "roi",
        "hieu",
        "duoc",
        "biet",
        "ro",
        "tam",
        "biet",
        "hen",
        "gap",
        "lai",
        "dong",
        "chi",
        "chau",
        "bac",
        "chu",
        "co",
        "anh",
        "em",
        "tui",
        "toi",
        "nghe",
        "nhe",
        "a",
        "oi",
        "e",
        "da",
        "vang",
        "nhieu",
        "lam",
        "vay",
        "rua",
        "hi",
        "nhi",
        "z",
        "la",
        "thi",
        "ra",
        "bye",
        "thanks",
        "ok",
        "oke",
        "ban",
        "may",
        "bot",
        "xin",
        "kinh",
        "dang",
        "day",
        "ma",
        "nha",
        "gi",
        "ten",
        "an",
        "com",
        "chua",
        "vui",
        "gioi",
        "tot",
        "qua",
        "nguoi",
        "bua",
        "sang",
        "chieu",
        "trua",
        "buoi",
        "moi",
        "ca",
        "nha",
        "su",
        "giup",
        "do",
        "ngu",
        "ngon",
        "con",
        "ngay",
        "trang",
        "vui",
        "ve",
        "binh",
        "an",
    ]
)


def find(query: Query) -> Answer | None:
    """Returns a friendly word when the message is nothing but one."""
    telling = [word for word in query.words if word.fold not in _TALK]
    if telling or not query.words:
        return None
    if _THANKS.search(query.line):
        return Smalltalk("Không có chi, đồng chí. Khi cần, đồng chí cứ hỏi tôi.")
    if _BYE.search(query.line):
        return Smalltalk("Chào đồng chí. Chúc đồng chí mạnh khỏe.")
    if _HELLO.search(query.line) or len(query.words) <= 3:
        return Smalltalk(
            "Chào đồng chí. Tôi trả lời về các kế hoạch của Hội: hạn nộp báo cáo, mô hình, chỉ tiêu. Đồng chí hỏi gì ạ?"
        )
    return None
