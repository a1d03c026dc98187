"""Whether words in a question are the phrase that a pattern of plain words takes them for.

Without their marks many words are one, and a phrase may begin in the middle of a word: "thiên tai đơn vị nào" asks for no
place, "tham gia mỗi xã" for no price, "tôi nay đã 75, nghe mấy anh em" for no result.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.query import Query

_OFTEN, _BOUND = 5, 0.3
"""Two words that stand together so often, and in so large a share of what one of them does at all, are one."""

_BREAK = re.compile(r"[,;.?!:\n]")
_WRITTEN = {
    "doi": ("đổi", "đòi", "dời"),
    "gia": ("giá", "giả"),
    "phat": ("phạt",),
    "the": ("thẻ", "thế", "thể"),
    "tro": ("trợ",),
    "cay": ("cây",),
    "hieu": ("hiệu", "hiểu"),
    "ky": ("ký", "kỳ"),
    "luc": ("lúc", "lực"),
    "mat": ("mất", "mật"),
    "nguyen": ("nguyên",),
    "tang": ("tặng", "táng"),
    "trong": ("trong", "trồng"),
    "tuc": ("tục",),
}
"""Words of declines that other words are without their marks, and how they are written."""

_WRITTEN_FOR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "số tiền": {
        "dong": ("đồng", "đóng"),
        "gop": ("góp",),
        "luong": ("lương",),
        "qua": ("quà",),
        "so": ("số",),
        "tien": ("tiền",),
        "quy": ("quỹ",),
        "thuong": ("thưởng",),
        "ton": ("tốn",),
    },
    "lãi suất và mức vay": {"lai": ("lãi",), "no": ("nợ",), "tra": ("trả",), "vay": ("vay",)},
    "phụ cấp, lương": {"luong": ("lương",)},
    "lịch họp": {"hop": ("họp",)},
    "thủ tục, giấy tờ": {
        "ban": ("bản",),
        "buoc": ("bước",),
        "do": ("đỏ",),
        "don": ("đơn",),
        "giay": ("giấy",),
        "mau": ("mẫu",),
    },
    "việc thay đổi ấy": {"bo": ("bỏ",), "chua": ("chưa",), "day": ("đẩy",), "hoan": ("hoãn",)},
    "ai là người ấy": {"vi": ("vị",)},
    "chuyện ấy": {"bo": ("bò",), "lua": ("lúa",), "mua": ("mưa",)},
}
"""The same by what is declined for them: in "mức thường" no money is asked for, though "thương binh" is declined elsewhere."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words in a line of a question for which it would be declined; where they begin and end."""

    line: str
    start: int
    end: int

    @property
    def words(self) -> list[str]:
        """The words themselves."""
        return self.line[self.start : self.end].split()


def asked(query: Query, pattern: Pattern, lines: Sequence[str] = ()) -> bool:
    """Returns whether a pattern stands in the question, as it is read or was said, and its words are no others.

    ``lines``: where it is looked for instead.
    """
    return any(
        not _is_written_otherwise(query, Trigger(line, *found.span()), _WRITTEN)
        for line in lines or dict.fromkeys((query.line, query.said))
        for found in pattern.finditer(line)
    )


def is_another_word(query: Query, what: str, trigger: Trigger) -> bool:
    """Returns whether a trigger begins in the middle of a word of the plans, or was typed with the marks of another one.

    ``what``: for what it is declined.
    """
    words = trigger.words
    before = trigger.line[: trigger.start].split()[-1:]
    if before and words and _are_one(query, before[0], words[0]):
        return True
    return _is_written_otherwise(query, trigger, {**_WRITTEN, **_WRITTEN_FOR.get(what, {})})


def is_broken(query: Query, trigger: Trigger) -> bool:
    """Returns whether a trigger's words stand in two clauses, so that they are no phrase: "tôi nay đã 75, nghe mấy anh em"."""
    typed = _typed(query, trigger)
    return bool(typed) and _BREAK.search(query.text[typed[0].start : typed[-1].end]) is not None


def _typed(query: Query, trigger: Trigger) -> Sequence[Word]:
    """The words as they were typed where a trigger stands."""
    all_words = [place.word for place in query.places] if trigger.line in (query.line, query.said) else query.words
    first = len(trigger.line[: trigger.start].split())
    return all_words[first : first + len(trigger.words)]


def _is_written_otherwise(query: Query, trigger: Trigger, written: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of a trigger's words was typed with the marks of another word of the plans."""
    words, forms = trigger.words, query.base.vocabulary.forms
    if written.keys().isdisjoint(words):
        return False
    return any(
        word.marked and word.typed not in written[read] and word.typed in forms
        for read, word in zip(words, _typed(query, trigger), strict=False)
        if read in written and word.fold == read
    )


def _are_one(query: Query, one: str, two: str) -> bool:
    known = query.base.vocabulary
    often = known.pairs.get((one, two), 0)
    return often >= max(_OFTEN, _BOUND * min(known.count.get(one, 0), known.count.get(two, 0)))
