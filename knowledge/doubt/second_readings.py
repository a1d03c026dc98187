"""What else a text with mistyped words may ask for: the texts in which a word reads as one of those by which the checks see it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache

from knowledge.doubt.guards import Guards, heard_alike
from knowledge.finders import beyond
from knowledge.gate import counts, documents, figures, listed_names, matters, named_things, places, reasons, times
from knowledge.query import Query, read_as
from knowledge.syllables import is_spelled, is_syllable

_OFTEN = 20
"""A word in so many ways of asking is one that asks."""

_USUAL = 6
"""A pair of words that the plans have so often is not read otherwise."""

_LEAST = 2
_PARTICLES = frozenset({"hi", "he", "ha", "nghe"})
_VOWEL = frozenset("aeiouy")
_MOST = 4


class _Doubt(Enum):
    """How far a word may be read otherwise than it is."""

    NONE = 0
    COMMON = 1
    """As a word that asks and sounds the same: "lào" is "nào"."""

    HEARD = 2
    """As any word of the checks that sounds the same."""

    SLIPPED = 3
    """As one that has another letter, too."""


def second_readings(query: Query) -> Iterator[str]:
    """Yields the texts, the likeliest first."""
    words = query.words
    read = read_as(query)
    slippy = any(word.fold.isalpha() and word.fold not in query.base.vocabulary and not is_syllable(word.fold) for word in words)
    starts = Counter(word.start for word in words)  # the words of a short form share theirs, and were not typed
    doubts = {at: doubt for at in range(len(words)) if starts[words[at].start] == 1 and (doubt := _doubt(query, read, at, slippy)) is not _Doubt.NONE}
    if not doubts:
        return
    guards = _guards()
    said = frozenset(read)
    near: dict[str, list[int]] = {}
    as_heard, surely_heard = list(read), False
    for at, doubt in doubts.items():
        word = words[at].fold
        most = guards.often.get(read[at], 0) if _is_heard(word, read[at]) else 0
        for other in guards.near(word):
            heard, often = heard_alike(other, word), guards.often[other]
            if not (heard or doubt is _Doubt.SLIPPED) or (doubt is _Doubt.COMMON and often < _OFTEN):
                continue
            if heard and often > most:
                as_heard[at], most = other, often
                surely_heard |= doubt is not _Doubt.COMMON
            if other not in said:
                near.setdefault(other, []).append(at)
    given: set[str] = set()
    if surely_heard:
        text = _text(query, {at: as_heard[at] for at in doubts if as_heard[at] != read[at]})
        given.add(text)
        yield text
    for line in (as_heard, read) if as_heard != read else (read,):
        open_ = {word: at for word, at in near.items() if word not in line}
        for meant, part in guards.asked(line, open_, _seen(query)):
            changed = [at for at in part if meant[at] != read[at]]
            if changed and len(changed) < len(part):
                text = _text(query, {at: meant[at] for at in changed})
                if text not in given and len(given) < _MOST:
                    given.add(text)
                    yield text


def _seen(query: Query) -> Sequence[str]:
    return (*query.readings, " ".join(word.fold for word in query.words))


def _text(query: Query, meant: Mapping[int, str]) -> str:
    """The text with the words at some places as they may be meant."""
    text = query.text
    for at in sorted(meant, reverse=True):
        word = query.words[at]
        text = text[: word.start] + meant[at] + text[word.end :]
    return text


@cache
def _guards() -> Guards:
    modules = (counts, documents, figures, listed_names, matters, named_things, places, reasons, times)
    return Guards([*beyond.ASKS, *(pattern for module in modules for pattern in module.ASKS)])


def _doubt(query: Query, read: Sequence[str], at: int, slippy: bool) -> _Doubt:
    """How far the word at a place may be another: not at all where it is a word of the plans' and stands in its place."""
    word, known = query.words[at], query.base.vocabulary
    if not word.fold.isalpha() or len(word.fold) < _LEAST or _VOWEL.isdisjoint(word.fold):
        return _Doubt.NONE
    speech = query.base.speech
    if query.text[word.start : word.end].lower() in speech.dialect or word.fold in _PARTICLES:
        return _Doubt.NONE
    beside = _beside(query, read, at)
    if word.fold in known:
        if not word.marked or word.typed in known.forms:
            if beside or _beside(query, read, at, repaired=True):
                return _Doubt.NONE
            return _Doubt.COMMON if word.marked or not slippy or speech.is_filler(word) else _Doubt.SLIPPED
        return _Doubt.NONE if beside >= _USUAL else _Doubt.HEARD
    if beside >= _USUAL:
        return _Doubt.NONE
    return _Doubt.HEARD if _is_heard(word.fold, read[at]) else _Doubt.SLIPPED


def _beside(query: Query, read: Sequence[str], at: int, repaired: bool = False) -> int:
    """How often the plans have what a word is read as beside its neighbours, as far as those are read as they were typed or
    ``repaired`` ones count, too.
    """
    pairs, words = query.base.vocabulary.pairs, query.words
    before = read[at - 1] if at and (repaired or read[at - 1] == words[at - 1].fold) else ""
    after = read[at + 1] if at + 1 < len(read) and (repaired or read[at + 1] == words[at + 1].fold) else ""
    return pairs.get((before, read[at]), 0) + pairs.get((read[at], after), 0)


def _is_heard(typed: str, read: str) -> bool:
    """Whether a word was read as the one that it sounds like."""
    return read != typed and heard_alike(read, typed)
