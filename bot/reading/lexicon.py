"""The words of answers, looked up: the longest phrase at a place, with accents, without, or with wrong ones."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from bot.reading.role import Role
from bot.reading.token import Token, tokens
from bot.reading.unit import FOREIGN, NOUNS, UNITS, Dimension, Unit
from bot.reading.vocabulary import FILLERS, NUMBERS, PARTICLES, PHRASES
from knowledge.fold import plain, same_form, toneless


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a phrase can be. ``value`` is a number word's, ``group`` the nouns it stands for."""

    role: Role
    phrase: tuple[str, ...]
    value: Decimal = Decimal(0)
    unit: Unit | None = None
    group: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """The entries by their words in plain letters. ``known`` are all accented words."""

    entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    known: frozenset[str]
    longest: int

    def at(self, text: Sequence[Token], place: int) -> tuple[int, tuple[Entry, ...]]:
        """Returns the length of the longest phrase at a place and what it can be; 0 and nothing when there is none."""
        for length in range(min(self.longest, len(text) - place), 0, -1):
            if found := self.exactly(text[place : place + length]):
                return length, found
        return 0, ()

    def exactly(self, span: Sequence[Token]) -> tuple[Entry, ...]:
        """Returns what these words can be; a reading with the same accents leaves no room for others."""
        entries = self.entries.get(tuple(token.fold for token in span), ())
        fits = [(closeness(span, entry.phrase), entry) for entry in entries]
        best = min((close for close, _ in fits if close is not None), default=None)
        return tuple(entry for close, entry in fits if close is not None and close == best)


def closeness(span: Sequence[Token], phrase: Sequence[str]) -> int | None:
    """Returns how near the typed words are to a phrase: 0 the same, 1 without accents, 2 with other ones; else None."""
    worst = 0
    for token, word in zip(span, phrase, strict=True):
        if token.typed == word:
            continue
        if word in _ONLY_MARKED:
            return None
        if not token.marked:
            worst = max(worst, 1)
        elif token.typed == toneless(word) or _swapped(token.typed) == _swapped(word) or word in _LENIENT:
            worst = max(worst, 2)
        else:
            return None
    return worst


_ONLY_MARKED = frozenset({"hỉ", "hí", "hè", "hử"})
_LENIENT = frozenset({"triệu", "nghìn", "khoảng", "không", "rưỡi", "biết", "vuông", "nghèo"})
"""Words whose plain letters mean nothing else in an answer."""


@lru_cache(maxsize=5_000)
def _swapped(word: str) -> str:
    """The word with hỏi for ngã, which the south does not tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace("\u0303", "\u0309"))


@cache
def lexicon(dimension: Dimension) -> Lexicon:
    """Returns the words of answers to a field of this dimension: its own units, then nouns, then other units."""
    return build(_entries(dimension))


def build(entries: Iterable[Entry]) -> Lexicon:
    """Returns entries as a lexicon."""
    by_words: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_words[tuple(plain(word) for word in entry.phrase)].append(entry)
    known = frozenset(word for found in by_words.values() for entry in found for word in entry.phrase)
    longest = max((len(words) for words in by_words), default=0)
    return Lexicon({words: tuple(found) for words, found in by_words.items()}, known, longest)


def _entries(dimension: Dimension) -> Iterator[Entry]:
    for role, words in NUMBERS.items():
        for word, value in words.items():
            yield Entry(role, (word,), Decimal(value))
    for names, unit in UNITS:
        if unit.dimension is dimension:
            for phrase in split(names):
                yield Entry(Role.UNIT, phrase, unit=unit)
    for group in NOUNS:
        for name in group:
            yield Entry(Role.NOUN, words_of(name), group=group)
    for names, unit in UNITS:
        if unit.dimension is not dimension:
            for phrase in split(names):
                yield Entry(Role.UNIT, phrase, unit=unit)
    for phrase in split(FOREIGN):
        yield Entry(Role.UNIT, phrase)
    for role, names in PHRASES.items():
        for phrase in split(names):
            yield from (Entry(role, spelling) for spelling in _spellings(phrase))
    for phrase in (*split(FILLERS), *split(PARTICLES)):
        yield Entry(Role.FILLER, phrase)


def split(names: str) -> Iterator[tuple[str, ...]]:
    """Yields the phrases of a list parted by commas."""
    for name in names.split(", "):
        if name.strip(" ,"):
            yield words_of(name)


def _spellings(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yields a phrase with every way of writing the no it begins with."""
    yield phrase
    if phrase[0] == "không" and len(phrase) > 1:
        yield from ((no, *phrase[1:]) for no in ("ko", "k", "hông", "hổng", "khg"))


@lru_cache(maxsize=4_000)
def words_of(name: str) -> tuple[str, ...]:
    """Returns the words of a phrase as they are looked up."""
    return tuple(token.typed for token in tokens(same_form(name), frozenset()))
