"""A broadcast to thousands on a platform with limits, faults and kills: nobody twice, nobody forgotten, all counted.

The short forms run always, the long ones with ``make soak`` (marker ``soak``).
"""

import asyncio
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from bot.model.tally import Tally
from tests.broadcast_trial import FIRST, WORDS, finished, prepared, program
from tests.stores import Opened
from tests.telegram_faults import Fault, Limits
from tests.telegram_server import TelegramServer
from tests.telegram_trial import platform

FLYING = 28  # bulk under way, or held for its token: what a kill leaves in doubt
FAULTS = {
    Fault.FLOOD: 0.004,
    Fault.FLOOD_ZERO: 0.004,
    Fault.GATEWAY: 0.03,
    Fault.BROKEN: 0.03,
    Fault.BLOCKS: 0.03,
    Fault.DEACTIVATED: 0.02,
    Fault.UNKNOWN_CHAT: 0.02,
    Fault.DROP_BEFORE: 0.01,
    Fault.DROP_AFTER: 0.01,
}
FAST = {"BULK_PER_SECOND": "400"}


def heard(server: TelegramServer) -> Counter[int]:
    """Returns how often each member saw the broadcast."""
    return Counter(int(one.chat) for one in server.delivered if one.text.startswith(WORDS))


async def tally(store: Opened) -> Tally:
    """Returns the tally of the broadcast."""
    async with store.reading() as records:
        return await records.tally(1)


@pytest.mark.parametrize(
    ("members", "seconds"),
    [pytest.param(150, 60, id="short"), pytest.param(10_000, 600, id="long", marks=pytest.mark.soak)],
)
async def test_at_the_platforms_pace_nothing_is_refused_replies_included(
    tmp_path: Path, members: int, seconds: float
) -> None:
    database, asked = tmp_path / "soak.sqlite3", dict[str, float]()
    async with (
        platform(limits=Limits(30, 1, retry_after=3, strict=True)) as server,
        prepared(database, members) as store,
        program(server, database),
    ):
        asking = asyncio.create_task(_people_ask(server, members, asked))
        await finished(database, seconds)
        asking.cancel()
        assert await tally(store) == Tally(sent=members)
    assert heard(server) == Counter(range(FIRST, FIRST + members))
    assert server.flooded == 0
    sys.stdout.write(f"\n{figures(server, asked)}\n")


async def _people_ask(server: TelegramServer, members: int, asked: dict[str, float]) -> None:
    """Once a second or so somebody writes, everybody at most once."""
    dice = Random(3)
    people = list(range(FIRST, FIRST + members))
    dice.shuffle(people)
    for person in people:
        await asyncio.sleep(dice.expovariate(1.0))
        asked[str(person)] = time.monotonic()
        server.say(person, "chào")


def figures(server: TelegramServer, asked: dict[str, float]) -> str:
    """Returns how fast all went from the first letter to the last, and how long those who wrote waited for a reply."""
    bulk = [one.at for one in server.delivered if one.text.startswith(WORDS)]
    times = [one.at for one in server.delivered if bulk[0] <= one.at <= bulk[-1]]
    answers = [one for one in server.delivered if one.chat in asked and not one.text.startswith(WORDS)]
    waits = sorted(one.at - asked[one.chat] for one in answers)
    middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
    rate = (len(times) - 1) / (bulk[-1] - bulk[0])
    return f"{rate:.2f} messages/s, {len(waits)} replies, p50 {middle:.3f} s, p99 {late:.3f} s, last {waits[-1]:.3f} s"
