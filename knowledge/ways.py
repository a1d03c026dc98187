"""How well the lines of a fact, its ways of asking, agree with a question; looked at only where a fact may be among the best.

What all of a fact's words say of the question bounds what any one of its lines can say. So most facts are out before their
lines are looked at, and the best ones are the same as if all had been compared (after Turtle and Flood 1995, MaxScore).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.postings import stretches

_FOCUS, _LIKENESS = 0.2, 0.4
HALF_MARKS = 2.0
"""Where a place may mean several words, a line is not asked for their marks, for want of which a fact agrees half at least."""

_ROUNDED = 1e-3
_FIRST = 3
"""So many times the facts that are wanted are looked at first, to see how good the best ones are."""

Floats = NDArray[np.floating[Any]]
Numbers = NDArray[np.intp]


class Telling(NamedTuple):
    """What a place of the question tells in a line that has one of the words (their numbers) that it may mean; where it has
    several, the one that tells most counts.
    """

    values: Mapping[int, float]
    agreed: Floats | None
    """How far each fact agrees with the marks that were typed; None where all do. Asked only of a place that means one word."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A question as lines are compared with it: how much it tells in all, its telling places, and how much a line of each
    fact can share with it at the most.
    """

    told: float
    telling: Sequence[Telling]
    reach: Floats


@dataclass(frozen=True, eq=False)
class Ways:
    """The lines of all facts, and in which of them each word stands."""

    first: Numbers
    """The number of each fact's first line."""

    count: Numbers
    """How many lines each fact has."""

    starts: Sequence[int]
    """Where the lines of each word begin in ``lines``, and where the last ones end."""

    lines: Numbers
    facts: Numbers
    """To which fact each of these lines belongs."""

    lengths: Floats
    """How much the words of each line tell."""

    shortest: Floats
    """The same of the line of each fact that tells least."""

    def lines_of(self, facts: Numbers) -> tuple[Numbers, Numbers]:
        """Returns the numbers of the lines of some facts, and where among them those of each fact begin."""
        return stretches(self.first[facts], self.count[facts])

    def best(self, asked: Asked, sure: Floats, limit: int) -> tuple[Numbers, Floats, Floats]:
        """Returns the best facts, with their likeness and focus; ``sure`` is what they score beside their lines."""
        bound = sure + self._most(asked)
        shared = self._shared(asked)
        facts = bound.argpartition(max(0, len(bound) - _FIRST * limit))[-_FIRST * limit :]
        likeness, focus = self._compared(asked, shared, facts)
        score = sure[facts] + _FOCUS * focus + _LIKENESS * likeness
        may_be = bound >= np.partition(score, -limit)[-limit]
        may_be[facts] = False
        if len(others := may_be.nonzero()[0]):
            facts = np.concatenate([facts, others])
            further = self._compared(asked, shared, others)
            likeness, focus = np.concatenate([likeness, further[0]]), np.concatenate([focus, further[1]])
            score = sure[facts] + _FOCUS * focus + _LIKENESS * likeness
        order = np.lexsort((facts, -score))[:limit]
        return facts[order], likeness[order], focus[order]

    def _most(self, asked: Asked) -> Floats:
        """What the lines of each fact can add to its score at the most.

        A line that shares all that can be shared is the more alike the less it tells beside; it tells what it shares.
        """
        said = [word for one in asked.telling for word in one.values]
        told = np.float32(asked.told)
        shared = asked.reach
        length = np.maximum(self.shortest, shared / np.float32(max(map(said.count, said), default=1)))
        found: Floats = shared * (_FOCUS / told + 2 * _LIKENESS / (told + length)) + np.float32(_ROUNDED)
        return found

    def _compared(self, asked: Asked, shared: Floats, facts: Numbers) -> tuple[Floats, Floats]:
        """Returns the likeness and the focus of the line of each fact that has most of it."""
        lines, begins = self.lines_of(facts)
        own, told = shared[lines], np.float32(asked.told)
        likeness: Floats = np.maximum.reduceat(2 * own / (told + self.lengths[lines]), begins)
        focus: Floats = np.maximum.reduceat(own, begins) / told
        return likeness, focus

    def _shared(self, asked: Asked) -> Floats:
        """Returns how much each line of all facts shares with the question."""
        size = len(self.lengths)
        shared: Floats
        if single := [one for one in asked.telling if len(one.values) == 1]:
            spans = [self._span(word) for one in single for word in one.values]
            told = np.array([tells for one in single for tells in one.values.values()])
            tells = told.repeat([span.stop - span.start for span in spans])
            begin = 0
            for one, span in zip(single, spans, strict=True):
                end = begin + span.stop - span.start
                if one.agreed is not None:
                    tells[begin:end] *= one.agreed.take(self.facts[span])
                begin = end
            where = np.concatenate([self.lines[span] for span in spans])
            shared = np.asarray(np.bincount(where, tells, size), dtype=np.float64)
        else:
            shared = np.zeros(size)
        for one in asked.telling:
            if len(one.values) > 1:
                most = np.empty(size)
                every = [self.lines[self._span(word)] for word in sorted(one.values, key=one.values.__getitem__)]
                for word_lines, value in zip(every, sorted(one.values.values()), strict=True):
                    most[word_lines] = value  # what tells most is written last
                lines = np.concatenate(every)
                shared[lines] += most[lines]
        return shared.astype(np.float32)

    def _span(self, word: int) -> slice:
        return slice(self.starts[word], self.starts[word + 1])


def ways_of(lines: Sequence[Sequence[str]], counts: Sequence[int], numbers: Mapping[str, int], rarity: Floats) -> Ways:
    """Returns the lines of all facts; ``counts``: how many each fact has, ``rarity``: how much each word (number) tells."""
    distinct = [list(dict.fromkeys(line)) for line in lines]
    words = np.array([numbers[word] for line in distinct for word in line], dtype=np.intp)
    line_of = np.repeat(np.arange(len(lines)), [len(line) for line in distinct])
    tells = rarity[words].astype(np.float64)
    lengths = np.bincount(line_of, tells, len(lines)).astype(np.float32)
    count = np.array(counts, dtype=np.intp)
    first = np.cumsum(count) - count
    shortest = np.minimum.reduceat(lengths, first) if len(first) else lengths
    fact_of = np.repeat(np.arange(len(count)), count)
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(words[order], np.arange(len(numbers) + 1)).tolist()
    return Ways(first, count, starts, line_of[order], fact_of[line_of[order]], lengths, shortest)
