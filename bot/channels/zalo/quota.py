"""How long to be silent after "Quota exceeded": Zalo says neither for how long, nor which quota."""

from datetime import datetime, timedelta
from random import Random

from bot.pause import grown

FIRST = 30.0  # seconds
LONGEST = 6 * 3600.0
_STEPS = 3
"""Each pause is eight times the last: half a minute, four minutes, half an hour, hours."""


class Quota:
    """The refusals of one bot. What is refused while a pause runs is part of the same refusal."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._refusals = 0
        self._until: datetime | None = None

    def refused(self, now: datetime) -> float:
        """Returns how many seconds nothing is to be sent."""
        if self._until is None or now >= self._until:
            self._refusals += 1
            pause = grown(_STEPS * (self._refusals - 1) + 1, FIRST, LONGEST, self._dice)
            self._until = now + timedelta(seconds=pause)
        return (self._until - now).total_seconds()

    def taken(self) -> None:
        """It worked: the next pause is short again."""
        self._refusals, self._until = 0, None
