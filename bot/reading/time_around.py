"""What stands around a time in its sentence: words that lead to it, bound it, or part it. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.reading.time_pattern import pattern
from bot.reading.time_text import blotted


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
    r"|hạn nộp|trc|đừng|chớ|không phải|đừng gửi|không gửi|đến hạn)(?: (?:là|lúc|vào|ngày|khi|hồi|đúng|chót|nộp"
    r"|báo cáo))* ?$"
)
_ABOUT = pattern(r"(?:khoảng|khoản|tầm|chừng|cỡ|khoảng chừng|độ|độ chừng)(?: (?:lúc|vào))? ?$")
_JOINT = pattern(r"đến|tới|hoặc|hay|hay là|hoặc là|và|rồi|->|trở đi")
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
    """Returns whether the time is only a bound, or denied: "trước 8h", "từ thứ sáu", "hạn 31/5", "đừng gửi 8h"."""
    return _ends(_BOUND, text[:start])


def about(text: str, start: int) -> bool:
    """Returns whether the time was called an estimate."""
    return _ends(_ABOUT, text[:start])


def _ends(shape: re.Pattern[str], before: str) -> bool:
    clause = re.split(r"[,;\n]", before)[-1][-40:]
    return any(found.end() in (len(clause), len(clause.rstrip())) for found in shape.finditer(clause))


def parted(text: str, pieces: Sequence[_Placed]) -> bool:
    """Returns whether a piece of a time may not belong to it: "gửi lúc 8h sáng: mai họp", "8h đến thứ sáu"."""
    gaps = [text[one.end : two.start] for one, two in pairwise(pieces)]
    return any(_CONTENT.search(gap) or _JOINT.fullmatch(gap.strip(" ,")) for gap in gaps)
