"""Leaders report on Zalo to the whole program, on a bad platform, and while the process dies again and again.

The short form runs always, the long one with ``make soak`` (marker ``soak``).
"""

import asyncio
import os
import re
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.appointing import appoint
from bot.demo.load import load
from bot.messages import Address
from bot.model.role import RoleKind
from bot.store import units
from bot.store.connect import connect
from migrations import migrate
from tests.killed import running
from tests.waiting import PATIENCE, until
from tests.zalo_faults import DELIVERED, Fault, Transport
from tests.zalo_server import SECOND, TOKEN, ZaloServer
from tests.zalo_trial import platform

REVOKED = "4100000003:Abrevoked-token_of_a_third_bot"
SILENCE = 20.0  # seconds after which a person says it again
FAULTS = {
    Fault.INTERNAL: 0.02,
    Fault.GATEWAY: 0.03,
    Fault.TIMEOUT_BEFORE: 0.01,
    Fault.TIMEOUT_AFTER: 0.01,
    Fault.DROP_BEFORE: 0.02,
    Fault.DROP_AFTER: 0.02,
}
HANGS = {Fault.HANG_BEFORE: 0.005, Fault.HANG_AFTER: 0.005}
"""Each takes a quarter of a minute: only in the long form."""
POLL_FAULTS = {Fault.INTERNAL: 0.02, Fault.GATEWAY: 0.03, Fault.DROP_BEFORE: 0.03, Fault.DROP_AFTER: 0.03}
ANSWERS = {1: "3", 2: "hai", 3: "sinh kế 1, quỹ 3tr5, nhà tạm 1, đường hoa 500m, ra quân 6, phân loại rác 35"}

LONG = 20  # people

short_and_long = pytest.mark.parametrize(
    ("people", "kills"), [pytest.param(3, 2, id="short"), pytest.param(LONG, 20, id="long", marks=pytest.mark.soak)]
)
transports = pytest.mark.parametrize(
    ("transport", "repeat"), [(Transport.STATUS, True), (Transport.BODY, False)], ids=["status-repeated", "body-once"]
)


@short_and_long
@transports
async def test_on_a_bad_platform_every_report_is_handed_in(
    tmp_path: Path, people: int, kills: int, transport: Transport, repeat: bool
) -> None:
    database = tmp_path / "soak.sqlite3"
    chances = FAULTS if people < LONG else FAULTS | HANGS
    async with platform(
        TOKEN, SECOND, seed=5, chances=chances, poll_chances=POLL_FAULTS, transport=transport, repeat=repeat, stall=30
    ) as server:
        chats = await prepared(database, people)
        async with program(server, database):
            await reported(server, chats, 150)
            await settled(database)
        lost = sum(server.dice.thrown[fault] for fault in DELIVERED)
        check(server, database, chats, at_most=lost)


@short_and_long
async def test_killed_again_and_again_every_report_is_handed_in(tmp_path: Path, people: int, kills: int) -> None:
    database, dice = tmp_path / "soak.sqlite3", Random(11)
    async with platform(TOKEN, SECOND, seed=11, delay=0.15, repeat=True) as server:
        chats = await prepared(database, people)
        reporting = asyncio.create_task(reported(server, chats, 60 + 20 * kills))
        for _ in range(kills):
            before = len(server.delivered)
            async with program(server, database):
                async with asyncio.timeout(PATIENCE):
                    while len(server.delivered) < before + people and not reporting.done():  # noqa: ASYNC110
                        await asyncio.sleep(0.05)
                await asyncio.sleep(dice.uniform(0, 0.3))
        async with program(server, database):
            await reporting
            await settled(database)
        check(server, database, chats, at_most=people * kills)


async def prepared(database: Path, people: int) -> dict[str, str]:
    """Makes a database with a leader for so many chi hội, on two bots; returns the tokens by their chats."""
    await migrate(str(database))
    engine = connect(str(database))
    chats = {f"{number:020x}": (TOKEN, SECOND)[number % 2] for number in range(1, people + 1)}

    def fill(connection: Connection) -> None:
        load(connection, with_people=False)
        tree = units.tree(connection)
        leaves = [unit for unit in tree.units if unit.level == "chi hội"]
        for unit, (chat, token) in zip(leaves, chats.items(), strict=False):
            address = Address("zalo", token.partition(":")[0], chat)
            appoint(connection, address, f"Người {chat}", RoleKind.LEADER, unit.id, datetime.now(UTC))

    async with engine.begin() as connection:
        await connection.run_sync(fill)
    await engine.dispose()
    return chats


@asynccontextmanager
async def program(server: ZaloServer, database: Path) -> AsyncIterator[None]:
    """Runs the whole program, killed at the end. One of its three bots has a bad token."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    environment |= {"DONGDOI_ZALO_TOKENS": f"{TOKEN}, {REVOKED}, {SECOND}", "DONGDOI_ZALO_BASE_URL": server.url}
    async with running("bot", "run", "--db", str(database), environment=environment, silent=True):
        yield


async def reported(server: ZaloServer, chats: dict[str, str], seconds: float) -> None:
    """Returns when everybody has a receipt."""
    async with asyncio.timeout(seconds):
        await asyncio.gather(*(_report(server, chat, token) for chat, token in chats.items()))


async def _report(server: ZaloServer, chat: str, token: str) -> None:
    """One person reports: answers what is asked, and says it again after a long silence."""
    said, seen = "báo cáo", 0
    while True:
        server.say(chat, said, token)
        spoken = time.monotonic()
        while (heard := [one.text for one in server.delivered if one.chat == chat])[seen:] == []:
            if time.monotonic() - spoken > SILENCE:
                break
            await asyncio.sleep(0.02)
        seen = len(heard)
        if any("Biên nhận" in text for text in heard):
            return
        said = _answer(heard[-1]) if heard else said


def _answer(text: str) -> str:
    asked = re.search(r"\((\d+)/14\)", text)
    if asked:
        return ANSWERS.get(int(asked[1]), "bỏ qua")
    if '"Đúng"' in text:
        return "đúng"
    return "gửi" if '"Gửi"' in text or "1. Gửi" in text else "báo cáo"


async def settled(database: Path) -> None:
    """Returns when every message has its answer, and none of them waits or is under way."""

    def done() -> bool:
        waiting = rows(database, "SELECT 1 FROM inbox WHERE state = 'waiting'")
        return not waiting and not rows(database, "SELECT 1 FROM outbox WHERE state IN ('pending', 'leased')")

    await until(done)


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    """Returns what the database holds."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def check(server: ZaloServer, database: Path, chats: dict[str, str], at_most: int) -> None:
    """Checks that nothing was lost, what came twice, who polled, and how long the messages were."""
    handed_in = rows(database, "SELECT unit FROM submissions WHERE state = 'submitted'")
    assert len(set(handed_in)) == len(handed_in) == len(chats), "every report once"
    assert rows(database, "SELECT reason FROM inbox WHERE state NOT IN ('done')") == []
    assert rows(database, "SELECT reason FROM outbox WHERE state NOT IN ('sent', 'unknown')") == []
    numbers = Counter(one.message_id for one in server.delivered)
    sent = [number for (number,) in rows(database, "SELECT message_id FROM outbox WHERE state = 'sent'")]
    assert set(sent) <= set(numbers), "what is written down as sent was seen"
    assert len(numbers) - len(set(sent)) <= at_most, "only what was in doubt came twice"
    assert server.most_pollers == 1
    assert server.longest <= 2000
    assert set(server.polls) <= set(chats.values())
