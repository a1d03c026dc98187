"""What stands around a time in its sentence: words that lead to it, bound it, or part it. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.reading.time_pattern import pattern


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
_MOVED = pattern(r"(?:dời|đổi|chuyển|hoãn|lùi|thay|bước|dời lại)(?: lại| lịch| giờ)? (?P<over>sang)(?! ¤*(?:sáng))")
_LEAD = pattern(
    r"(?:(?:vào|lúc|hồi|đúng|khoảng|tầm|chừng|cỡ|độ|trong|trước|sau|gần|hơn|từ|đến|tới|ngay|hẹn giờ|ngày|của"
    r"|buổi)(?:,? |$))+"
)
_BOUND = pattern(
    r"(?:trước|sau|gần|hơn|quá|ngoài|từ|kể từ|bắt đầu từ|chậm nhất|muộn nhất|trễ nhất|không quá|trong vòng|hạn"
    r"|hạn chót|hạn cuối"
    r"|hạn nộp|trc|\u0111\u1eebng|chớ|không phải|(?:đừng|chớ|không|ko|khoan|khỏi)(?: có| nên| cần)? (?:gửi|gởi"
    r"|nhắn|phát"
    r"|hẹn|đặt|nhắc)|đến hạn)(?: (?:là|lúc|vào|ngày|khi|hồi|đúng|chót|nộp"
    r"|báo cáo))* ?$"
)
_ABOUT = pattern(r"(?:khoảng|khoản|tầm|chừng|cỡ|khoảng chừng|độ|độ chừng)(?: (?:lúc|vào))? ?$")
_JOINT = pattern(r"đến|tới|hoặc|hay|hay là|hoặc là|và|rồi|->|trở đi")
_CONTENT = re.compile(r"[:\n\"“”]| (?:nội dung|noi dung)(?!\w)")


def without_others(text: str) -> str:
    """Returns the text without phone numbers, numbers of documents, money, measures; "dời sang" is no morning."""
    spans = [found.span() for found in _NUMBERS.finditer(text)] + [
        found.span("over") for found in _MOVED.finditer(text)
    ]
    for start, end in spans:
        text = f"{text[:start]}{'#' * (end - start)}{text[end:]}"
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
