"""A process that dies again and again while drafts fall due: every silence is broken, and none twice."""

import asyncio
from collections import Counter
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.channels.console import address
from bot.dialog.silence import FIRST
from bot.store.connect import connect
from bot.store.tables import INBOX, OUTBOX
from migrations import migrate
from tests.killed import running
from tests.silent import draft, keep
from tests.stores import Opened
from tests.waiting import PATIENCE


@pytest.mark.parametrize(
    ("drafts", "kills"),
    [pytest.param(120, 4, id="short"), pytest.param(2000, 25, id="long", marks=pytest.mark.soak)],
)
async def test_killed_again_and_again_every_draft_is_asked_of_once(tmp_path: Path, drafts: int, kills: int) -> None:
    database, dice = tmp_path / "kills.sqlite3", Random(5)
    await migrate(str(database))
    store = Opened(connect(str(database)))
    now = datetime.now(UTC)
    names = [str(number) for number in range(drafts)]
    spread = timedelta(seconds=kills * 1.5)
    await keep(store.engine, *(draft(name, address(name), now - FIRST + dice.random() * spread) for name in names))
    for _ in range(kills):
        async with _bot(database):
            await asyncio.sleep(dice.uniform(0.8, 1.8))
    async with _bot(database), asyncio.timeout(PATIENCE):
        while len(await store.rows(OUTBOX)) < drafts or await store.waiting([("console", "console")]):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    once = Counter(names)
    assert Counter(row["chat"] for row in await store.rows(INBOX)) == once
    assert Counter(row["chat"] for row in await store.rows(OUTBOX)) == once
    await store.close()


def _bot(database: Path) -> AbstractAsyncContextManager[object]:
    return running("tests.nudge_bot", str(database))
