"""A broadcast to thousands on a platform with limits, faults and kills: nobody twice, nobody forgotten, all counted.

The long forms run with ``make soak`` (marker ``soak``): the whole program in real time. The short ones run always: the
pace (test_broadcast_pace.py) and the faults on virtual time, the kills with a few processes.
"""

import asyncio
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.tally import Tally
from tests.broadcast_trial import (
    FIRST,
    WORDS,
    all_over,
    count,
    finished,
    freeze,
    on_virtual_time,
    prepared,
    program,
    resend,
)
from tests.dice import Dice
from tests.stores import Opened
from tests.telegram_faults import Fault, Limits
from tests.telegram_server import TelegramServer
from tests.telegram_trial import platform
from tests.waiting import PATIENCE

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


def heard(server: TelegramServer) -> Counter[int]:
    """Returns how often each member saw the broadcast."""
    return Counter(int(one.chat) for one in server.delivered if one.text.startswith(WORDS))


async def tally(store: Opened) -> Tally:
    """Returns the tally of the broadcast."""
    async with store.reading() as records:
        return await records.tally(1)


@pytest.mark.soak
async def test_at_the_platforms_pace_nothing_is_refused_replies_included(tmp_path: Path) -> None:
    members = 10_000
    database, asked = tmp_path / "soak.sqlite3", dict[str, float]()
    async with (
        platform(limits=Limits(30, 1, retry_after=3, strict=True)) as server,
        prepared(database, members) as store,
        program(server, database),
    ):
        asking = asyncio.create_task(_people_ask(server, members, asked))
        await finished(database, 600)
        asking.cancel()
        assert await tally(store) == Tally(sent=members)
    sys.stdout.write(f"\n{figures(server, asked)}\n")
    assert heard(server) == Counter(range(FIRST, FIRST + members))
    assert server.flooded == 0


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


@pytest.mark.soak
async def test_with_faults_every_failure_has_a_state_and_a_reason(tmp_path: Path) -> None:
    members, database = 10_000, tmp_path / "soak.sqlite3"
    async with (
        platform(seed=5, chances=FAULTS, limits=Limits(per_chat=1)) as server,
        prepared(database, members) as store,
    ):
        async with program(server, database, BULK_PER_SECOND="120"):
            await finished(database, 900)
        first, once = await ends(store), heard(server)
        accounted(server, members, first, once)
        await resend(store, "unknown")
        thrown, server.dice = dict(server.dice.thrown), Dice(0, {}, ())
        async with program(server, database, BULK_PER_SECOND="120"):
            await finished(database, 900)
        reached(first, await ends(store), heard(server))
        sys.stdout.write(f"\n{thrown} { ({state: len(found) for state, found in first.items()}) }\n")


async def test_with_faults_on_virtual_time_every_failure_has_a_state_and_a_reason(tmp_path: Path) -> None:
    members = 400
    async with (
        platform(seed=5, chances=FAULTS) as server,
        prepared(tmp_path / "faults.sqlite3", members) as store,
    ):
        await freeze(store)
        server.dice.told.extend(FAULTS)  # each is met, however many chance throws besides
        async with on_virtual_time(server, store, 400):
            await all_over(store)
        first, once = await ends(store), heard(server)
        accounted(server, members, first, once)
        assert server.dice.thrown.keys() == FAULTS.keys()
        await resend(store, "unknown")
        server.dice = Dice(0, {}, ())
        async with on_virtual_time(server, store, 400):
            await all_over(store)
        reached(first, await ends(store), heard(server))


Ends = Mapping[str, Sequence[ReceiverOutcome]]
"""What became of the receivers, by the states of their letters."""


def accounted(server: TelegramServer, members: int, ends: Ends, seen: Counter[int]) -> None:
    """Checks that everybody is counted, every failure has its reason, and nobody saw the broadcast twice."""
    everybody = Counter(range(FIRST, FIRST + members))
    assert sum(map(len, ends.values())) == members
    assert {one.state for found in ends.values() for one in found} <= {"sent", "failed", "blocked", "unknown"}
    assert all(one.reason for state, found in ends.items() if state != "sent" for one in found)
    assert chats_of(ends["blocked"]) <= {int(chat) for chat in server.blockers | server.deactivated}
    assert chats_of(ends["failed"]) <= {int(chat) for chat in server.strangers}
    assert max(seen.values()) == 1, "nobody twice"
    assert chats_of(ends["sent"]) <= seen.keys()
    missed = [one for state in ("failed", "blocked", "unknown") for one in ends[state]]
    assert everybody.keys() - seen.keys() <= chats_of(missed)


def reached(first: Ends, last: Ends, seen: Counter[int]) -> None:
    """Checks what became of those in doubt when it went to them once more."""
    assert not last["unknown"]
    assert seen.keys() >= chats_of(last["sent"]), "everybody is reached"
    assert {chat for chat, times in seen.items() if times > 1} <= chats_of(first["unknown"])


async def ends(store: Opened) -> defaultdict[str, list[ReceiverOutcome]]:
    """Returns what became of the broadcast with its receivers, by state."""
    found: defaultdict[str, list[ReceiverOutcome]] = defaultdict(list)
    async with store.reading() as records:
        for one in await records.outcomes(1):
            found[one.state].append(one)
    return found


def chats_of(outcomes: Iterable[ReceiverOutcome]) -> set[int]:
    """Returns their chats."""
    return {int(one.receiver.address.chat) for one in outcomes}


@pytest.mark.parametrize(
    ("members", "kills", "rate"),
    [
        pytest.param(150, 3, "100", id="short"),
        pytest.param(10_000, 50, "120", id="long", marks=pytest.mark.soak),
    ],
)
async def test_killed_again_and_again_nobody_gets_it_twice_and_all_are_counted(
    tmp_path: Path, members: int, kills: int, rate: str
) -> None:
    database, dice, in_flight = tmp_path / "soak.sqlite3", Random(11), 0
    async with platform(seed=11, delay=0.15) as server, prepared(database, members) as store:
        for life in range(kills):
            async with program(server, database, BULK_PER_SECOND=rate):
                share = members * (life + dice.random()) / (kills + 1)
                await until_over(database, share)
            in_flight += count(database, "state = 'leased'")
        async with program(server, database, BULK_PER_SECOND=rate):
            await finished(database)
        first, seen = await ends(store), heard(server)
        assert await tally(store) == Tally(sent=len(first["sent"]), unknown=len(first["unknown"]))
        assert len(first["sent"]) + len(first["unknown"]) == members
        assert len(first["unknown"]) <= in_flight <= FLYING * kills
        assert max(seen.values()) == 1, "nobody twice"
        assert chats_of(first["sent"]) <= seen.keys()
        await resend(store, "unknown")
        async with program(server, database, BULK_PER_SECOND=rate):
            await finished(database)
        assert await tally(store) == Tally(sent=members)
        again = heard(server)
        assert again.keys() == set(range(FIRST, FIRST + members)), "everybody is reached"
        assert {chat for chat, times in again.items() if times > 1} <= chats_of(first["unknown"])
        sys.stdout.write(f"\n{kills} kills, {in_flight} in flight at them, {len(first['unknown'])} unknown\n")


async def until_over(database: Path, letters: float) -> None:
    """Returns when so many letters have come to their end: what a kill leaves in doubt perhaps nobody hears."""
    async with asyncio.timeout(PATIENCE):
        while count(database, "finished IS NOT NULL") < letters:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
