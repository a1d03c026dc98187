"""The database for commands that talk to nobody."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings import Settings
from bot.store.connect import connect
from bot.store.opening import told_in_one_line
from bot.store.store import SqlStore
from migrations import migrate


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[SqlStore]:
    """Yields the store, brought up to date. Raises UnreachableError, NewerDatabaseError."""
    with told_in_one_line(settings.database_url):
        await migrate(settings.database_url)
        store = SqlStore(connect(settings.database_url))
    try:
        yield store
    finally:
        await store.close()
