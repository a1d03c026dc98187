"""Words that want something done at once: gửi ngay, gửi luôn, ngay bây giờ. Pure."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.reading.time_pattern import pattern
from knowledge.fold import plain
from knowledge.syllables import is_syllable


@dataclass(frozen=True, slots=True)
class NowSaid:
    """At once, at its place in the text. ``weak``: only emphasis where a time is named ("gửi luôn lúc 8h").

    ``doubtful``: somebody says that it should not be at once.
    """

    start: int
    end: int
    weak: bool
    doubtful: bool = False


_VERB = pattern(r"gửi|gởi|phát|nhắn|chuyển|đăng|thông báo|nhắc")
_STRONG = pattern(
    r"(?:ngay |luôn |liền )?(?:bây giờ|bây chừ|lập tức|tức thì|lúc này)(?: luôn| liền)?|ngay giờ"
    r"|ngay chừ"
)
_WEAK = pattern(
    r"(?:gửi|gởi|phát|nhắn|chuyển|đăng)(?: đi| tin| hết)? (?P<word>ngay|luôn|liền)(?! (?:sau|khi|trước|tháng"
    r"|lúc|từ|\d))"
)
_LAST = pattern(
    r"(?P<word>ngay|luôn|liền)"
    r"(?: (?:đi|nhé|nghe|nha|nghen|ạ|hỉ|hè|cho tôi|giúp tôi|giúp|với|luôn|liền|được rồi|đồng chí))*"
)
_WHOLE = pattern(r"(?:chừ|giờ)(?: luôn| đi| gửi luôn| gửi)?")
_NOT = pattern(r"(?:đừng|không|ko|chưa|khoan|chớ)(?: (?:có |nên |cần |được )?\w+)?")


def now_said(text: str) -> NowSaid | None:
    """Returns where a text says so, None when it does not."""
    for found in _STRONG.finditer(text):
        return NowSaid(*found.span(), weak=False, doubtful=_refused(text, found.start()))
    whole = _WHOLE.match(text)
    if whole and not text[whole.end() :].strip(" .!"):
        return NowSaid(*whole.span(), weak=False)
    for found in _WEAK.finditer(text):
        return NowSaid(*found.span("word"), weak=True, doubtful=_refused(text, found.start("word")))
    for found in _LAST.finditer(text):
        before = text[: found.start()].strip()
        if not text[found.end() :].strip(" .!") and (not before or _VERB.search(before)):
            return NowSaid(*found.span("word"), weak=True, doubtful=_refused(text, found.start()))
    return None


def _refused(text: str, start: int) -> bool:
    """Whether a word of denial stands shortly before: "đừng gửi ngay"."""
    before = re.findall(r"\w+", text[:start])[-2:]
    slips = any(OSA.distance(plain(word), no) == 1 for word in before for no in ("dung", "khoan") if len(word) > 2)
    behind = re.match(r"\w+ (\w+)", text[start:])
    later = behind is not None and any(OSA.distance(plain(behind[1]), one) <= 1 for one in ("sau", "truoc", "khi"))
    garbled = any(not is_syllable(plain(word)) for word in before[-1:])
    return slips or garbled or later or any(start - found.end() <= 1 for found in _NOT.finditer(text[:start]))
