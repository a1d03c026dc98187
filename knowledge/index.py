"""The search index: BM25 over the words and pairs of words of every fact, and how well each way of asking fits.

Numbers from ../shared/retrieval-notes.md 2: k1 0.9, b 0.6, pairs weigh 0.8 of single words. Everything is kept in flat
arrays: a question is scored against all facts at once, and the arrays can be kept in a file.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.asked import Place
from knowledge.fold import toneless
from knowledge.latent import surveyed
from knowledge.postings import gathered

_K1, _B, _PAIR = 0.9, 0.6, 0.8
_TONE_SLIP, _OTHER_MARKS = 0.85, 0.5

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact's place in the index with its scores: BM25, the share of the question that it explains, its best way of asking."""

    fact: int
    bm25: float
    explained: float
    likeness: float
    focus: float
    """The share of the question that its best single line explains."""

    pairs: float
    """The share of neighbouring telling words of the question that are neighbours in the fact too."""

    phrase: float
    """The same for the best single line."""

    company: float
    """How near its best line is in the space of words that keep the same company: -1 to 1."""

    kinship: float
    """The same for the fact as a whole."""

    missing: float
    """How much the rarest telling word says that the fact does not have: 0 to 1."""


class Index:
    """Texts of facts, each in several lines (the answer, the ways of asking)."""

    def __init__(self, facts: Sequence[Sequence[Sequence[str]]], typed: Sequence[Mapping[str, frozenset[str]]]) -> None:
        self._size = len(facts)
        lines = [line for fact in facts for line in fact]
        counts = np.array([len(fact) for fact in facts], dtype=np.int32)
        self._first = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int32) if len(counts) else counts
        self._fact_of = np.repeat(np.arange(self._size, dtype=np.int32), counts)
        self._facts = gathered(
            (number, term) for number, fact in enumerate(facts) for line in fact for term in _terms(line)
        )
        self._lines = gathered((number, term) for number, line in enumerate(lines) for term in set(_terms(line)))
        self._forms = gathered((number, form) for number, forms in enumerate(typed) for form in _forms(forms))
        spread = self._facts.spread()
        self._idf = np.log(1 + (self._size - spread + 0.5) / (spread + 0.5)).astype(np.float32)
        self.rarest = float(np.log(1 + self._size + 0.5))
        self._bm25 = self._weights()
        self._latent = surveyed(lines, self._fact_of)
        self._lengths = np.array([sum(map(self.idf, set(line))) for line in lines], dtype=np.float32)

    def _weights(self) -> Floats:
        """BM25 of every posting."""
        lengths = np.bincount(self._facts.where, weights=self._facts.counts, minlength=self._size)
        mean = float(lengths.mean()) if self._size else 1.0
        norm = self._facts.counts + _K1 * (1 - _B + _B * lengths[self._facts.where] / mean)
        spread = self._facts.spread()
        pair = np.array([_PAIR if " " in term else 1.0 for term in self._facts.terms], dtype=np.float32)
        found: Floats = (np.repeat(self._idf * pair, spread) * self._facts.counts * (_K1 + 1) / norm).astype(np.float32)
        return found

    def idf(self, term: str) -> float:
        """Returns how much a word tells: a word that no fact has tells most."""
        number = self._facts.terms.get(term)
        return self.rarest if number is None else float(self._idf[number])

    def weight(self, place: Place) -> float:
        """Returns how much a place of a question tells: the rarity of what it may mean."""
        return place.weight * max((self.idf(term) for term, _ in place.meant), default=self.rarest)

    def covered(self, words: frozenset[str], spoken: Set[str]) -> float:
        """Returns how much of some words was spoken, by their rarity: 0 to 1."""
        total = sum(map(self.idf, words))
        return sum(self.idf(word) for word in words & spoken) / total if total else 0.0

    def explains(self, number: int, place: Place) -> bool:
        """Returns whether a fact has the word of a place."""
        return any(self.has(number, term) for term, _ in place.meant)

    def has(self, number: int, term: str) -> bool:
        """Returns whether a fact has a word, or a pair of neighbouring words."""
        where = self._facts.of(term)
        step = bisect_left(where, number)
        return step < len(where) and int(where[step]) == number

    def pairs_said(self, places: Sequence[Place]) -> list[str]:
        """Returns the pairs of neighbouring telling words of a question that some fact has."""
        return [
            pair
            for one, two in itertools.pairwise(places)
            if one.weight == 1.0 and two.weight == 1.0 and one.meant and two.meant
            if (pair := f"{one.meant[0][0]} {two.meant[0][0]}") in self._facts.terms
        ]

    def search(self, places: Sequence[Place], limit: int = 24) -> list[Hit]:
        """Returns the best facts for a question, best first."""
        bm25 = np.zeros(self._size, dtype=np.float32)
        for term, weight in _query(places, self._facts.terms):
            span = self._facts.span(term)
            bm25[self._facts.where[span]] += weight * self._bm25[span]
        top = float(bm25.max()) if self._size else 0.0
        if not top:
            return []
        bm25 /= top
        explained = np.zeros(self._size, dtype=np.float32)
        shared = np.zeros(len(self._fact_of), dtype=np.float32)
        missing = np.zeros(self._size, dtype=np.float32)
        told = 0.0
        spoken: set[str] = set()
        for place in sorted(places, key=lambda place: -place.weight):
            weight = self.weight(place)
            told += weight
            if place.meant:
                new = place.meant[0][0] not in spoken
                spoken.add(place.meant[0][0])
                self._add(place, weight, explained, shared if new else None)
            if place.weight == 1.0:
                self._miss(place, weight, missing)
        told = told or 1.0
        explained /= told
        likeness = np.maximum.reduceat(2 * shared / (told + self._lengths), self._first)
        focus = np.maximum.reduceat(shared, self._first) / told
        pairs, phrase = self._pairs(places)
        near_lines, kinship = self._latent.of(places)
        company = np.maximum.reduceat(near_lines, self._first)
        score = 0.25 * explained + 0.2 * focus + 0.4 * likeness + 0.15 * bm25 + 0.2 * kinship
        count = min(limit, self._size)
        best = np.argpartition(-score, count - 1)[:count]
        best = best[np.argsort(-score[best], kind="stable")]
        columns = [bm25, explained, likeness, focus, pairs, phrase, company, kinship, missing]
        return [Hit(int(number), *(float(column[number]) for column in columns)) for number in best if bm25[number] > 0]

    def _pairs(self, places: Sequence[Place]) -> tuple[Floats, Floats]:
        """For each fact, the share of neighbouring telling words that are neighbours in it, and in its best line."""
        facts = np.zeros(self._size, dtype=np.float32)
        lines = np.zeros(len(self._fact_of), dtype=np.float32)
        known = [(one, two) for one, two in itertools.pairwise(places) if one.weight == 1.0 and two.weight == 1.0]
        for one, two in known:
            pairs = [pair for a, _ in one.meant for b, _ in two.meant if (pair := f"{a} {b}") in self._facts.terms]
            if len(pairs) == 1:
                facts[self._facts.of(pairs[0])] += 1
                lines[self._lines.of(pairs[0])] += 1
            elif pairs:
                facts[np.unique(np.concatenate([self._facts.of(pair) for pair in pairs]))] += 1
                lines[np.unique(np.concatenate([self._lines.of(pair) for pair in pairs]))] += 1
        best = np.maximum.reduceat(lines, self._first)
        count = max(1, len(known))
        return np.divide(facts, count, out=facts), np.divide(best, count, out=best)

    def _miss(self, place: Place, weight: float, missing: Floats) -> None:
        """Notes a telling place in those facts that do not have its word."""
        lost = np.full(self._size, weight / self.rarest, dtype=np.float32)
        for term, _ in place.meant:
            lost[self._facts.of(term)] = 0.0
        np.maximum(missing, lost, out=missing)

    def _add(self, place: Place, weight: float, explained: Floats, shared: Floats | None) -> None:
        """Adds what one place of the question explains of each fact, and what it shares with each line."""
        if len(place.meant) == 1:
            term, trust = place.meant[0]
            where = self._facts.of(term)
            agreed = trust * self._marks(where, place, term)
            explained[where] += weight * agreed
            if shared is not None:
                lines = self._lines.of(term)
                shared[lines] += place.weight * self.idf(term) * _at(agreed, where, self._fact_of[lines])
            return
        facts = np.zeros_like(explained)
        for term, trust in place.meant:
            where = self._facts.of(term)
            facts[where] = np.maximum(facts[where], trust * self._marks(where, place, term))
        explained += weight * facts
        if shared is not None:
            most = np.zeros_like(shared)
            for term, trust in place.meant:
                lines = self._lines.of(term)
                most[lines] = np.maximum(most[lines], place.weight * self.idf(term) * trust)
            shared += most

    def _marks(self, where: Numbers, place: Place, term: str) -> Floats | float:
        """How far the marks that were typed agree with those of each fact: "mưa" is hardly "mua"."""
        word = place.word
        if not word.marked or term != word.fold or " " in word.typed:
            return 1.0
        agreed = np.full(len(where), _OTHER_MARKS, dtype=np.float32)
        agreed[np.searchsorted(where, self._forms.of(f"~{toneless(word.typed)}"))] = _TONE_SLIP
        agreed[np.searchsorted(where, self._forms.of(f"={word.typed}"))] = 1.0
        return agreed


def _at(agreed: Floats | float, where: Numbers, facts: Numbers) -> Floats | float:
    """What was agreed, at the facts of some lines."""
    return agreed if isinstance(agreed, float) else agreed[np.searchsorted(where, facts)]


def _forms(forms: Mapping[str, frozenset[str]]) -> Iterable[str]:
    typed = {form for own in forms.values() for form in own}
    yield from (f"={form}" for form in typed)
    yield from {f"~{toneless(form)}" for form in typed}


def _terms(line: Sequence[str]) -> list[str]:
    return [*line, *(f"{one} {two}" for one, two in itertools.pairwise(line))]


def _query(places: Sequence[Place], known: Mapping[str, int]) -> list[tuple[str, float]]:
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
