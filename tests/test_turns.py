"""Who writes next: the answers that are ready go out before new ones are thought of, and neither waits for ever."""

import asyncio
from pathlib import Path

from bot.inbox import Inbox
from bot.messages import Reply
from bot.model.talk import Talk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.pace import Rates
from bot.ports.delivery import Delivery
from bot.ports.letter import Letter
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.turns import SHORT, Turns
from tests.scripted import NAME, Script, said
from tests.stores import opened
from tests.virtual_clock import VirtualClock
from tests.waiting import until

_UNPACED = Rates(float("inf"), float("inf"), float("inf"))
PEOPLE = ("ba", "tư", "năm", "sáu", "bảy", "tám")


class Noting(Script):
    """A channel whose letters are written down beside what was thought of."""

    def __init__(self, clock: VirtualClock, happened: list[str]) -> None:
        super().__init__(clock)
        self._happened = happened

    async def send(self, letter: Letter) -> Delivery:
        self._happened.append(f"nói {letter.text}")
        return await super().send(letter)


async def test_the_answers_of_a_batch_go_out_before_the_next_one_is_thought_of(tmp_path: Path) -> None:
    happened: list[str] = []

    async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        happened.append(f"nghĩ {waiting.incoming.text}")
        return Outcome((Reply(waiting.incoming.address, waiting.incoming.text),))

    async with opened(tmp_path) as store:
        clock = VirtualClock()
        channel = Noting(clock, happened)
        outbox = Outbox(store, channel, clock, rates=_UNPACED)
        inbox = Inbox(store, [channel], handle, clock, committed=outbox.wake, batch=2)
        await outbox.turn()  # it settles what an earlier process left
        await inbox.receive(channel, [said(name, name, name) for name in PEOPLE])
        serving = [asyncio.create_task(loop.serve()) for loop in (inbox, outbox)]
        await until(lambda: len(channel.sent) == len(PEOPLE))
        inbox.stop()
        outbox.stop()
        await asyncio.gather(*serving)
        assert await store.waiting([(NAME, "b1")]) == 0
    pairs = [PEOPLE[first : first + 2] for first in range(0, len(PEOPLE), 2)]
    assert happened == [f"{what} {name}" for pair in pairs for what in ("nghĩ", "nói") for name in pair]


async def write(turns: Turns, name: str, order: list[str]) -> None:
    """Writes something short."""
    async with turns.short():
        order.append(name)
        await asyncio.sleep(0)


async def think(turns: Turns, order: list[str]) -> None:
    """Writes something long."""
    async with turns.long():
        order.append("long")


async def test_what_a_short_one_leads_to_goes_before_a_long_one() -> None:
    turns, order = Turns(), list[str]()

    async def speak() -> None:
        for name in ("taken", "shown", "written down"):
            await write(turns, name, order)
            await asyncio.sleep(0)

    await asyncio.gather(think(turns, order), speak())
    assert order == ["taken", "shown", "written down", "long"]


async def test_a_long_one_has_its_turn_though_others_never_have_enough() -> None:
    turns, order = Turns(), list[str]()

    async def insist() -> None:
        while "long" not in order:
            await write(turns, "short", order)

    await asyncio.gather(think(turns, order), insist(), insist())
    assert SHORT <= order.index("long") <= SHORT + 2, "and those who have asked before it"


async def test_where_nobody_else_writes_a_long_one_goes_at_once() -> None:
    turns, order = Turns(), list[str]()
    await think(turns, order)
    assert order == ["long"]
