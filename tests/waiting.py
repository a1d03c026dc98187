"""Waiting in tests: for a thing to become true, never for a time."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(true: Callable[[], bool | Awaitable[bool]]) -> None:
    """Returns once the condition holds. Raises TimeoutError after half a minute: then it never will."""
    async with asyncio.timeout(30):
        while True:
            found = true()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.002)
