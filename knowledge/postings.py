"""Where terms occur, in flat arrays: the numbers of one term stand together and in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_NOWHERE = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Postings:
    """``terms`` numbers the terms; term n occurs in ``where[starts[n]:starts[n + 1]]``, ``counts`` times in each."""

    terms: Mapping[str, int]
    starts: Sequence[int]
    where: NDArray[np.intp]
    counts: NDArray[np.float32]

    def span(self, term: str) -> slice:
        """Returns where the postings of a term stand in the arrays."""
        number = self.terms.get(term)
        return slice(0, 0) if number is None else slice(self.starts[number], self.starts[number + 1])

    def of(self, term: str) -> NDArray[np.intp]:
        """Returns the numbers of the texts that have a term, in order."""
        return self.where[self.span(term)] if term in self.terms else _NOWHERE

    def spread(self) -> NDArray[np.int64]:
        """Returns in how many texts each term occurs."""
        return np.diff(self.starts)


def gathered(pairs: Iterable[tuple[int, str]]) -> Postings:
    """Returns the postings of (text, term) pairs, repeated ones counted."""
    terms: dict[str, int] = {}
    texts: list[int] = []
    named: list[int] = []
    for text, term in pairs:
        texts.append(text)
        named.append(terms.setdefault(term, len(terms)))
    size = max(texts, default=-1) + 1
    keys, counts = np.unique(
        np.array(named, dtype=np.int64) * max(size, 1) + np.array(texts, dtype=np.int64), return_counts=True
    )
    starts = np.searchsorted(keys // max(size, 1), np.arange(len(terms) + 1))
    return Postings(terms, starts.tolist(), (keys % max(size, 1)).astype(np.intp), counts.astype(np.float32))


def stretches(starts: NDArray[np.intp], sizes: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Returns the numbers of several stretches one behind the other, and where among them each stretch begins."""
    ends = sizes.cumsum()
    begins = ends - sizes
    return np.arange(int(ends[-1]) if len(ends) else 0) + (starts - begins).repeat(sizes), begins
