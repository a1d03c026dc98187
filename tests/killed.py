"""A module run as a process of its own that is killed at the end: for tests of what survives that."""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from tests.forked import ROOT, start


@asynccontextmanager
async def running(
    module: str, *arguments: str, environment: Mapping[str, str] | None = None, silent: bool = False
) -> AsyncIterator[None]:
    """Runs it; it must not end by itself. ``silent``: what it says on standard error is thrown away."""
    with open(os.devnull, "r+b") as nowhere:  # noqa: ASYNC230
        streams = [nowhere.fileno(), 1, nowhere.fileno() if silent else 2]
        child = start(module, arguments, ROOT, os.environ if environment is None else environment, streams)
    try:
        yield
        assert child.lives(), "it lives until it is killed"
    finally:
        child.kill()
        await child.gone()
