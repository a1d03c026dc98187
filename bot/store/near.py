"""SQLite without a thread between: what takes microseconds is done where it is wished.

aiosqlite hands each cursor, statement, fetch and close to a thread of its own: four trips, each dearer than the
statement itself. What may wait for the disk or for another process still goes there.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

_Done = TypeVar("_Done")

_CACHED = 512
"""Prepared statements that SQLite keeps: all that the conversation needs."""


class NearConnection(aiosqlite.Connection):
    """A connection of which each transaction says how its statements are run (see ``begin``)."""

    def __init__(self, database: str | Path, **options: Any) -> None:
        """As aiosqlite.connect."""
        given = {"cached_statements": _CACHED, **options, "check_same_thread": False}
        super().__init__(partial(sqlite3.connect, database, **given), iter_chunk_size=64)
        self._near = False
        self._ended = False

    def begins(self) -> None:
        """Says that a transaction is to begin: what follows may wait, as far as nobody says otherwise."""
        self._near = self._ended = False

    def began(self, *, near: bool) -> None:
        """Says that it has begun, and no statement of it waits for anybody. ``near``: all of them are short, too."""
        self._near, self._ended = near, False

    async def commit(self) -> None:
        """Waits for the disk."""
        self._near = False
        await super().commit()
        self._ended = True

    async def rollback(self) -> None:
        """Ends what has begun; nothing where it is committed: the pool ends every transaction once more."""
        if not self._ended:
            await super().rollback()

    async def _execute(self, fn: Callable[..., _Done], *args: Any, **kwargs: Any) -> _Done:
        """Returns what a call gives back: done here, or in the thread of this connection."""
        if self._near and self._running and self._connection is not None:
            return fn(*args, **kwargs)
        done: _Done = await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return done
