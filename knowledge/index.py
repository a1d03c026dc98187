"""The search index: BM25 over the words and pairs of words of every fact, and how well each way of asking fits.

Numbers from ../shared/retrieval-notes.md 2: k1 0.9, b 0.6, pairs weigh 0.8 of single words. Everything is kept in flat
arrays: a question is scored against all facts at once, and the arrays can be kept in a file. The lines of a fact are
compared with the question only where the fact may still be among the best (knowledge/ways.py).
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from operator import sub
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.asked import Place
from knowledge.fold import toneless
from knowledge.latent import in_blocks, surveyed
from knowledge.postings import gathered
from knowledge.ways import HALF_MARKS, Asked, Telling, ways_of

_K1, _B, _PAIR = 0.9, 0.6, 0.8
_KNOWN = 4000
_COMMON = 2.0
"""A filler that tells so little is left out where the lines are compared: it stands in thousands of them."""

_TONE_SLIP, _OTHER_MARKS = 0.85, 0.5
_OFTEN = 8
"""A word that more than one fact in so many has is kept with a figure for every fact: that is added faster."""

Floats = NDArray[np.floating[Any]]
Numbers = NDArray[np.intp]
Everywhere = slice(None)


class Hit(NamedTuple):
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
        self._facts = gathered(
            (number, term) for number, fact in enumerate(facts) for line in fact for term in _terms(line)
        )
        self._forms = gathered((number, form) for number, forms in enumerate(typed) for form in _forms(forms))
        spread = self._facts.spread()
        self._idf = np.log(1 + (self._size - spread + 0.5) / (spread + 0.5)).astype(np.float32)
        self._rarity: dict[str, float] = dict(zip(self._facts.terms, self._idf.tolist(), strict=True))
        self.rarest = float(np.log(1 + self._size + 0.5))
        self._bm25 = self._weights()
        counts = [len(fact) for fact in facts]
        self._ways = ways_of(lines, counts, self._facts.terms, self._idf)
        self._latent = surveyed(lines, np.repeat(np.arange(self._size, dtype=np.int32), counts))
        self._remember()

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
        """Starts to remember where words stand and how much names tell; what is remembered is not kept in a file."""
        self._known = lru_cache(maxsize=_KNOWN)(self._read)
        self._told = lru_cache(maxsize=_KNOWN)(self._tell)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in ("_known", "_told")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._remember()

    def idf(self, term: str) -> float:
        """Returns how much a word tells: a word that no fact has tells most."""
        return self._rarity.get(term, self.rarest)

    def weight(self, place: Place) -> float:
        """Returns how much a place of a question tells: the rarity of what it may mean."""
        if len(place.meant) == 1:
            return place.weight * self.idf(place.meant[0][0])
        return place.weight * max((self.idf(term) for term, _ in place.meant), default=self.rarest)

    def covered(self, words: frozenset[str], spoken: Set[str]) -> float:
        """Returns how much of some words was spoken, by their rarity: 0 to 1."""
        total = self._told(words)
        return self._tell(words & spoken) / total if total else 0.0

    def _tell(self, words: Set[str]) -> float:
        """How much some words tell together, by their rarity."""
        rarity, rarest = self._rarity, self.rarest
        return sum([rarity.get(word, rarest) for word in words])

    def has(self, number: int, term: str) -> bool:
        """Returns whether a fact has a word, or a pair of neighbouring words."""
        where = self._facts.of(term)
        step = bisect_left(where, number)
        return step < len(where) and int(where[step]) == number

    def most_held(self, places: Sequence[Place]) -> float:
        """Returns how much of what a question tells the fact has that has most of it, by the rarity of the words: 0 to 1."""
        telling = [(self.weight(place), place) for place in places if place.weight == 1.0]
        held = np.zeros(self._size)
        for weight, place in telling:
            where = [self._facts.of(term) for term, _ in place.meant]
            if where:
                held[where[0] if len(where) == 1 else np.unique(np.concatenate(where))] += weight
        total = sum(weight for weight, _ in telling)
        return float(held.max()) / total if total else 1.0

    def pairs_said(self, places: Sequence[Place]) -> list[str]:
        """Returns the pairs of neighbouring telling words of a question that some fact has."""
        return [
            pair
            for one, two in itertools.pairwise(places)
            if one.weight == 1.0 and two.weight == 1.0 and one.meant and two.meant
            if (pair := f"{one.meant[0][0]} {two.meant[0][0]}") in self._facts.terms
        ]

    def search(self, places: Sequence[Place], limit: int = 20) -> list[Hit]:
        """Returns the best facts for a question, best first; of equally good ones the earlier one first."""
        looked_up = [place for place in places if place.meant and not self._says_little(place)]
        bm25 = self._summed(self._query(places, looked_up))
        top = float(bm25.max()) if self._size else 0.0
        if not top:
            return []
        bm25 /= top
        weights = [self.weight(place) for place in places]
        told = sum(weights) or 1.0
        agreed = np.empty((len(places), self._size), dtype=np.float32)
        wholly = [self._agree(place, row) for place, row in zip(places, agreed, strict=True)]
        telling, reach = self._telling(places, weights, agreed, wholly)
        explained, shared = in_blocks(np.array([[weight / told for weight in weights], reach], np.float32), agreed)
        direction = self._latent.direction(places)
        sure = 0.25 * explained
        sure += 0.15 * bm25
        if direction is None:
            kinship = np.zeros_like(bm25)
        else:
            kinship = in_blocks(direction, self._latent.facts)
            sure += 0.2 * kinship
        best, likeness, focus = self._ways.best(Asked(told, telling, shared), sure, min(limit, self._size))
        has = agreed[:, best] > 0
        company, missing = self._company(best, direction), self._missing(places, weights, has)
        figures = (best, bm25[best], explained[best], likeness, focus, company, kinship[best], missing)
        rows = zip(*(column.tolist() for column in figures), map(tuple, has.T.tolist()), strict=True)
        return [hit for hit in map(Hit._make, rows) if hit.bm25 > 0]

    def _summed(self, query: Mapping[int, float]) -> Floats:
        """BM25 of every fact; ``query``: how much each term (its number) weighs."""
        if not query:
            return np.zeros(self._size, dtype=np.float32)
        starts = self._facts.starts
        begins, ends = [starts[term] for term in query], [starts[term + 1] for term in query]
        weights = np.array(list(query.values())).repeat(list(map(sub, ends, begins)))
        spans = list(map(slice, begins, ends))
        weights *= np.concatenate([self._bm25[span] for span in spans])
        where = np.concatenate([self._facts.where[span] for span in spans])
        return np.bincount(where, weights, self._size).astype(np.float32)

    def _telling(
        self, places: Sequence[Place], weights: Sequence[float], agreed: Floats, wholly: Sequence[bool]
    ) -> tuple[list[Telling], list[float]]:
        """What of a question the lines are compared with, and what each place tells there at the most: a word that is said
        again counts once, where it weighs most.
        """
        terms = self._facts.terms
        spoken: set[str] = set()
        telling = []
        reach = [0.0] * len(places)
        for number in sorted(range(len(places)), key=lambda number: -places[number].weight):
            place = places[number]
            if not place.meant or place.meant[0][0] in spoken or self._says_little(place):
                continue
            spoken.add(place.meant[0][0])
            if len(place.meant) > 1:
                values = {
                    terms[term]: place.weight * self.idf(term) * trust for term, trust in place.meant if term in terms
                }
                telling.append(Telling(values, None))
                reach[number] = weights[number] * HALF_MARKS
            elif (term := terms.get(place.meant[0][0])) is not None:
                telling.append(Telling({term: weights[number]}, None if wholly[number] else agreed[number]))
                reach[number] = weights[number]
        return telling, reach

    def _company(self, best: NDArray[np.intp], direction: Floats | None) -> Floats:
        """How near the best line of each of some facts lies to the direction of the question."""
        if direction is None:
            return np.zeros(len(best), dtype=np.float32)
        lines, starts = self._ways.lines_of(best)
        found: Floats = np.maximum.reduceat(self._latent.lines[lines] @ direction, starts)
        return found

    def _says_little(self, place: Place) -> bool:
        """Whether a place is a filler that stands in thousands of lines."""
        return place.weight < 1.0 and self.idf(place.meant[0][0]) < _COMMON

    def _query(self, places: Sequence[Place], looked_up: Sequence[Place]) -> Mapping[int, float]:
        """The words that are looked up and the pairs of words (their numbers), each with its weight."""
        known = self._facts.terms
        query: dict[int, float] = {}
        for place in looked_up:
            for term, trust in place.meant:
                if (number := known.get(term)) is not None:
                    query[number] = max(query.get(number, 0.0), place.weight * trust)
        for one, two in itertools.pairwise(places):
            for first, trust in one.meant:
                for second, other in two.meant:
                    if (number := known.get(f"{first} {second}")) is not None:
                        weight = trust * other * max(one.weight, two.weight)
                        query[number] = max(query.get(number, 0.0), weight)
        return query

    def _missing(self, places: Sequence[Place], weights: Sequence[float], has: NDArray[np.bool_]) -> Floats:
        """For each of some facts, how much the rarest telling place says that it does not have."""
        rarity = [
            weight / self.rarest if place.weight == 1.0 else 0.0 for place, weight in zip(places, weights, strict=True)
        ]
        found: Floats = np.where(has, np.float32(0), np.array(rarity, dtype=np.float32)[:, None]).max(axis=0)
        return found

    def _agree(self, place: Place, facts: Floats) -> bool:
        """Writes down how far each fact agrees with one place of the question; returns whether all that have its one word
        do wholly.
        """
        typed, fold = place.word.typed, place.word.fold
        if len(place.meant) == 1:
            term, trust = place.meant[0]
            where, agreed, wholly = self._known(term, typed, fold)
            if where is not Everywhere:
                facts.fill(0.0)
            facts[where] = agreed if trust == 1.0 else trust * agreed
            return wholly and trust == 1.0
        facts.fill(0.0)
        for term, trust in place.meant:
            where, agreed, _ = self._known(term, typed, fold)
            facts[where] = np.maximum(facts[where], trust * agreed)
        return False

    def _read(self, term: str, typed: str, fold: str) -> tuple[Numbers | slice, Floats | float, bool]:
        """In which facts a word stands, how far each agrees with it as it was typed, and whether all of them do wholly."""
        where = self._facts.of(term)
        agreed = self._marks(where, term, typed, fold)
        wholly = isinstance(agreed, float)
        if len(where) * _OFTEN < self._size:
            return where, agreed, wholly
        found = np.zeros(self._size, dtype=np.float32)
        found[where] = agreed
        return Everywhere, found, wholly

    def _marks(self, where: Numbers, term: str, typed: str, fold: str) -> Floats | float:
        """How far the marks that were typed agree with those of each fact: "mưa" is hardly "mua"."""
        if typed == fold or term != fold or " " in typed:
            return 1.0
        agreed = np.full(len(where), _OTHER_MARKS, dtype=np.float32)
        # A fact may have the form in a notion alone ("hạn" is a deadline, and "hạn chế" is none).
        for form, agreement in ((f"~{toneless(typed)}", _TONE_SLIP), (f"={typed}", 1.0)):
            facts = self._forms.of(form)
            steps = where.searchsorted(facts)
            steps[steps == len(where)] = 0
            agreed[steps[where[steps] == facts]] = agreement
        return 1.0 if (agreed == 1.0).all() else agreed


def _forms(forms: Mapping[str, frozenset[str]]) -> Iterable[str]:
    typed = {form for own in forms.values() for form in own}
    yield from (f"={form}" for form in typed)
    yield from {f"~{toneless(form)}" for form in typed}


def _terms(line: Sequence[str]) -> list[str]:
    return [*line, *(f"{one} {two}" for one, two in itertools.pairwise(line))]
