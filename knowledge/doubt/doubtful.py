"""Which words of a text may be others than they are read as, and how far."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from enum import Enum

from knowledge.doubt.guards import heard_alike
from knowledge.normal import Word
from knowledge.query import Query
from knowledge.syllables import is_syllable

USUAL = 10
"""A pair of words that the plans have so often is not read otherwise."""

_LEAST = 2
_SURE = 4
"""A shorter word whose letters changed places may be another one."""

_YES = "dạ"
_PARTICLES = frozenset({"hi", "he", "ha", "nghe"})
VOWEL = frozenset("aeiouy")


class Doubt(Enum):
    """How far a word may be read otherwise than it is."""

    NONE = 0
    COMMON = 1
    """As a word that asks and sounds the same: "lào" is "nào"."""

    FITTING = 2
    """As any word of the checks that sounds the same, where the plans often have what it is read as."""

    HEARD = 3
    """As any word of the checks that sounds the same."""

    SLIPPED = 4
    """As one that has another letter, too."""


def doubts(query: Query, read: Sequence[str]) -> Mapping[int, Doubt]:
    """Returns the places of the words that may be others. ``read``: what each word is read as."""
    words = query.words
    open_ = [at for at, word in enumerate(words) if not _stands(query, word, read, at)]
    if not open_:
        return {}
    starts = Counter(word.start for word in words)  # the words of a short form share theirs, and were not typed
    found = {at: _doubt(query, read, at) for at in open_ if starts[words[at].start] == 1}
    found = {at: doubt for at, doubt in found.items() if doubt is not Doubt.NONE}
    if not found:
        return {}
    named = {at for one in (*query.communes, *query.districts) for at in range(one.start, one.end)}
    notions = in_notions(query)
    return {at: doubt for at, doubt in found.items() if at not in named and words[at].start not in notions}


def in_notions(query: Query) -> Set[int]:
    """Returns where the words begin that are read as parts of a notion, be one of them mistyped: "nông yhôn mới"."""
    notions = [place.word for place in query.places if " " in place.word.typed]
    return {word.start for notion in notions for word in query.words if notion.start <= word.start < notion.end}


def _stands(query: Query, word: Word, read: Sequence[str], at: int) -> bool:
    """Whether a word is one of the plans' as it was typed, and stands where they have it."""
    known = query.base.vocabulary
    if word.fold not in known.count or (word.marked and word.typed not in known.forms):
        return not word.fold.isalpha()
    pairs = known.pairs
    return (at > 0 and (read[at - 1], read[at]) in pairs) or (at + 1 < len(read) and (read[at], read[at + 1]) in pairs)


def _doubt(query: Query, read: Sequence[str], at: int) -> Doubt:
    """How far the word at a place may be another: not at all where it is a word of the plans' and stands in its place."""
    word, known = query.words[at], query.base.vocabulary
    if not word.fold.isalpha() or len(word.fold) < _LEAST or VOWEL.isdisjoint(word.fold):
        return Doubt.NONE
    speech = query.base.speech
    if query.text[word.start : word.end].lower() in speech.dialect or word.fold in _PARTICLES:
        return Doubt.NONE
    if word.typed == _YES:
        return Doubt.NONE  # typed with its marks it is no "giá"
    beside = _beside(query, read, at)
    if word.fold in known:
        if not word.marked or word.typed in known.forms:
            return Doubt.NONE if query.base.speech.is_filler(word.fold, word.typed) else Doubt.COMMON
        return Doubt.NONE if beside >= USUAL else Doubt.HEARD
    if not is_syllable(word.fold) and is_turned(word.fold, read[at]):
        return Doubt.NONE
    heard = is_heard(word.fold, read[at])
    if beside >= USUAL:
        return Doubt.NONE if heard or not is_syllable(word.fold) else Doubt.FITTING
    return Doubt.HEARD if heard else Doubt.SLIPPED


def _beside(query: Query, read: Sequence[str], at: int) -> int:
    """How often the plans have what a word is read as beside its neighbours, as far as those are read as they were typed."""
    pairs, words = query.base.vocabulary.pairs, query.words
    before = read[at - 1] if at and read[at - 1] == words[at - 1].fold else ""
    after = read[at + 1] if at + 1 < len(read) and read[at + 1] == words[at + 1].fold else ""
    return pairs.get((before, read[at]), 0) + pairs.get((read[at], after), 0)


def is_turned(typed: str, read: str) -> bool:
    """Returns whether two neighbouring letters were typed in each other's place: "ngya" for "ngay"."""
    return typed != read and len(typed) >= _SURE and Counter(typed) == Counter(read)


def is_heard(typed: str, read: str) -> bool:
    """Returns whether a word was read as the one that it sounds like."""
    return read != typed and heard_alike(read, typed)
