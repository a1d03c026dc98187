"""A process that dies again and again while jobs are done: everybody gets the result, and nobody twice."""

import asyncio
from collections import Counter
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from random import Random

import pytest

from bot.channels.console import event
from bot.messages import Kind
from bot.ports.store import Arrival
from bot.store.connect import connect
from bot.store.job_tables import FILES, JOBS
from bot.store.tables import OUTBOX
from migrations import migrate
from tests.job_bot import LONGEST
from tests.killed import running
from tests.stores import Opened
from tests.virtual_clock import START
from tests.waiting import until


@pytest.mark.parametrize(
    ("wishes", "kills"),
    [pytest.param(60, 4, id="short"), pytest.param(600, 25, id="long", marks=pytest.mark.soak)],
)
async def test_killed_again_and_again_everybody_gets_the_result_once(tmp_path: Path, wishes: int, kills: int) -> None:
    database, dice = tmp_path / "kills.sqlite3", Random(7)
    await migrate(str(database))
    store = Opened(connect(str(database)))
    names = [str(number) for number in range(wishes)]
    await store.receive([Arrival(event(name, Kind.TEXT, "xuất", key=name), name) for name in names], START)
    for _ in range(kills):
        done = await _done(store)
        async with _bot(database):
            await _until_more_are_done(store, min(done + 1, wishes))
            await asyncio.sleep(dice.uniform(0, 2 * LONGEST))
    async with _bot(database):
        await until(lambda: _all_sent(store, wishes))
    once = Counter(names)
    sent = await store.rows(OUTBOX)
    assert Counter(row["chat"] for row in sent) == once
    assert {row["file"] for row in sent} == {row["id"] for row in await store.rows(FILES)}
    assert len({row["file"] for row in sent}) == wishes
    assert [row["state"] for row in await store.rows(JOBS)] == ["done"] * wishes
    await store.close()


async def _done(store: Opened) -> int:
    return [row["state"] for row in await store.rows(JOBS)].count("done")


async def _until_more_are_done(store: Opened, count: int) -> None:
    """Returns once this process has come to work."""

    async def enough() -> bool:
        return await _done(store) >= count

    await until(enough)


async def _all_sent(store: Opened, count: int) -> bool:
    return [row["state"] for row in await store.rows(OUTBOX)] == ["sent"] * count


def _bot(database: Path) -> AbstractAsyncContextManager[object]:
    return running("tests.job_bot", str(database))
