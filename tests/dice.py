"""Which fault a platform under test shows next: drawn from a seed, or told."""

from collections import Counter, deque
from collections.abc import Collection, Mapping
from random import Random
from typing import Generic, TypeVar

_Fault = TypeVar("_Fault")


class Dice(Generic[_Fault]):
    """Says which fault the next call meets. A message meets one without a clear answer only once: a second doubt about
    a reply is left in doubt (DESIGN 5), and nobody could tell that from a loss.
    """

    def __init__(self, seed: int, chances: Mapping[_Fault, float], unclear: Collection[_Fault]) -> None:
        """``unclear``: the faults without a clear answer."""
        self._random = Random(seed)
        self._chances = chances
        self._unclear = unclear
        self.told: deque[_Fault | None] = deque()
        self.thrown: Counter[_Fault] = Counter()
        self._struck: set[tuple[str, str]] = set()

    def next(self, message: tuple[str, str] | None = None) -> _Fault | None:
        """Returns the fault that a call meets: the one told, else one that chance wants, else None. ``message``: what
        is said to whom, where the call says something.
        """
        fault = self.told.popleft() if self.told else self._drawn()
        if fault in self._unclear and message in self._struck:
            return None
        if fault is not None:
            self.thrown[fault] += 1
            if message is not None and fault in self._unclear:
                self._struck.add(message)
        return fault

    def _drawn(self) -> _Fault | None:
        thrown = self._random.random()
        for fault, chance in self._chances.items():
            thrown -= chance
            if thrown < 0:
                return fault
        return None
