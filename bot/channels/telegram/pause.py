"""Pauses that grow while something keeps failing."""

from random import Random

FIRST = 0.5
LONGEST = 60.0


class Pause:
    """Each pause is twice the last, up to a minute, with jitter: many clients must not return at once."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._next = FIRST

    def next(self) -> float:
        """Returns how many seconds to wait now."""
        seconds, self._next = self._next, min(LONGEST, self._next * 2)
        return seconds * self._dice.uniform(0.75, 1.25)

    def reset(self) -> None:
        """It worked: the next pause is short again."""
        self._next = FIRST
