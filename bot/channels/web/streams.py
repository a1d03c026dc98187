"""The open pages: who waits for news of which chat."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 6  # open pages of one chat
PING = 20.0  # seconds without news after which a line goes out: proxies end what is silent, and who has gone is noticed


class Streams:
    """Wakes the open pages of a chat."""

    def __init__(self, most: int = MOST, ping: float = PING) -> None:
        self._most = most
        self._ping = ping
        self._open: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def full(self, chat: str) -> bool:
        """Returns whether a chat has as many open pages as it may."""
        return len(self._open.get(chat, ())) >= self._most

    def wake(self, chat: str) -> None:
        """Says that there is news in a chat."""
        for bell in self._open.get(chat, ()):
            bell.set()

    @contextmanager
    def listening(self, chat: str) -> "Iterator[asyncio.Event]":
        """Yields a bell that rings at news of a chat; look after it, then clear it, then wait."""
        bell = asyncio.Event()
        self._open[chat].add(bell)
        try:
            yield bell
        finally:
            self._open[chat].discard(bell)
            if not self._open[chat]:
                del self._open[chat]

    async def rings(self, chat: str, stop: asyncio.Event) -> AsyncIterator[bool]:
        """Yields at once, and then True at news and False after a silence; until ``stop``."""
        with self.listening(chat) as bell:
            rung = True
            while not stop.is_set():
                bell.clear()
                yield rung
                rung = await _rung(bell, stop, self._ping)


async def _rung(bell: asyncio.Event, stop: asyncio.Event, seconds: float) -> bool:
    """Returns whether the bell rang within so many seconds and before the stop."""
    waits = [asyncio.create_task(bell.wait()), asyncio.create_task(stop.wait())]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    return bell.is_set()
