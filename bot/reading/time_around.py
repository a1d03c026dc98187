"""What stands around a time in its sentence: words that lead to it, bound it, or were not understood. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.reading.time_pattern import pattern
from bot.reading.time_text import blotted
from knowledge.fold import plain


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_NUMBERS = re.compile(
    r"(?<![\w/:])(?:\+84|0)\d(?:[ .-]?\d){7,10}(?!\d)"
    r"|(?:(?:số|so) )?(?<![\w/])\d+(?:[/-]\d+)*[/-](?!(?:thứ|thu|ngày|ngay|cn|t)\b)[a-zđ]{2,}[\w-]*"
    r"|(?<!\w)\d+(?:[.,]\d+)* ?(?:triệu|trieu|tr|ngàn|nghìn|ngan|nghin|đồng|dong|%|km|kg|m2|ha)(?!\w)\d*"
)
_LEAD = pattern(
    r"(?:(?:vào|lúc|hồi|đúng|khoảng|tầm|chừng|cỡ|độ|trong|trước|sau|gần|hơn|từ|đến|tới|ngay|hẹn giờ|ngày|của"
    r"|buổi)(?:,? |$))+"
)
_BOUND = pattern(
    r"(?:trước|sau|gần|hơn|quá|ngoài|từ|kể từ|bắt đầu từ|chậm nhất|muộn nhất|trễ nhất|không quá|trong vòng|hạn"
    r"|hạn chót|hạn cuối"
    r"|hạn nộp|đừng|chớ|không phải|đừng gửi|không gửi|đến hạn)(?: (?:là|lúc|vào|ngày|khi|hồi|đúng|chót|nộp"
    r"|báo cáo))* ?$"
)
_ABOUT = pattern(r"(?:khoảng|khoản|tầm|chừng|cỡ|khoảng chừng|độ|độ chừng)(?: (?:lúc|vào))? ?$")
_NAMED_DAY = re.compile(
    r"¤ ?(?:vào |trong )?(?:ngày|hôm|bữa|dịp|lễ|hom|dip|le)(?! ?¤)(?= \w|$)"
    r"|(?<!\w)(?:ngày|hôm|bữa|dịp|lễ|hom|dip|le) \w+(?: \w+)?(?: lúc| luc| vào|,)? ¤"
)
_LEFT_NUMBER = re.compile(
    r"¤,? (?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?! ?(?:chi|hội|xã|người|đồng|hộ|tin|cái|hv|ccb"
    r"|thôn|phường"
    r"|hoi|xa|nguoi|dong|ho|thon|phuong))(?![\w/])"
)
_JOINED_NUMBER = re.compile(
    r"¤ ?(?:,|và|va|hoặc|hoac|hay|&|-|đến|den|tới) ?(?:\d{1,2}|hai|ba|tư|tu|năm|sáu|bảy)(?![\w/])"
)
_PAIR = re.compile(r"\d ?[/-] ?\d|\d\.\d")
_BEFORE = re.compile(r"(?<!#)(?P<noun>\w+)? ?(?<!\w)\d{1,2},? ?¤")
_NUMBERED = frozenset(
    {"thon", "to", "hoi", "khoi", "xa", "phuong", "khu", "doi", "so", "lan", "doan", "nhom", "xom", "ap", "cum"}
)
_JOINT = pattern(r"đến|tới|hoặc|hay|hay là|hoặc là|và|rồi|->|trở đi")
_SLIPS = frozenset(
    {
        "mau",
        "may",
        "mao",
        "nai",
        "mqi",
        "msi",
        "mzi",
        "mak",
        "maj",
        "mi",
        "ma",
        "ami",
        "mai",
        "mot",
        "moi",
        "nau",
        "bai",
        "mat",
        "mos",
    }
)
_CONTENT = re.compile(r"[:\n\"“”]| (?:nội dung|noi dung)(?!\w)")


def other_numbers(text: str) -> str:
    """Returns the text without its phone numbers, numbers of documents, money and measures."""
    for found in list(_NUMBERS.finditer(text)):
        text = re.sub("¤", "#", blotted(text, *found.span()))
    return text


def led(text: str, start: int) -> int | None:
    """Returns where the words begin that lead to a time ("vào lúc"), None when there are none."""
    before = text[:start]
    for found in _LEAD.finditer(before):
        if found.end() == len(before):
            return found.start()
    return None


def bounded(text: str, start: int) -> bool:
    """Returns whether the time is only a bound: "trước 8h", "từ thứ sáu", "hạn 31/5"."""
    return _ends(_BOUND, text[:start])


def about(text: str, start: int) -> bool:
    """Returns whether the time was called an estimate."""
    return _ends(_ABOUT, text[:start])


def _ends(shape: re.Pattern[str], before: str) -> bool:
    clause = re.split(r"[,;\n]", before)[-1][-40:]
    return any(found.end() in (len(clause), len(clause.rstrip())) for found in shape.finditer(clause))


def unread(left: str, dated: bool) -> bool:
    """Returns whether beside the time there is something of a day that was not understood."""
    if _JOINED_NUMBER.search(left):
        return True
    if dated:
        return False
    before = _BEFORE.search(left)
    if _PAIR.search(left) or (before and plain(before["noun"] or "") not in _NUMBERED):
        return True
    if _NAMED_DAY.search(left) or _LEFT_NUMBER.search(left):
        return True
    behind = re.search(r"¤ (\w+)", left)
    return behind is not None and plain(behind[1]) in _SLIPS


def parted(text: str, pieces: Sequence[_Placed]) -> bool:
    """Returns whether a piece of a time may not belong to it: "gửi lúc 8h sáng: mai họp", "8h đến thứ sáu"."""
    gaps = [text[one.end : two.start] for one, two in pairwise(pieces)]
    return any(_CONTENT.search(gap) or _JOINT.fullmatch(gap.strip(" ,")) for gap in gaps)
