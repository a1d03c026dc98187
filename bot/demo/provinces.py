"""A province for each visitor of the demo: what one of them sends as the office must reach nobody else."""

import asyncio
import os
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, closing
from pathlib import Path

from starlette.types import ASGIApp

MOST = 50
"""Provinces that are kept; the one in which nothing was opened for longest is forgotten."""

Open = Callable[[Path], AbstractAsyncContextManager[ASGIApp]]
"""Serves the province in a file, until the block is left."""


class Provinces:
    """Copies of one pattern, each in a file named after its visitor (bot.page_ports.Houses)."""

    def __init__(self, pattern: Path, opened: Open, most: int = MOST) -> None:
        """``pattern``: a SQLite file with the made-up province. The copies lie in a folder beside it."""
        self._pattern = pattern
        self._folder = pattern.with_name(f"{pattern.name}.visitors")
        self._opened = opened
        self._most = most
        self._open: OrderedDict[str, tuple[ASGIApp, AsyncExitStack]] = OrderedDict()
        self._opening = asyncio.Lock()

    async def of(self, visitor: str) -> ASGIApp:
        """Returns the doors of a visitor's province. Whoever has none (any more) gets one."""
        if visitor not in self._open:
            async with self._opening:
                if visitor not in self._open:
                    await self._begin(visitor)
        self._open.move_to_end(visitor)
        return self._open[visitor][0]

    def file(self, visitor: str) -> Path:
        """Returns where the province of a visitor is kept."""
        return self._folder / f"{visitor}.sqlite3"

    async def close(self) -> None:
        """Lets all of them end. They stay in their files."""
        async with self._opening:
            while self._open:
                await self._end(next(iter(self._open)))

    async def _begin(self, visitor: str) -> None:
        file = self.file(visitor)
        await asyncio.to_thread(self._copy, file)
        stack = AsyncExitStack()
        doors = await stack.enter_async_context(self._opened(file))
        self._open[visitor] = (doors, stack)
        for old in await asyncio.to_thread(self._too_many):
            await self._end(old)
            await asyncio.to_thread(self._forget, old)

    async def _end(self, visitor: str) -> None:
        ended = self._open.pop(visitor, None)
        if ended is not None:
            await ended[1].aclose()

    def _copy(self, file: Path) -> None:
        """Whole or not at all, whenever the program ends."""
        self._folder.mkdir(exist_ok=True)
        if not file.exists():
            half = file.with_suffix(".new")
            half.unlink(missing_ok=True)
            with closing(sqlite3.connect(self._pattern)) as pattern, closing(sqlite3.connect(half)) as copy:
                pattern.backup(copy)
            half.rename(file)
        os.utime(file)  # by which the oldest is found, also after the next start

    def _too_many(self) -> list[str]:
        """Returns the visitors to be forgotten. Those that are open come last, in the order in which they were used."""
        used = list(self._open)
        there = sorted(self._folder.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime_ns)
        closed = [file.stem for file in there if file.stem not in self._open]
        many = [*closed, *used]
        return many[: max(0, len(many) - self._most)]

    def _forget(self, visitor: str) -> None:
        for name in self._folder.glob(f"{visitor}.sqlite3*"):
            name.unlink(missing_ok=True)
