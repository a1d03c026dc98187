"""Stores for tests: a new SQLite file each, and PostgreSQL where TEST_POSTGRES_URL names a database."""

import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from sqlalchemy import Table, create_engine, select

from bot.model.rhythm import Rhythm
from bot.store.connect import connect
from bot.store.store import ANY_TIME, SqlStore
from bot.store.tables import METADATA

POSTGRES = os.environ.get("TEST_POSTGRES_URL", "")
ENGINES = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)


class Opened(SqlStore):
    """A store that tests can look into."""

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        """Returns the rows of a table in the order of their first column."""
        async with self.engine.connect() as connection:
            found = await connection.execute(select(table).order_by(*table.primary_key.columns))
            return [dict(row) for row in found.mappings()]


@contextmanager
def alone(kind: str) -> Iterator[None]:
    """On PostgreSQL one test at a time goes on: there is one database for all processes that run tests."""
    if kind != "postgresql":
        yield
        return
    with (Path(gettempdir()) / "dongdoi-tests-postgresql.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@asynccontextmanager
async def opened(folder: Path, kind: str = "sqlite", rhythm: Rhythm = ANY_TIME) -> AsyncIterator[Opened]:
    """Yields an empty store, closed afterwards."""
    with alone(kind):
        file = folder / "dongdoi.sqlite"
        engine = connect(POSTGRES if kind == "postgresql" else str(file))
        if kind == "postgresql":
            async with engine.begin() as connection:
                await connection.run_sync(METADATA.drop_all)
                await connection.run_sync(METADATA.create_all)
        else:
            file.write_bytes(_empty())
        store = Opened(engine, rhythm)
        try:
            yield store
        finally:
            await store.close()


@cache
def _empty() -> bytes:
    """Returns a SQLite file with all tables and nothing in them; it is made once."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite"
        engine = create_engine(f"sqlite:///{file}")
        METADATA.create_all(engine)
        engine.dispose()
        return file.read_bytes()
