"""A broadcast to many on the test platform, by the whole program in a process of its own."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bot.messages import Address
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.capabilities import WORDS as WORDY
from bot.model.job import Job, JobKind
from bot.model.person import Person
from bot.outbox import Outbox
from bot.pace import Rates
from bot.records import Record, Resent
from bot.store import chats, writing
from bot.store.connect import connect
from bot.work.freezing import Freezing
from migrations import migrate
from tests.killed import running
from tests.stores import Opened
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_trial import BOT, connected
from tests.virtual_clock import VirtualClock
from tests.waiting import PATIENCE

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
    await write(store, Person("an", "An", Address("telegram", BOT, str(SENDER)), now), _broadcast(now))
    try:
        yield store
    finally:
        await store.close()


def _broadcast(now: datetime, state: BroadcastState = BroadcastState.SCHEDULED) -> Broadcast:
    everybody = Audience(AudienceKind.EVERYBODY, without_people=("an",))
    return Broadcast(1, "an", now, state, WORDS, audience=everybody, due=now, acknowledged=True)


async def write(store: Opened, *records: Record) -> None:
    """Writes records down now."""
    await store.change(lambda connection: writing.write(connection, records, datetime.now(UTC)))


async def freeze(store: Opened) -> None:
    """Lets the broadcast begin: its letters are in the outbox."""
    now = datetime.now(UTC)
    await write(store, _broadcast(now, BroadcastState.RUNNING))
    job = Job("tb:1", JobKind.FREEZE, Address("telegram", BOT, str(SENDER)), now, ("1",))
    async with store.reading() as records:
        frozen = await Freezing(UTC, lambda name: WORDY, "")(job, records)
    await write(store, *frozen.records)


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


@asynccontextmanager
async def on_virtual_time(server: TelegramServer, store: Opened, per_second: float) -> AsyncIterator[None]:
    """Sends what is in the outbox on a clock that runs on sleep, over the wire."""
    clock = VirtualClock(datetime.now(UTC))
    async with connected(server, clock=clock, read=PATIENCE) as telegram:
        outbox = Outbox(store, telegram, clock, rates=Rates(bulk=per_second), dice=Random(1))
        serving = asyncio.create_task(outbox.serve())
        try:
            yield
        finally:
            outbox.stop()
            await serving


def count(database: Path, condition: str) -> int:
    """Returns how many letters of the broadcast there are with this condition."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found = connection.execute(f"SELECT count(*) FROM outbox WHERE broadcast = 1 AND {condition}")
        return int(found.fetchone()[0])


def state(database: Path) -> str:
    """Returns the state of the broadcast."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return str(connection.execute("SELECT state FROM broadcasts").fetchone()[0])


async def finished(database: Path, seconds: float = PATIENCE) -> None:
    """Returns when the broadcast is over. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while state(database) != "finished":  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def all_over(store: Opened) -> None:
    """Returns when every letter of the broadcast has come to its end."""

    async with asyncio.timeout(PATIENCE):
        while True:
            async with store.reading() as records:
                tally = await records.tally(1)
            if tally.over == tally.audience:
                return
            await asyncio.sleep(0.1)
