"""A module run as a process of its own that is killed at the end: for tests of what survives that."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager


@asynccontextmanager
async def running(
    module: str, *arguments: str, environment: Mapping[str, str] | None = None, silent: bool = False
) -> AsyncIterator[Process]:
    """Yields the process; it must not end by itself. ``silent``: what it says on standard error is thrown away."""
    errors = asyncio.subprocess.DEVNULL if silent else None
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, env=environment, stderr=errors
    )
    try:
        yield child
        assert child.returncode is None, "it lives until it is killed"
    finally:
        child.kill()
        await child.wait()
