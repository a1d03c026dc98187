"""Words that want something done at once: gửi ngay, gửi luôn, ngay bây giờ. Pure."""

import re
from dataclasses import dataclass

from bot.reading.time_pattern import pattern


@dataclass(frozen=True, slots=True)
class NowSaid:
    """At once, at its place in the text. ``weak``: only emphasis where a time is named ("gửi luôn lúc 8h").

    ``doubtful``: somebody says that it should not be at once.
    """

    start: int
    end: int
    weak: bool
    doubtful: bool = False


_END = r"(?: (?:đi|nhé|nghe|nha|nghen|ạ|hỉ|hè|cho tôi|giúp tôi|giúp|với|luôn|liền|được rồi|đồng chí))*\W*$"
_STRONG = pattern(
    r"(?:ngay |luôn |liền )?(?:bây giờ|bây chừ|lập tức|tức thì|lúc này)(?: luôn| liền)?|ngay giờ|ngay chừ"
)
_WEAK = pattern(
    r"(?:gửi|gởi|phát|nhắn|chuyển|đăng)(?: đi| tin| hết)? (?P<word>ngay|luôn|liền)(?! (?:sau|khi|trước|tháng"
    r"|lúc|từ|\d))"
)
_LAST = re.compile(
    r"(?:(?<=^)|(?<= ))(?P<word>ngay|luôn|luon|liền|lien)"
    + _END.replace("đi", "(?:đi|di)").replace("nhé", "(?:nhé|nhe)").replace("giúp", "(?:giúp|giup)")
)
_WHOLE = re.compile(r"^(?:chừ|giờ)(?: luôn| đi| gửi luôn)?\W*$")
_NOT = pattern(r"(?:đừng|không|ko|chưa|khoan|chớ)(?: (?:có |nên |cần |được )?\w+)?")


def now_said(text: str) -> NowSaid | None:
    """Returns where a text says so, None when it does not."""
    for shape, weak in ((_STRONG, False), (_WHOLE, False), (_WEAK, True), (_LAST, True)):
        found = shape.search(text)
        if found is not None:
            start, end = found.span("word") if weak else found.span()
            refused = any(one.end() == len(text[: found.start()].rstrip()) for one in _NOT.finditer(text[:start]))
            refused = refused or any(found.start() <= one.end() <= start for one in _NOT.finditer(text[:start]))
            return NowSaid(start, end, weak, refused)
    return None
