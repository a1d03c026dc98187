"""One loop of the program: it looks for what is due, does it, and waits for what is due next."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import Random

import structlog

from bot.bell import Bell
from bot.cause import cause
from bot.pause import Pause
from bot.ports.clock import Clock

log = structlog.get_logger(__name__)


class Rounds:
    """Goes round until it is stopped. A fault on the way is logged and outlived, after pauses that grow."""

    def __init__(self, name: str, clock: Clock, dice: Random | None, patience: timedelta) -> None:
        """``name`` stands in the log. ``patience``: so long after a wait nothing is looked for again."""
        self._name = name
        self._clock = clock
        self._dice = dice or Random()
        self._patience = patience
        self._changed = Bell(clock)
        self.stopped = Bell(clock)

    def wake(self) -> None:
        """Says that something was committed: there may be something new to do or to wait for."""
        self._changed.ring()

    def stop(self) -> None:
        """Lets ``go`` finish."""
        for bell in (self.stopped, self._changed):
            bell.ring()

    async def go(self, turn: Callable[[], Awaitable[int]], due: Callable[[], Awaitable[datetime | None]]) -> None:
        """Takes turns until ``stop``. Where a ``turn`` has done nothing it waits for a call, or until something is
        ``due`` (None: nothing is).
        """
        pause = Pause(self._dice)
        while not self.stopped.rung:
            self._changed.clear()
            try:
                if not await turn():
                    await self._changed.wait(await due())
                    if self._patience:
                        await self.stopped.wait(self._clock.now() + self._patience)
                pause.reset()
            except Exception as error:
                seconds = pause.next()
                log.error(f"{self._name}_stumbled", why=cause(error), seconds=round(seconds, 1))
                await self.stopped.wait(self._clock.now() + timedelta(seconds=seconds))
