"""Who may write: SQLite lets one at a time. What is short goes before what is long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SHORT = 4
"""Short ones that may go before a long one: a batch of answers is taken, shown, written down, and one to spare."""
ROUNDS = 16
"""Rounds of the loop in which what one short one leads to has asked for its own turn."""


class Turns:
    """Turns at the database, in the order in which they are asked for."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._short = 0

    @asynccontextmanager
    async def short(self) -> AsyncIterator[None]:
        """Waits for a turn of a few milliseconds."""
        async with self._lock:
            self._short += 1
            yield

    @asynccontextmanager
    async def long(self) -> AsyncIterator[None]:
        """Waits for a turn of a tenth of a second, such as the thinking about a batch of messages.

        The answers of the last batch go out before: else everybody waits until the last message has been thought about.
        """
        await self._let_pass()
        async with self._lock:
            yield

    async def _let_pass(self) -> None:
        """Returns when nobody has wished to write for some rounds of the loop, or when enough have written."""
        most, calm = self._short + SHORT, 0
        while calm < ROUNDS and self._short < most:
            if self._lock.locked():
                async with self._lock:
                    calm = 0
            else:
                await asyncio.sleep(0)
                calm += 1
