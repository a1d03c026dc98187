"""What wakes a loop: somebody rings, or the time has come."""

import asyncio
from datetime import datetime

from bot.ports.clock import Clock


class Bell:
    """A loop clears the bell, looks for work, and waits: a ring in between is not missed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    @property
    def rung(self) -> bool:
        """Whether it rang since it was cleared."""
        return self._rung.is_set()

    def ring(self) -> None:
        """Wakes whoever waits."""
        self._rung.set()

    def clear(self) -> None:
        """Forgets the last ring: what it announced is about to be looked for."""
        self._rung.clear()

    async def wait(self, until: datetime | None = None) -> None:
        """Returns when the bell rings, or when it is ``until`` (None: only when it rings)."""
        if until is None or self._rung.is_set():
            await self._rung.wait()
            return
        seconds = max(0.0, (until - self._clock.now()).total_seconds())
        tasks = (asyncio.create_task(self._rung.wait()), asyncio.create_task(self._clock.sleep(seconds)))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
