"""The search index: BM25 over the words and pairs of words of every fact, and how well each way of asking fits.

Numbers from ../shared/retrieval-notes.md 2: k1 0.9, b 0.6, pairs weigh 0.8 of single words.
"""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.asked import Place
from knowledge.fold import toneless

_K1, _B, _PAIR = 0.9, 0.6, 0.8
_TONE_SLIP, _OTHER_MARKS = 0.85, 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact's place in the index with its scores: BM25, the share of the question that it explains, its best way of asking."""

    fact: int
    bm25: float
    explained: float
    likeness: float
    focus: float
    """The share of the question that its best single line explains."""

    @property
    def score(self) -> float:
        """The three together, about 0 to 1."""
        return 0.25 * self.explained + 0.2 * self.focus + 0.4 * self.likeness + 0.15 * min(1.0, self.bm25)


class Index:
    """Texts of facts, each in several lines (the answer, the ways of asking)."""

    def __init__(self, facts: Sequence[Sequence[Sequence[str]]], typed: Sequence[Mapping[str, frozenset[str]]]) -> None:
        self._typed = typed
        bags = [_bag(lines) for lines in facts]
        lengths = np.array([sum(bag.values()) for bag in bags], dtype=np.float32)
        mean = float(lengths.mean()) if len(bags) else 1.0
        spread: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for term, count in bag.items():
                spread[term].append((number, count))
        self._size = len(bags)
        self._idf: dict[str, float] = {}
        self._postings: dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]] = {}
        for term, entries in spread.items():
            places = np.array([number for number, _ in entries], dtype=np.int32)
            counts = np.array([count for _, count in entries], dtype=np.float32)
            idf = float(np.log(1 + (self._size - len(entries) + 0.5) / (len(entries) + 0.5)))
            self._idf[term] = idf
            norm = counts + _K1 * (1 - _B + _B * lengths[places] / mean)
            self._postings[term] = (
                places,
                (idf * counts * (_K1 + 1) / norm * (_PAIR if " " in term else 1)).astype(np.float32),
            )
        self._lines = [
            (_by_term([_terms(line) for line in lines]), [sum(self._idf[term] for term in set(line)) for line in lines])
            for lines in facts
        ]
        self.rarest = float(np.log(1 + self._size + 0.5))

    def idf(self, term: str) -> float:
        """Returns how much a word tells: a word that no fact has tells most."""
        return self._idf.get(term, self.rarest)

    def weight(self, place: Place) -> float:
        """Returns how much a place of a question tells: the rarity of what it may mean."""
        return place.weight * max((self.idf(term) for term, _ in place.meant), default=self.rarest)

    def covered(self, words: frozenset[str], spoken: Set[str]) -> float:
        """Returns how much of some words was spoken, by their rarity: 0 to 1."""
        total = sum(map(self.idf, words))
        return sum(self.idf(word) for word in words & spoken) / total if total else 0.0

    def explains(self, number: int, place: Place) -> bool:
        """Returns whether a fact has the word of a place."""
        return any(term in self._lines[number][0] for term, _ in place.meant)

    def has(self, number: int, term: str) -> bool:
        """Returns whether a fact has a word, or a pair of neighbouring words."""
        return term in self._lines[number][0]

    def pairs_said(self, places: Sequence[Place]) -> list[str]:
        """Returns the pairs of neighbouring telling words of a question that some fact has."""
        return [
            pair
            for one, two in itertools.pairwise(places)
            if one.weight == 1.0 and two.weight == 1.0 and one.meant and two.meant
            if (pair := f"{one.meant[0][0]} {two.meant[0][0]}") in self._idf
        ]

    def pairs(self, number: int, places: Sequence[Place]) -> float:
        """Returns the share of neighbouring words of the question that are neighbours in the fact too."""
        terms = self._lines[number][0]
        known = [(one, two) for one, two in itertools.pairwise(places) if one.weight == 1.0 and two.weight == 1.0]
        together = sum(any(f"{a} {b}" in terms for a, _ in one.meant for b, _ in two.meant) for one, two in known)
        return together / len(known) if known else 0.0

    def search(self, places: Sequence[Place], limit: int = 24) -> list[Hit]:
        """Returns the best facts for a question, best first."""
        scores = np.zeros(self._size, dtype=np.float32)
        for term, weight in _query(places, self._postings):
            where, what = self._postings[term]
            scores[where] += weight * what
        if not scores.any():
            return []
        count = min(limit, self._size)
        best = np.argpartition(-scores, count - 1)[:count]
        top = float(scores[best].max()) or 1.0
        weighed = [(place, self.weight(place)) for place in places]
        hits = [self._hit(int(number), float(scores[number]) / top, weighed) for number in best if scores[number] > 0]
        return sorted(hits, key=lambda hit: -hit.score)

    def _hit(self, number: int, bm25: float, places: Sequence[tuple[Place, float]]) -> Hit:
        terms = self._lines[number][0]
        told = meant = 0.0
        spoken: dict[str, float] = {}
        for place, weight in places:
            told += weight
            for term, trust in place.meant:
                if term in terms:
                    agreed = trust * self._marks(number, place, term)
                    meant += weight * agreed
                    spoken[term] = max(spoken.get(term, 0.0), place.weight * agreed)
                    break
        explained = meant / told if told else 0.0
        return Hit(number, bm25, explained, *self._best_line(number, spoken, told))

    def _marks(self, number: int, place: Place, term: str) -> float:
        """How far the marks that were typed agree with the fact's: "mưa" is hardly "mua"."""
        word = place.word
        if not word.marked or term != word.fold or " " in word.typed:
            return 1.0
        forms = self._typed[number].get(term, frozenset())
        if not forms or word.typed in forms:
            return 1.0
        return _TONE_SLIP if toneless(word.typed) in {toneless(form) for form in forms} else _OTHER_MARKS

    def _best_line(self, number: int, spoken: Mapping[str, float], told: float) -> tuple[float, float]:
        """The best line's agreement with the question (Dice), and the most that one line explains of it."""
        where, lengths = self._lines[number]
        shared = [0.0] * len(lengths)
        for term, weight in spoken.items():
            value = weight * self._idf[term]
            for line in where[term]:
                shared[line] += value
        likeness = max(
            (2 * value / (told + length) for value, length in zip(shared, lengths, strict=True)), default=0.0
        )
        return likeness, max(shared, default=0.0) / told if told else 0.0


def _by_term(lines: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for term in set(line):
            found[term].append(number)
    return dict(found)


def _bag(lines: Sequence[Sequence[str]]) -> dict[str, int]:
    bag: dict[str, int] = defaultdict(int)
    for line in lines:
        for term in _terms(line):
            bag[term] += 1
    return bag


def _terms(line: Sequence[str]) -> list[str]:
    return [*line, *(f"{one} {two}" for one, two in itertools.pairwise(line))]


def _query(
    places: Sequence[Place], known: dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]]
) -> list[tuple[str, float]]:
    query: dict[str, float] = {}
    for place in places:
        for term, trust in place.meant:
            if term in known:
                query[term] = max(query.get(term, 0.0), place.weight * trust)
    for one, two in itertools.pairwise(places):
        for first, trust in one.meant:
            for second, other in two.meant:
                pair = f"{first} {second}"
                if pair in known:
                    query[pair] = max(query.get(pair, 0.0), trust * other * max(one.weight, two.weight))
    return list(query.items())
