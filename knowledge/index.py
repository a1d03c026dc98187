"""The search index: BM25 over the words and pairs of words of every fact, and how well each way of asking fits.

Numbers from ../shared/retrieval-notes.md 2: k1 0.9, b 0.6, pairs weigh 0.8 of single words. Everything is kept in flat
arrays: a question is scored against all facts at once, and the arrays can be kept in a file.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.asked import Place
from knowledge.fold import toneless
from knowledge.latent import surveyed
from knowledge.postings import gathered

_K1, _B, _PAIR = 0.9, 0.6, 0.8
_KNOWN = 4000
_COMMON = 2.0
"""A filler that tells so little is left out where the lines are compared: it stands in thousands of them."""

_TONE_SLIP, _OTHER_MARKS = 0.85, 0.5

Floats = NDArray[np.floating[Any]]
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

    company: float
    """How near its best line is in the space of words that keep the same company: -1 to 1."""

    kinship: float
    """The same for the fact as a whole."""

    missing: float
    """How much the rarest telling word says that the fact does not have: 0 to 1."""

    explains: tuple[bool, ...]
    """For each place of the question, whether the fact has its word."""


class Index:
    """Texts of facts, each in several lines (the answer, the ways of asking)."""

    def __init__(self, facts: Sequence[Sequence[Sequence[str]]], typed: Sequence[Mapping[str, frozenset[str]]]) -> None:
        self._size = len(facts)
        lines = [line for fact in facts for line in fact]
        counts = np.array([len(fact) for fact in facts], dtype=np.int32)
        self._count = counts
        self._first = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int32) if len(counts) else counts
        self._fact_of = np.repeat(np.arange(self._size, dtype=np.int32), counts)
        self._facts = gathered(
            (number, term) for number, fact in enumerate(facts) for line in fact for term in _terms(line)
        )
        self._lines = gathered((number, word) for number, line in enumerate(lines) for word in set(line))
        self._forms = gathered((number, form) for number, forms in enumerate(typed) for form in _forms(forms))
        spread = self._facts.spread()
        self._idf = np.log(1 + (self._size - spread + 0.5) / (spread + 0.5)).astype(np.float32)
        self._idfs: list[float] = self._idf.tolist()
        self.rarest = float(np.log(1 + self._size + 0.5))
        self._bm25 = self._weights()
        self._latent = surveyed(lines, self._fact_of)
        self._remember()
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

    def _remember(self) -> None:
        """Starts to remember where words stand; what is remembered is not kept in a file."""
        self._known = lru_cache(maxsize=_KNOWN)(self._read)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_known"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._remember()

    def idf(self, term: str) -> float:
        """Returns how much a word tells: a word that no fact has tells most."""
        number = self._facts.terms.get(term)
        return self.rarest if number is None else self._idfs[number]

    def weight(self, place: Place) -> float:
        """Returns how much a place of a question tells: the rarity of what it may mean."""
        return place.weight * max((self.idf(term) for term, _ in place.meant), default=self.rarest)

    def covered(self, words: frozenset[str], spoken: Set[str]) -> float:
        """Returns how much of some words was spoken, by their rarity: 0 to 1."""
        total = sum(map(self.idf, words))
        return sum(self.idf(word) for word in words & spoken) / total if total else 0.0

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

    def search(self, places: Sequence[Place], limit: int = 20) -> list[Hit]:
        """Returns the best facts for a question, best first."""
        bm25 = np.zeros(self._size, dtype=np.float32)
        for term, weight in self._query(places):
            span = self._facts.span(term)
            bm25[self._facts.where[span]] += weight * self._bm25[span]
        top = float(bm25.max()) if self._size else 0.0
        if not top:
            return []
        bm25 /= top
        weights = [self.weight(place) for place in places]
        told = sum(weights) or 1.0
        agreed = np.zeros((len(places), self._size), dtype=np.float32)
        shared = np.zeros(len(self._fact_of), dtype=np.float32)
        spoken: set[str] = set()
        for number in sorted(range(len(places)), key=lambda number: -places[number].weight):
            place = places[number]
            if place.meant:
                heard = place.meant[0][0] in spoken or self._says_little(place)
                self._agree(place, agreed[number], None if heard else shared)
                spoken.add(place.meant[0][0])
        explained = (np.array(weights, dtype=np.float32) / told) @ agreed
        missing = self._missing(places, weights, agreed)
        likeness: Floats = np.maximum.reduceat(2 * shared / (np.float32(told) + self._lengths), self._first)
        focus: Floats = np.maximum.reduceat(shared, self._first) / np.float32(told)
        direction = self._latent.direction(places)
        kinship = np.zeros_like(bm25) if direction is None else self._latent.facts @ direction
        score = 0.25 * explained + 0.2 * focus + 0.4 * likeness + 0.15 * bm25 + 0.2 * kinship
        count = min(limit, self._size)
        best = np.argpartition(-score, count - 1)[:count]
        best = best[np.argsort(-score[best], kind="stable")]
        company = self._company(best, direction)
        columns: list[Floats] = [bm25, explained, likeness, focus, kinship, missing]
        figures = np.stack([*(column[best] for column in columns), company], axis=1).tolist()
        explains = (agreed[:, best] > 0).T.tolist()
        return [
            _hit(fact, own, has) for fact, own, has in zip(best.tolist(), figures, explains, strict=True) if own[0] > 0
        ]

    def _company(self, best: NDArray[np.intp], direction: Floats | None) -> Floats:
        """How near the best line of each of some facts lies to the direction of the question."""
        if direction is None:
            return np.zeros(len(best), dtype=np.float32)
        spans = [np.arange(self._first[fact], self._first[fact] + self._count[fact]) for fact in best]
        near = self._latent.lines[np.concatenate(spans)] @ direction
        starts = np.concatenate([[0], np.cumsum([len(span) for span in spans])[:-1]])
        found: Floats = np.maximum.reduceat(near, starts)
        return found

    def _says_little(self, place: Place) -> bool:
        """Whether a place is a filler that stands in thousands of lines."""
        return place.weight < 1.0 and self.idf(place.meant[0][0]) < _COMMON

    def _query(self, places: Sequence[Place]) -> list[tuple[str, float]]:
        """The words and pairs of words that are looked up, each with its weight."""
        known = self._facts.terms
        query: dict[str, float] = {}
        for place in places:
            if place.meant and not self._says_little(place):
                for term, trust in place.meant:
                    if term in known:
                        query[term] = max(query.get(term, 0.0), place.weight * trust)
        for one, two in itertools.pairwise(places):
            weight = max(one.weight, two.weight)
            for first, trust in one.meant:
                for second, other in two.meant:
                    pair = f"{first} {second}"
                    if pair in known:
                        query[pair] = max(query.get(pair, 0.0), trust * other * weight)
        return list(query.items())

    def _missing(self, places: Sequence[Place], weights: Sequence[float], agreed: Floats) -> Floats:
        """For each fact, how much the rarest telling place says that it does not have."""
        telling = [number for number, place in enumerate(places) if place.weight == 1.0]
        if not telling:
            return np.zeros(self._size, dtype=np.float32)
        rarity = np.array([weights[number] / self.rarest for number in telling], dtype=np.float32)
        found: Floats = np.where(agreed[telling] > 0, np.float32(0), rarity[:, None]).max(axis=0)
        return found

    def _agree(self, place: Place, facts: Floats, shared: Floats | None) -> None:
        """Writes down how far each fact agrees with one place of the question, and adds what it shares with each line."""
        if len(place.meant) == 1:
            term, trust = place.meant[0]
            where, agreed, lines, at_lines = self._known(term, place.word.typed, place.word.fold)
            facts[where] = trust * agreed
            if shared is not None:
                shared[lines] += (place.weight * self.idf(term) * trust) * at_lines
            return
        for term, trust in place.meant:
            where = self._facts.of(term)
            agreed = self._marks(where, term, place.word.typed, place.word.fold)
            facts[where] = np.maximum(facts[where], trust * agreed)
        if shared is not None:
            most = np.zeros_like(shared)
            for term, trust in place.meant:
                lines = self._lines.of(term)
                most[lines] = np.maximum(most[lines], place.weight * self.idf(term) * trust)
            shared += most

    def _read(self, term: str, typed: str, fold: str) -> tuple[Numbers, Floats | float, Numbers, Floats | float]:
        """Where a word stands, as it was typed, in the facts and in the lines, and how far each place agrees."""
        where, lines = self._facts.of(term), self._lines.of(term)
        agreed = self._marks(where, term, typed, fold)
        at_lines = agreed if isinstance(agreed, float) else agreed[np.searchsorted(where, self._fact_of[lines])]
        return where, agreed, lines, at_lines

    def _marks(self, where: Numbers, term: str, typed: str, fold: str) -> Floats | float:
        """How far the marks that were typed agree with those of each fact: "mưa" is hardly "mua"."""
        if typed == fold or term != fold or " " in typed:
            return 1.0
        agreed = np.full(len(where), _OTHER_MARKS, dtype=np.float32)
        # A fact may have the form in a notion alone ("hạn" is a deadline, and "hạn chế" is none).
        agreed[np.isin(where, self._forms.of(f"~{toneless(typed)}"))] = _TONE_SLIP
        agreed[np.isin(where, self._forms.of(f"={typed}"))] = 1.0
        return agreed


def _hit(fact: int, figures: Sequence[float], explains: Sequence[bool]) -> Hit:
    bm25, explained, likeness, focus, kinship, missing, company = figures
    return Hit(fact, bm25, explained, likeness, focus, company, kinship, missing, tuple(explains))


def _forms(forms: Mapping[str, frozenset[str]]) -> Iterable[str]:
    typed = {form for own in forms.values() for form in own}
    yield from (f"={form}" for form in typed)
    yield from {f"~{toneless(form)}" for form in typed}


def _terms(line: Sequence[str]) -> list[str]:
    return [*line, *(f"{one} {two}" for one, two in itertools.pairwise(line))]
