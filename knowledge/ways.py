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
_FIRST = 4
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
    """The lines of all facts, by the words of each fact: in which of its lines each of them stands."""

    first: Numbers
    """The number of each fact's first line."""

    count: Numbers
    """How many lines each fact has."""

    starts: Numbers
    """Where the words of each fact begin in ``words``, and where the last ones end."""

    words: Numbers
    line_starts: Numbers
    """Where the lines of each of the words begin in ``lines``, and where the last ones end."""

    lines: NDArray[np.int32]
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
        shared = self._shared(asked, facts, lines, begins)
        told = np.float32(asked.told)
        likeness: Floats = np.maximum.reduceat(2 * shared / (told + self.lengths[lines]), begins)
        focus: Floats = np.maximum.reduceat(shared, begins) / told
        return likeness, focus

    def _shared(self, asked: Asked, facts: Numbers, lines: Numbers, begins: Numbers) -> Floats:
        """Returns how much each line of some facts shares with the question; ``begins``: where each fact's lines begin."""
        number_of = {word: number for number, word in enumerate({word for one in asked.telling for word in one.values})}
        said, fact, line = self._said(list(number_of), facts)
        line += (begins - self.first[facts])[fact]
        place = np.zeros(len(number_of), dtype=np.intp)
        value = np.zeros(len(number_of))
        for one in asked.telling:
            if not one.several:
                for word, tells in one.values.items():
                    place[number_of[word]], value[number_of[word]] = one.place, tells
        shared = np.bincount(line, value[said] * asked.agreed[place[said], facts[fact]], len(lines)).astype(np.float64)
        for one in asked.telling:
            if one.several:
                value = np.zeros(len(number_of))
                value[[number_of[word] for word in one.values]] = list(one.values.values())
                told = value[said]
                order = np.argsort(told)  # what tells most is written last
                most = np.zeros(len(lines))
                most[line[order]] = told[order]
                shared += most
        return shared.astype(np.float32)

    def _said(self, words: Sequence[int], facts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Returns where some words stand in some facts: which word, in which of the facts, in which line."""
        begins, ends = self.starts[facts], self.starts[facts + 1]
        have = self.words[stretches(begins, ends - begins)[0]]
        number_of = np.full(self.known, -1, dtype=np.int16)
        number_of[words] = np.arange(len(words))
        numbers = number_of[have]
        heard = np.flatnonzero(numbers >= 0)
        stop = np.cumsum(ends - begins)
        fact = np.searchsorted(stop, heard, side="right")
        entry = heard + (ends - stop)[fact]
        starts = self.line_starts[entry]
        times = self.line_starts[entry + 1] - starts
        line = self.lines[stretches(starts, times)[0]].astype(np.intp)
        return np.repeat(numbers[heard].astype(np.intp), times), np.repeat(fact, times), line


def ways_of(lines: Sequence[Sequence[str]], counts: Sequence[int], numbers: Mapping[str, int], rarity: Floats) -> Ways:
    """Returns the lines of all facts; ``counts``: how many each fact has, ``rarity``: how much each word (number) tells."""
    distinct = [list(dict.fromkeys(line)) for line in lines]
    words = np.array([numbers[word] for line in distinct for word in line], dtype=np.intp)
    line_of = np.repeat(np.arange(len(lines), dtype=np.int32), [len(line) for line in distinct])
    tells = rarity[words].astype(np.float64)
    lengths = np.bincount(line_of, tells, len(lines)).astype(np.float32)
    count = np.array(counts, dtype=np.intp)
    first = np.cumsum(count) - count
    shortest = np.minimum.reduceat(lengths, first) if len(first) else lengths
    keys = np.repeat(np.arange(len(count)), count)[line_of] * max(1, len(numbers)) + words
    order = np.argsort(keys, kind="stable")
    entries, begins = np.unique(keys[order], return_index=True)
    starts = np.searchsorted(entries, np.arange(len(count) + 1) * max(1, len(numbers)))
    line_starts = np.append(begins, len(keys))
    return Ways(
        first,
        count,
        starts,
        entries % max(1, len(numbers)),
        line_starts,
        line_of[order],
        lengths,
        shortest,
        len(numbers),
    )
