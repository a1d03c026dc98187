"""Waiting in tests: for a thing to become true, never for a time."""

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 300.0
"""Seconds after which a thing will never become true: far more than a busy machine takes."""

HASTE = 1.0
"""Seconds to wait for an answer that never comes, and far more than one takes that does."""


async def until(true: Callable[[], bool | Awaitable[bool]]) -> None:
    """Returns once the condition holds. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = true()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.002)
