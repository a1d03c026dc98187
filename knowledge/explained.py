"""Whether the words for which a question would be declined ask for such a thing at all.

A question is declined for single words of what no plan holds: a price, papers, an address. Such words ask for nothing where
they are cut out of another word ("tham gia mỗi xã" names no price, "đồng đội thế nào" no card), and where they are the very
matter of the fact that answers: "địa chỉ nhân đạo" in a campaign's name, the papers of which the day is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.aims import Aim
from knowledge.answer import Found
from knowledge.facts import Fact, Model
from knowledge.finders import search
from knowledge.fold import plain
from knowledge.gate.kept import kept
from knowledge.pattern import Pattern
from knowledge.query import Query

_SURE = 0.6
"""A search that is less sure than this does not outweigh the words of a decline."""

_SURE_WITHOUT = 0.7
"""The same where a place is named that no plan speaks of, and the rest of the question asks nothing of it."""

_OFTEN, _BOUND = 5, 0.3
"""Two words that stand together so often, and in so large a share of what one of them does at all, are one."""

_LONG = 3
"""So many words of a name in a row are no chance."""

_WRITTEN = {
    "doi": ("đổi", "đòi", "dời"),
    "gia": ("giá", "giả"),
    "phat": ("phạt",),
    "the": ("thẻ", "thế", "thể"),
    "tro": ("trợ",),
}
"""Words of declines that other words are without their marks, and how they are written."""

_WRITTEN_FOR: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "số tiền": {
        "dong": ("đồng", "đóng"),
        "gop": ("góp",),
        "luong": ("lương",),
        "qua": ("quà",),
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

_SURELY = 0.95
"""So sure a search has to be of a fact in which the very words of a decline stand, for those to ask for nothing else."""

_BREAK = re.compile(r"[,;.?!:\n]")
_SMALL = frozenset(
    {"la", "co", "duoc", "da", "cho", "cua", "thi", "o", "the", "nhung", "cac", "nay", "do", "ay", "mot", "roi", "chua"}
)
"""Words of a trigger that say nothing of what it asks for, beside those that ask."""

_ASKING = frozenset({"nao", "gi", "may", "ai", "dau", "bao", "nhieu", "chua", "roi"})
_MATTERS = (
    (("ho so", "giay to", "thu tuc"), re.compile(r"\b(?:ho so|giay to|thu tuc)\b")),
    (("ket qua",), re.compile(r"\bket qua\b")),
)
"""What a question may only be about, and as what it stands in the fact then; "lùi hồ sơ" is another matter."""

_MATTER_ITSELF = Pattern(
    r"\b(?:ho so|giay to|giay|thu tuc|don|mau|bieu mau) (?:[a-z]+ ){0,2}(?:gi|nao)\b|\bgom (?:nhung |cac |co )*(?:gi|giay|thu|loai)\b"
    r"|\b(?:may|bao nhieu) (?:bo|ban|buoc|loai|trang|cot)\b"
)
_LIVES = (
    r"\b(?:toi|tui|bac|chu|em|chau|minh|nha|que) (?:nay |von |hien |dang |song |goc )*(?:o|que|tu) "
    r"(?:(?:ben|ngoai|trong|tan|huyen|thi xa|xa|phuong|thanh pho|tinh) )*"
)
_HERE = tuple(
    f"{place} {whose}"
    for place in ("huyen", "xa", "tinh", "phuong", "noi", "que", "dia phuong", "thi xa", "thanh pho", "ben")
    for whose in ("toi", "tui", "minh", "ta", "nha", "em", "chau", "bac", "ay", "do", "nay", "con")
)
"""What asks of the place where somebody lives: "huyện tôi"."""

_SAYS_NOT = re.compile(r"\bkhong (?:ghi|co|kem|in|neu|giai thich)\b")


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


def is_another_word(query: Query, what: str, trigger: Trigger) -> bool:
    """Returns whether a trigger begins in the middle of a word of the plans, or was typed with the marks of another one.

    ``what``: for what it is declined.
    """
    words = trigger.words
    before = trigger.line[: trigger.start].split()[-1:]
    if before and _are_one(query, before[0], words[0]):
        return True
    written = {**_WRITTEN, **_WRITTEN_FOR.get(what, {})}
    return any(_is_written_otherwise(query, word, written[word]) for word in words if word in written)


def is_broken(query: Query, trigger: Trigger) -> bool:
    """Returns whether a trigger's words stand in two clauses, so that they are no phrase: "tôi nay đã 75, nghe mấy anh em"."""
    typed = [place.word for place in query.places] if trigger.line in (query.line, query.said) else query.words
    first = len(trigger.line[: trigger.start].split())
    last = first + len(trigger.words) - 1
    if len(typed) != len(trigger.line.split()) and last >= len(typed):
        return False
    return _BREAK.search(query.text[typed[first].start : typed[last].end]) is not None


def _are_one(query: Query, one: str, two: str) -> bool:
    known = query.base.vocabulary
    often = known.pairs.get((one, two), 0)
    return often >= max(_OFTEN, _BOUND * min(known.count.get(one, 0), known.count.get(two, 0)))


def _is_written_otherwise(query: Query, word: str, written: Sequence[str]) -> bool:
    typed = [one.typed for one in query.words if one.fold == word]
    return bool(typed) and all(
        one != word and one not in written and one in query.base.vocabulary.forms for one in typed
    )


def is_explained(query: Query, trigger: Trigger) -> bool:
    """Returns whether the search is very sure of a fact whose own matter the trigger is, or in which its very words stand."""
    if (surest := _surely_answers(query, _SURELY)) and _stands_in(trigger, surest):
        return True
    if not _ASKING.isdisjoint(trigger.words) or (best := _surely_answers(query)) is None:
        return False
    return _is_named(trigger, best) or _is_matter(query, trigger, best)


def is_home(query: Query, place: str) -> bool:
    """Returns whether a place is only where the asker lives ("tôi ở Điện Bàn"), and the question is surely answered without it."""
    if any(words in query.typed for words in _HERE) or not any(
        re.search(rf"{_LIVES}{place}\b", text) for text in query.readings
    ):
        return False
    return _surely_answers(query, _SURE_WITHOUT) is not None


def _surely_answers(query: Query, least: float = _SURE) -> Fact | None:
    """The fact of which the search is so sure, where it holds what is asked."""
    sure, found = search.find(query)
    if sure < least or not isinstance(found, Found) or not isinstance(kept(query, found), Found):
        return None
    return query.base.library.fact(found.facts[0])


def _stands_in(trigger: Trigger, fact: Fact) -> bool:
    """Whether all that a trigger's words tell stands in a fact."""
    telling = [word for word in trigger.words if word not in _SMALL | _ASKING]
    told = f" {_told(fact.say)} "
    return bool(telling) and all(f" {word} " in told for word in telling)


def _is_named(trigger: Trigger, fact: Fact) -> bool:
    """Whether a trigger's words stand in a row in what a model is called."""
    said = " ".join(trigger.words[:_LONG])
    return isinstance(fact, Model) and len(said.split()) > 1 and f" {said} " in f" {_told(fact.name)} "


def _is_matter(query: Query, trigger: Trigger, fact: Fact) -> bool:
    """Whether a trigger names what the fact speaks of, and who, when or where is asked of it, and not what it is."""
    if not query.wants(Aim.WHEN, Aim.WHO, Aim.WHOM, Aim.WHERE, Aim.NUMBER) or query.finds(_MATTER_ITSELF):
        return False
    told, said = _told(fact.say), " ".join(trigger.words)
    return _SAYS_NOT.search(told) is None and any(
        said.startswith(names) and known.search(told) for names, known in _MATTERS
    )


def _told(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))
