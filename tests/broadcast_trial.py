"""A broadcast to many on the test platform, by the whole program in a process of its own."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

from bot.messages import Address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.person import Person
from bot.records import Record, Resent
from bot.store import chats, writing
from bot.store.connect import connect
from migrations import migrate
from tests.killed import running
from tests.stores import Opened
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_trial import BOT

FIRST = 1000
"""The chat of the first member; those of the others follow."""
SENDER = 1
WORDS = "Mời đồng chí dự họp sáng thứ Bảy."


def member(number: int) -> Address:
    """Returns the chat of a member."""
    return Address("telegram", BOT, str(FIRST + number))


@asynccontextmanager
async def prepared(database: Path, members: int) -> AsyncIterator[Opened]:
    """Yields a store with so many members and a broadcast to them that is due."""
    await migrate(str(database))
    store, now = Opened(connect(str(database))), datetime.now(UTC)
    known = {member(number): chats.Met(chats.EMPTY, False, True) for number in range(members)}
    await store.change(lambda connection: chats.remember(connection, known, now))
    everybody = Audience(AudienceKind.EVERYBODY, without_people=("an",))
    await write(
        store,
        Person("an", "An", Address("telegram", BOT, str(SENDER)), now),
        Broadcast(1, "an", now, BroadcastState.SCHEDULED, WORDS, audience=everybody, due=now, acknowledged=True),
    )
    try:
        yield store
    finally:
        await store.close()


async def write(store: Opened, *records: Record) -> None:
    """Writes records down now."""
    await store.change(lambda connection: writing.write(connection, records, datetime.now(UTC)))


async def resend(store: Opened, state: str) -> None:
    """Lets the letters in this state go out once more."""
    await write(store, Resent(1, (state,)))


def program(server: TelegramServer, database: Path, **settings: str) -> AbstractAsyncContextManager[None]:
    """Returns the program as a process of its own, killed at the end."""
    chosen = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": server.url,
        "DATABASE_URL": str(database),
        "QUIET_HOURS": "0:00-0:00",
        **settings,
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    environment |= {f"DONGDOI_{name}": value for name, value in chosen.items()}
    return running("bot", "run", environment=environment, silent=True)


def count(database: Path, condition: str) -> int:
    """Returns how many letters of the broadcast there are with this condition."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found = connection.execute(f"SELECT count(*) FROM outbox WHERE broadcast = 1 AND {condition}")
        return int(found.fetchone()[0])


def state(database: Path) -> str:
    """Returns the state of the broadcast."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return str(connection.execute("SELECT state FROM broadcasts").fetchone()[0])


async def finished(database: Path, seconds: float) -> None:
    """Returns when the broadcast is over. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while state(database) != "finished":  # noqa: ASYNC110
            await asyncio.sleep(0.1)
