"""A process that dies again and again while waves fall due: everybody is reminded in each, and nobody twice."""

import asyncio
from collections import Counter
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert

from bot.channels.console import address
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.unit import Unit
from bot.records import Expected
from bot.store import units as unit_table
from bot.store import writing
from bot.store.connect import connect
from bot.store.reminder_tables import REMINDERS, WATCHES
from bot.store.tables import OUTBOX
from migrations import migrate
from tests.killed import running
from tests.reminding import PERIOD
from tests.stores import Opened
from tests.waiting import PATIENCE


@pytest.mark.parametrize(
    ("units", "kills", "waves"),
    [
        pytest.param(60, 4, 3, id="short"),
        pytest.param(400, 25, 6, id="long", marks=pytest.mark.soak),
    ],
)
async def test_killed_again_and_again_every_unit_is_reminded_once_in_each_wave(
    tmp_path: Path, units: int, kills: int, waves: int
) -> None:
    database, dice = tmp_path / "kills.sqlite3", Random(5)
    await migrate(str(database))
    store = Opened(connect(str(database)))
    noon = datetime.combine(datetime.now(UTC).date(), time(12), UTC)
    # Where it is noon now the day does not change while the test runs.
    offset = round((noon - datetime.now(UTC)).total_seconds() / 60)
    zone = timezone(timedelta(minutes=offset))
    names = [f"c{number}" for number in range(units)]
    periods = (kills + 1) * waves
    await _found(store, names, periods, datetime.now(zone))
    for run in range(kills):
        async with _bot(database, offset, zone, (run + 1) * waves):
            await asyncio.sleep(dice.uniform(0.9, 2.2))
    async with _bot(database, offset, zone, periods), asyncio.timeout(PATIENCE):
        while len(await store.rows(OUTBOX)) < units * periods or await store.waiting([("console", "console")]):  # noqa: ASYNC110
            await asyncio.sleep(0.2)
    once = Counter(dict.fromkeys(names, periods))
    assert Counter(row["chat"] for row in await store.rows(OUTBOX)) == once
    reminders = await store.rows(REMINDERS)
    assert Counter(row["unit"] for row in reminders) == once
    assert set(Counter((row["period"], row["unit"]) for row in reminders).values()) == {1}
    await store.close()


async def _found(store: Opened, names: list[str], periods: int, now: datetime) -> None:
    """Writes down a commune, a leader for each of its chi hội, and periods whose waves are of today, each another."""
    before = now - timedelta(days=2)
    tree = [Unit("x", "Hội CCB xã Một", "xã"), *(Unit(name, f"Chi hội {name}", "chi hội", "x") for name in names)]
    people = [Person(name, name, address(name), before) for name in names]
    roles = [Role(name, RoleKind.LEADER, name, before) for name in names]
    some = [
        replace(PERIOD, id=f"{number}", deadline=now.date() + timedelta(days=number), levels=(), opened=before)
        for number in range(periods)
    ]
    watches = [{"period": one.id, "last_day": one.deadline, "since": before} for one in some]
    await store.change(lambda connection: unit_table.replace_all(connection, tree))
    await store.change(lambda connection: writing.write(connection, [*people, *roles, *some]))
    expected = [Expected(one.id, tuple(names)) for one in some]
    await store.change(lambda connection: writing.write(connection, expected))
    await store.change(lambda connection: connection.execute(insert(WATCHES), watches))


def _bot(database: Path, offset: int, zone: timezone, waves: int) -> AbstractAsyncContextManager[object]:
    """Runs the loops: so many waves are due a moment after their start."""
    due = (datetime.now(zone) + timedelta(seconds=0.8)).time().isoformat("milliseconds")
    days = ",".join(str(-number) for number in range(waves))
    return running("tests.reminder_bot", str(database), str(offset), due, days)
