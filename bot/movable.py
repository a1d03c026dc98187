"""A clock that can be set: real at first, then it stands still and moves only forwards. For stories and trials."""

import asyncio
from datetime import UTC, datetime

from bot.clock import RealClock
from bot.ports.clock import Clock


class MovableClock:
    """A clock (bot.ports.clock.Clock) for programs and stories that say what time it is."""

    def __init__(self, start: datetime | None = None) -> None:
        self._real: Clock = RealClock()
        self._stands = start
        self._resumed: datetime | None = None
        self._moved = asyncio.Event()

    def resume(self, at: datetime) -> None:
        """Lets the clock stand at a time until it is set for the first time, to whatever time that is."""
        self._resumed = at

    def now(self) -> datetime:
        """Returns the time in UTC."""
        stands = self._stands or self._resumed
        return stands.astimezone(UTC) if stands else self._real.now()

    def check(self, at: datetime) -> None:
        """Raises ValueError for a time to which the clock cannot be set."""
        if at.tzinfo is None:
            raise ValueError("the time has to say its zone, as in +07:00")
        if not 1 < at.year < 9999:
            raise ValueError("the year is out of range")  # in another zone there may be no such time
        if self._stands is not None and at < self._stands:
            raise ValueError("the clock moves only forwards")

    def set(self, at: datetime) -> None:
        """Moves the clock to a time, and wakes who waited for it. Raises ValueError, see ``check``."""
        self.check(at)
        self._stands = at
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Returns after so many seconds of this clock."""
        if self._stands is None and self._resumed is None:
            await self._real.sleep(seconds)
            return
        start = self.now()
        while (self.now() - start).total_seconds() < seconds:
            await self._moved.wait()
        await asyncio.sleep(0)
