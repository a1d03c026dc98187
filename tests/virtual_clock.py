"""A clock that runs on sleep: when everybody waits, the time of the first sleeper has come."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta

START = datetime(2026, 5, 20, 1, 0, tzinfo=UTC)
GRACE = 0.002  # real seconds in which the rest of the program may do what it can do now


class VirtualClock:
    """Virtual time (bot.ports.clock): it stands still while nobody sleeps, and never runs past an earlier sleeper."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._sleepers: list[datetime] = []

    def now(self) -> datetime:
        """Returns the virtual time in UTC."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Lets so many virtual seconds pass at once."""
        self._now += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        """Returns after so many virtual seconds, in the order of the sleepers' times."""
        wakes = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, wakes)
        try:
            while True:
                await asyncio.sleep(GRACE)
                if self._sleepers[0] >= wakes:
                    break
            self._now = max(self._now, wakes)
        finally:
            self._sleepers.remove(wakes)
            heapq.heapify(self._sleepers)
