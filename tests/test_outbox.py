"""The loop that speaks: what leaves, in which order, and what becomes of it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messages import Address
from bot.outbox import AHEAD, BULK_FLYING, FLYING, Outbox
from bot.pace import Rates
from bot.ports.delivery import Delivery, Retry, Unclear, Wait
from bot.ports.letter import Letter, Mark
from bot.store.tables import OUTBOX
from tests.scripted import Script
from tests.speaking import Desk
from tests.stores import opened
from tests.waiting import until


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(tmp_path) as store:
        yield Desk(store)


async def test_a_turn_sends_what_is_due_and_writes_it_down(desk: Desk) -> None:
    await desk.say("ba", "một", "hai")
    await desk.say("tư", "ba")
    assert [await desk.outbox.turn() for _ in range(3)] == [2, 1, 0]
    assert desk.channel.texts == ["một", "ba", "hai"]
    rows = await desk.store.rows(OUTBOX)
    assert [(row["state"], row["message_id"]) for row in rows] == [("sent", "m1"), ("sent", "m2"), ("sent", "m3")]


async def test_a_turn_paces_bulk(desk: Desk) -> None:
    for name in "abc":
        await desk.say(name, name, bulk=True)
    assert await desk.outbox.turn() == 3
    times = [when for when, _ in desk.channel.sent]
    assert times[1] - times[0] >= timedelta(seconds=1 / 30)
    assert times[2] - times[1] >= timedelta(seconds=1 / 30)


async def test_no_second_of_a_broadcast_has_more_than_thirty(desk: Desk) -> None:
    for number in range(70):
        await desk.say(str(number), f"tin {number}", bulk=True)
    await desk.work_off()
    times = [when for when, _ in desk.channel.sent]
    assert len(times) == 70
    assert all(later - earlier >= timedelta(seconds=1) for earlier, later in zip(times, times[30:], strict=False))


async def test_replies_overtake_a_broadcast(desk: Desk) -> None:
    for number in range(20):
        await desk.say(str(number), f"tin {number}", bulk=True)
    await desk.say("ba", "trả lời")
    await desk.work_off()
    assert desk.channel.texts[0] == "trả lời"


async def test_the_letters_of_a_chat_keep_their_order_whatever_happens_to_one(desk: Desk) -> None:
    desk.channel.fates["hai"] = [Retry("502"), Retry("502"), Wait(3), Unclear()]
    await desk.say("ba", "một", "hai", "ba")
    await desk.say("tư", "khác")
    await desk.work_off()
    to_ba = [letter.text for _, letter in desk.channel.sent if letter.address.chat == "ba"]
    assert to_ba == ["một", *["hai"] * 5, "ba"]
    assert set((await desk.house.states()).values()) == {"sent"}


async def test_a_chat_that_must_wait_does_not_hold_up_a_broadcast(desk: Desk) -> None:
    await desk.say("ba", "tin 1", "tin 2", bulk=True)
    await desk.say("tư", "tin 3", bulk=True)
    await desk.work_off()
    times = {letter.text: when for when, letter in desk.channel.sent}
    assert times["tin 2"] - times["tin 1"] >= timedelta(seconds=1)
    assert times["tin 3"] < times["tin 2"]


async def test_many_are_under_way_at_once_but_no_more_than_a_crash_may_leave_in_doubt(desk: Desk) -> None:
    desk.channel.gate = asyncio.Event()
    for number in range(FLYING + 10):
        await desk.say(str(number), f"trả lời {number}")
    serving = asyncio.create_task(desk.outbox.serve())
    await until(lambda: len(desk.channel.sent) == FLYING)
    await asyncio.sleep(0.05)
    assert list((await desk.house.states()).values()).count("leased") == FLYING
    desk.channel.gate.set()
    await until(lambda: len(desk.channel.sent) == FLYING + 10)
    desk.outbox.stop()
    await serving
    assert desk.channel.most_at_once == FLYING


async def test_a_slow_broadcast_leaves_room_for_replies(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        desk = Desk(store, Rates(bulk=float("inf")))
        desk.channel.gate = asyncio.Event()
        for number in range(FLYING + 10):
            await desk.say(str(number), f"tin {number}", bulk=True)
        serving = asyncio.create_task(desk.outbox.serve())
        await until(lambda: len(desk.channel.sent) == BULK_FLYING)
        await desk.say("ba", "trả lời")
        desk.outbox.wake()
        await until(lambda: "trả lời" in desk.channel.texts)
        assert len(desk.channel.sent) == BULK_FLYING + 1
        desk.channel.gate.set()
        desk.outbox.stop()
        await serving


async def test_one_slow_letter_holds_up_nobody_else(desk: Desk) -> None:
    class OneSlow(Script):
        async def send(self, letter: Letter) -> Delivery:
            self.gate = gate if letter.text == "chậm" else None
            return await super().send(letter)

    gate = asyncio.Event()
    channel = OneSlow(desk.clock)
    outbox = Outbox(desk.store, channel, desk.clock)
    await desk.say("ba", "chậm")
    for number in range(100):
        await desk.say(str(number % 50), f"{number}")
    serving = asyncio.create_task(outbox.serve())
    await until(lambda: len(channel.sent) == 101)
    gate.set()
    outbox.stop()
    await serving
    assert set((await desk.house.states()).values()) == {"sent"}


async def test_stopping_finishes_what_is_under_way_and_puts_the_rest_back(desk: Desk) -> None:
    desk.channel.gate = asyncio.Event()
    await desk.say("ba", "một", "hai")
    for number in range(AHEAD + 2):
        await desk.say(f"b{number}", f"tin {number}", bulk=True)
    serving = asyncio.create_task(desk.outbox.serve())
    await until(lambda: bool(desk.channel.sent))
    desk.outbox.stop()
    desk.channel.gate.set()
    await serving
    states = await desk.house.states()
    assert states["một"] == "sent"
    assert states["hai"] == "pending"
    assert "leased" not in states.values()


async def test_what_outlasts_the_grace_is_in_doubt_and_goes_again_after_the_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        desk = Desk(store, grace=0.05)
        desk.channel.gate = asyncio.Event()
        await desk.say("ba", "một")
        serving = asyncio.create_task(desk.outbox.serve())
        await until(lambda: bool(desk.channel.sent))
        desk.outbox.stop()
        await serving
        assert (await desk.house.states())["một"] == "leased"
        desk.channel.gate.set()
        await Outbox(store, desk.channel, desk.clock).turn()
        assert desk.channel.texts == ["một", "một"]
        assert [(row["state"], row["doubtful"]) for row in await store.rows(OUTBOX)] == [("sent", True)]


async def test_a_stumbling_store_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    mark, stumbles = desk.store.mark, iter(range(3))

    async def stumble(marks: list[Mark], at: object) -> None:
        for _ in stumbles:
            raise OSError("disk full")
        await mark(marks, at)

    monkeypatch.setattr(desk.store, "mark", stumble)
    await desk.say("ba", "một", "hai")
    await desk.work_off()
    assert desk.channel.texts == ["một", "hai"]


async def test_other_bots_letters_are_left_alone(desk: Desk) -> None:
    other = Script(desk.clock, bot="b2")
    await desk.say("ba", "một")
    assert await Outbox(desk.store, other, desk.clock).turn() == 0
    assert Address("scripted", "b1", "ba") in [
        Address(row["channel"], row["bot"], row["chat"]) for row in await desk.store.rows(OUTBOX)
    ]
