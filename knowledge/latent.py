"""Which words keep the same company: a small space in which a question is near a fact that says it in other words.

Latent semantic analysis (Deerwester et al. 1990): the facts' words, weighed by rarity, reduced to their main directions.
"con nít" and "thiếu nhi" stand in the ways of asking for the same facts, and so lie near one another.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.asked import Place

Floats = NDArray[np.float32]

DIRECTIONS = 60
_MOST_FACTS = 1500
"""The space is made from so many facts at the most; further ones only get their place in it."""

_MOST_AT_ONCE = 400_000
"""Numpy shares larger products among threads, which on a busy machine wait for one another longer than they compute."""


@dataclass(frozen=True)
class Latent:
    """``words``: a place in the space for each word; ``lines``: unit vectors of all lines; ``facts``: those of all facts,
    one in each column.
    """

    numbers: Mapping[str, int]
    words: Floats
    lines: Floats
    facts: Floats

    def direction(self, places: Sequence[Place]) -> Floats | None:
        """Returns the direction in which a question lies, a unit vector; None when none of its words is known."""
        heard: dict[int, float] = {}
        for place in places:
            for term, trust in place.meant:
                if (number := self.numbers.get(term)) is not None:
                    heard[number] = max(heard.get(number, 0.0), place.weight * trust)
        if not heard:
            return None
        vector: Floats = np.fromiter(heard.values(), np.float32) @ self.words[list(heard)]
        return vector / (math.sqrt(vector @ vector) or 1.0)


def surveyed(lines: Sequence[Sequence[str]], fact_of: NDArray[np.int32]) -> Latent:
    """Returns the space of the facts whose lines these are; ``fact_of``: to which fact each line belongs."""
    numbers: dict[str, int] = {}
    for line in lines:
        for word in line:
            numbers.setdefault(word, len(numbers))
    where = np.array([numbers[word] for line in lines for word in set(line)], dtype=np.int64)
    of_line = np.repeat(np.arange(len(lines)), [len(set(line)) for line in lines])
    rarity = np.log(1 + len(lines) / (1 + np.bincount(where, minlength=len(numbers)))).astype(np.float32)
    norms = np.sqrt(np.bincount(of_line, weights=rarity[where] ** 2, minlength=len(lines))).astype(np.float32)
    weights = rarity[where] / np.maximum(norms[of_line], 1e-9)
    size = int(fact_of[-1]) + 1 if len(fact_of) else 0
    table = np.zeros((min(size, _MOST_FACTS), len(numbers)), dtype=np.float32)
    chosen = fact_of[of_line] < _MOST_FACTS
    np.add.at(table, (fact_of[of_line][chosen], where[chosen]), weights[chosen])
    directions = _directions(_unit(table))
    words = directions * rarity[:, None]
    placed = np.zeros((len(lines), directions.shape[1]), dtype=np.float32)
    np.add.at(placed, of_line, words[where])
    facts = np.zeros((size, directions.shape[1]), dtype=np.float32)
    np.add.at(facts, fact_of, placed / np.maximum(norms, 1e-9)[:, None])
    return Latent(numbers, words, _unit(placed), np.ascontiguousarray(_unit(facts).T))


def _directions(table: Floats) -> Floats:
    """The main directions of a table of facts by words, one in each column; by the smaller of its two sides."""
    values, vectors = np.linalg.eigh(table @ table.T)
    best = np.argsort(-values)[: min(DIRECTIONS, len(values))]
    found: Floats = (table.T @ vectors[:, best]) / np.sqrt(np.maximum(values[best], 1e-9))
    return found.astype(np.float32)


def _unit(rows: Floats) -> Floats:
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return found.astype(np.float32)


def in_blocks(weights: Floats, rows: Floats) -> Floats:
    """Returns the weighted sum (one, or one for each row of weights) of some rows, however long they are, on one processor."""
    block = _MOST_AT_ONCE // max(1, weights.size)
    if rows.shape[1] <= block:
        return weights @ rows
    return np.concatenate(
        [weights @ rows[:, begin : begin + block] for begin in range(0, rows.shape[1], block)], axis=-1
    )
