"""How well the lines of a fact, its ways of asking, agree with a question; looked at only where a fact may be among the best.

What all of a fact's words say of the question bounds what any one of its lines can say. So most facts are out before their
lines are looked at, and the best ones are the same as if all had been compared (after Turtle and Flood 1995, MaxScore).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.postings import stretches

_FOCUS, _LIKENESS = 0.2, 0.4
HALF_MARKS = 2.0
"""Where a place may mean several words, a line is not asked for their marks, for want of which a fact agrees half at least."""

_ROUNDED = 1e-3
_FIRST = 2
"""So many times the facts that are wanted are looked at first, to see how good the best ones are."""

Floats = NDArray[np.floating[Any]]
Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Telling:
    """A place of the question that counts in a line, with what it tells there by each word (its number) that it may mean."""

    place: int
    values: Mapping[int, float]
    several: bool
    """Whether it may mean several words: then the one that tells most counts."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A question as lines are compared with it: how much it tells in all, its telling places, how far each fact (column)
    agrees with each place (row), and how much a line of each fact can share with it at the most.
    """

    told: float
    telling: Sequence[Telling]
    agreed: Floats
    reach: Floats


@dataclass(frozen=True, eq=False)
class Ways:
    """The lines of all facts: the numbers of their distinct words, one line behind the other."""

    first: Numbers
    """The number of each fact's first line."""

    count: Numbers
    """How many lines each fact has."""

    starts: Numbers
    """Where the words of each line begin in ``words``."""

    sizes: Numbers
    words: NDArray[np.int32]
    lengths: Floats
    """How much the words of each line tell."""

    shortest: Floats
    """The same of the line of each fact that tells least."""

    known: int
    """How many words are numbered."""

    def lines_of(self, facts: Numbers) -> tuple[Numbers, Numbers]:
        """Returns the numbers of the lines of some facts, and where among them those of each fact begin."""
        return stretches(self.first[facts], self.count[facts])

    def best(self, asked: Asked, sure: Floats, limit: int) -> tuple[Numbers, Floats, Floats]:
        """Returns the best facts, with their likeness and focus; ``sure`` is what they score beside their lines."""
        bound = sure + self._most(asked)
        facts = np.argpartition(-bound, min(_FIRST * limit, len(bound)) - 1)[: _FIRST * limit]
        likeness, focus = self._compared(asked, facts)
        score = sure[facts] + _FOCUS * focus + _LIKENESS * likeness
        least = np.partition(score, -limit)[-limit]
        may_be = bound >= least
        may_be[facts] = False
        if len(others := np.flatnonzero(may_be)):
            facts = np.concatenate([facts, others])
            further = self._compared(asked, others)
            likeness, focus = np.concatenate([likeness, further[0]]), np.concatenate([focus, further[1]])
            score = sure[facts] + _FOCUS * focus + _LIKENESS * likeness
        order = np.lexsort((facts, -score))[:limit]
        return facts[order], likeness[order], focus[order]

    def _most(self, asked: Asked) -> Floats:
        """What the lines of each fact can add to its score at the most.

        A line that shares all that can be shared is the more alike the less it tells beside; it tells what it shares.
        """
        said = Counter(word for one in asked.telling for word in one.values)
        told = np.float32(asked.told)
        shared = asked.reach
        length = np.maximum(self.shortest, shared / np.float32(max(said.values(), default=1)))
        found: Floats = shared * (_FOCUS / told + 2 * _LIKENESS / (told + length)) + np.float32(_ROUNDED)
        return found

    def _compared(self, asked: Asked, facts: Numbers) -> tuple[Floats, Floats]:
        """Returns the likeness and the focus of the line of each fact that has most of it."""
        lines, begins = self.lines_of(facts)
        shared = self._shared(asked, facts, lines)
        told = np.float32(asked.told)
        likeness: Floats = np.maximum.reduceat(2 * shared / (told + self.lengths[lines]), begins)
        focus: Floats = np.maximum.reduceat(shared, begins) / told
        return likeness, focus

    def _shared(self, asked: Asked, facts: Numbers, lines: Numbers) -> Floats:
        """Returns how much each of some lines shares with the question; they are all lines of some facts."""
        words = {word: number for number, word in enumerate({word for one in asked.telling for word in one.values}, 1)}
        number_of = np.zeros(self.known, dtype=np.int16)
        number_of[list(words)] = list(words.values())
        sizes = self.sizes[lines]
        heard = number_of[self.words[stretches(self.starts[lines], sizes)[0]]]
        said = np.flatnonzero(heard)
        heard = heard[said]
        line = np.repeat(np.arange(len(lines)), sizes)[said]
        fact = np.repeat(facts, self.count[facts])[line]
        place = np.zeros(len(words) + 1, dtype=np.intp)
        value = np.zeros(len(words) + 1)
        several = [one for one in asked.telling if one.several]
        for one in asked.telling:
            if not one.several:
                for word, tells in one.values.items():
                    place[words[word]], value[words[word]] = one.place, tells
        shared = np.bincount(line, value[heard] * asked.agreed[place[heard], fact], len(lines))
        if several and len(said):
            values = np.zeros((len(several), len(words) + 1))
            for row, one in zip(values, several, strict=True):
                row[[words[word] for word in one.values]] = list(one.values.values())
            begins = np.flatnonzero(np.diff(line, prepend=-1))
            shared[line[begins]] += np.maximum.reduceat(values[:, heard], begins, axis=1).sum(axis=0)
        return shared.astype(np.float32)


def ways_of(
    lines: Sequence[Sequence[str]], counts: Sequence[int], numbers: Mapping[str, int], rarity: Sequence[float]
) -> Ways:
    """Returns the lines of all facts; ``counts``: how many each fact has, ``rarity``: how much each word (number) tells."""
    distinct = [list(dict.fromkeys(line)) for line in lines]
    sizes = np.array([len(line) for line in distinct], dtype=np.intp)
    words = np.array([numbers[word] for line in distinct for word in line], dtype=np.int32)
    tells = np.array(rarity)[words] if len(words) else np.zeros(0)
    lengths = np.bincount(np.repeat(np.arange(len(lines)), sizes), tells, len(lines)).astype(np.float32)
    count = np.array(counts, dtype=np.intp)
    first = np.cumsum(count) - count
    shortest = np.minimum.reduceat(lengths, first) if len(first) else lengths
    return Ways(first, count, np.cumsum(sizes) - sizes, sizes, words, lengths, shortest, len(numbers))
