"""Many updates, a bad network, and a process that dies again and again: nobody is forgotten.

The short form runs always, the long one with ``make soak`` (marker ``soak``).
"""

import asyncio
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from random import Random

import pytest

from tests.killed import running
from tests.telegram_faults import DELIVERED, Fault, Limits
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_trial import platform
from tests.waiting import PATIENCE

IN_FLIGHT = 32  # DESIGN 5
DELAY = 0.15  # seconds that a send takes while the process is killed
FAULTS = {
    Fault.FLOOD: 0.002,
    Fault.FLOOD_ZERO: 0.002,
    Fault.GATEWAY: 0.02,
    Fault.DROP_BEFORE: 0.01,
    Fault.DROP_AFTER: 0.01,
    Fault.STALL_BEFORE: 0.003,
    Fault.STALL_AFTER: 0.003,
}

short_and_long = pytest.mark.parametrize(
    ("updates", "people", "kills"),
    [pytest.param(300, 60, 3, id="short"), pytest.param(2000, 200, 20, id="long", marks=pytest.mark.soak)],
)


@short_and_long
async def test_with_a_bad_network_everybody_is_answered_in_order(
    tmp_path: Path, updates: int, people: int, kills: int
) -> None:
    database = tmp_path / "soak.sqlite3"
    async with platform(seed=7, chances=FAULTS, limits=Limits(retry_after=1)) as server:
        said: dict[str, list[str]] = defaultdict(list)
        write(server, said, range(updates), people, Random(7))
        async with bot(server, database):
            await settled(database, updates)
        doubled = check(server, said)
        assert doubled <= sum(server.dice.thrown[fault] for fault in DELIVERED), "only what was in doubt came twice"


@short_and_long
async def test_killed_again_and_again_nobody_is_forgotten(
    tmp_path: Path, updates: int, people: int, kills: int
) -> None:
    dice = Random(11)
    database = tmp_path / "soak.sqlite3"
    said: dict[str, list[str]] = defaultdict(list)
    async with platform(seed=11, delay=DELAY) as server:
        for life in range(kills):
            write(server, said, range(updates * life // kills, updates * (life + 1) // kills), people, dice)
            async with bot(server, database):
                await asyncio.sleep(dice.uniform(0.1, 1.8))
        async with bot(server, database):
            await settled(database, updates)
        doubled = check(server, said)
        assert doubled <= IN_FLIGHT * kills


def write(
    server: TelegramServer, said: dict[str, list[str]], numbers: Iterable[int], people: int, dice: Random
) -> None:
    """People write; what each of them wrote is added to ``said``, in order."""
    for number in numbers:
        person = 1000 + (number if number < people else dice.randrange(people))
        said[str(person)].append(f"tin {number}")
        server.say(person, f"tin {number}")


def bot(server: TelegramServer, database: Path) -> AbstractAsyncContextManager[object]:
    """Runs the bot as a process of its own, killed at the end."""
    return running("tests.echo_bot", server.url, TOKEN, str(database), silent=True)


async def settled(database: Path, updates: int) -> None:
    """Returns when every update has its answer, and none of them waits or is under way."""
    async with asyncio.timeout(PATIENCE):
        while book(database, "state IN ('sent', 'unknown')") < updates:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def book(database: Path, condition: str) -> int:
    """Returns how many letters there are with this condition; 0 before the first start made the tables."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return int(connection.execute(f"SELECT count(*) FROM outbox WHERE {condition}").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def check(server: TelegramServer, said: dict[str, list[str]]) -> int:
    """Checks that everybody was answered, and in order; returns how many answers came twice."""
    heard: dict[str, list[str]] = {person: [] for person in said}
    for message in server.delivered:
        if message.text not in heard[message.chat]:
            heard[message.chat].append(message.text)
    assert heard == said
    times = Counter((one.chat, one.text) for one in server.delivered)
    return times.total() - len(times)
