"""Pauses that grow while something keeps failing. Pure: the dice are passed in."""

from random import Random


class Pause:
    """Each pause is twice the last, up to ``longest`` seconds, with jitter: many clients must not return at once."""

    def __init__(self, dice: Random, first: float = 0.5, longest: float = 60.0) -> None:
        self._dice = dice
        self._first = first
        self._longest = longest
        self._failures = 0

    def next(self) -> float:
        """Returns how many seconds to wait now."""
        self._failures += 1
        return grown(self._failures, self._first, self._longest, self._dice)

    def reset(self) -> None:
        """It worked: the next pause is short again."""
        self._failures = 0


def grown(failures: int, first: float, longest: float, dice: Random) -> float:
    """Returns the seconds to wait after so many failures (one or more)."""
    doublings = min(failures - 1, 32)  # far beyond every longest pause, and no overflow
    return min(longest, first * 2.0**doublings) * dice.uniform(0.75, 1.25)
