"""Whether the words for which a question would be declined ask for such a thing at all.

A question is declined for single words of what no plan holds: a price, papers, an address. Such words ask for nothing where
they are cut out of another word ("tham gia mỗi xã" names no price, "đồng đội thế nào" no card), and where they are the very
matter of the fact that answers: "địa chỉ nhân đạo" in a campaign's name, the papers of which the day is asked.
"""

import re

from knowledge.aims import Aim
from knowledge.answer import Found
from knowledge.facts import Fact, Model
from knowledge.finders import search
from knowledge.fold import plain
from knowledge.gate.kept import kept
from knowledge.pattern import Pattern
from knowledge.phrase import Trigger
from knowledge.query import Query
from knowledge.whether import asks_whether_told, says_left_out

_SURE = 0.6
"""A search that is less sure than this does not outweigh the words of a decline."""

_SURE_WITHOUT = 0.7
"""The same where a place is named that no plan speaks of, and the rest of the question asks nothing of it."""

_LONG = 3
"""So many words of a name in a row are no chance."""

_SURELY = 0.95
"""So sure a search has to be of a fact in which the very words of a decline stand, for those to ask for nothing else."""

_SMALL = frozenset(
    {"la", "co", "duoc", "da", "cho", "cua", "thi", "o", "the", "nhung", "cac", "nay", "do", "ay", "mot"}
)
"""Words of a trigger that say nothing of what it asks for, beside those that ask."""

_DONE = frozenset({"chua", "roi"})
"""What asks whether something is done by now, which no plan tells, whatever it speaks of."""

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


def is_explained(query: Query, trigger: Trigger) -> bool:
    """Returns whether the search is very sure of a fact whose own matter the trigger is, or in which its very words stand."""
    surest = _surely_answers(query, _SURELY) if _DONE.isdisjoint(trigger.words) else None
    if surest and (_stands_in(trigger, surest) or _is_heard_of(query, trigger, surest)):
        return True
    if asks_whether_told(query) and (best := _surely_answers(query)) and says_left_out(_told(best.say)):
        return _stands_in(trigger, best)
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


def _telling(trigger: Trigger) -> list[str]:
    return [word for word in trigger.words if word not in _SMALL | _ASKING]


def _stands_in(trigger: Trigger, fact: Fact) -> bool:
    """Whether all that a trigger's words tell stands in a fact."""
    telling = _telling(trigger)
    told = f" {_told(fact.say)} "
    return bool(telling) and all(f" {word} " in told for word in telling)


def _is_heard_of(query: Query, trigger: Trigger, fact: Fact) -> bool:
    """Whether all that a trigger's words tell stands in a fact or in the ways in which it is asked for."""
    telling = _telling(trigger)
    number = query.base.numbers[fact.id]
    return bool(telling) and all(query.base.index.has(number, word) for word in telling)


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
