"""What becomes of letters: sent, refused, in doubt, told to wait."""

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.deliveries import TRIES
from bot.ports.delivery import Blocked, Failed, Moved, Retry, Unclear, Wait
from bot.store.tables import CHATS, OUTBOX
from tests.speaking import Desk
from tests.stores import opened
from tests.virtual_clock import START


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(tmp_path) as store:
        yield Desk(store)


async def test_a_refused_letter_is_failed_with_its_reason(desk: Desk) -> None:
    assert await desk.fate(Failed("Chat not found")) == ("failed", 1)
    assert [row["reason"] for row in await desk.store.rows(OUTBOX)] == ["Chat not found"]


async def test_a_letter_that_did_not_arrive_is_tried_with_growing_pauses(desk: Desk) -> None:
    assert await desk.fate(*[Retry("502")] * 5) == ("sent", 6)
    times = [when for when, _ in desk.channel.sent]
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert all(later > earlier for earlier, later in pairwise(pauses))


async def test_a_letter_that_never_arrives_is_given_up_with_its_reason(desk: Desk) -> None:
    assert await desk.fate(*[Retry("502")] * 100) == ("failed", TRIES)
    assert [row["reason"] for row in await desk.store.rows(OUTBOX)] == ["502"]


async def test_after_a_429_nothing_goes_before_its_deadline(desk: Desk) -> None:
    desk.channel.fates["một"] = [Wait(7.5)]
    for number in range(5):
        await desk.say(f"b{number}", f"tin {number}", bulk=True)
    await desk.say("ba", "một", "hai")
    await desk.say("tư", "ba")
    await desk.work_off()
    refused = min(when for when, letter in desk.channel.sent if letter.text == "một")
    assert all(when <= refused or when >= refused + timedelta(seconds=7.5) for when, _ in desk.channel.sent)
    assert set((await desk.house.states()).values()) == {"sent"}


async def test_a_429_of_one_chat_holds_up_that_chat_only(desk: Desk) -> None:
    desk.channel.fates["một"] = [Wait(30, everywhere=False)]
    await desk.say("ba", "một", "hai")
    await desk.say("tư", "ba")
    await desk.work_off()
    assert sorted(desk.channel.texts[:2]) == ["ba", "một"]
    assert desk.channel.sent[2][0] >= START + timedelta(seconds=30)


async def test_waiting_uses_up_no_tries(desk: Desk) -> None:
    assert await desk.fate(*[Wait(1)] * (TRIES + 5)) == ("sent", TRIES + 6)


async def test_an_unclear_reply_goes_once_more(desk: Desk) -> None:
    assert await desk.fate(Unclear()) == ("sent", 2)


async def test_a_reply_that_stays_unclear_is_unknown(desk: Desk) -> None:
    assert await desk.fate(Unclear(), Unclear()) == ("unknown", 2)


async def test_an_unclear_reminder_goes_once_more(desk: Desk) -> None:
    assert await desk.fate(Unclear(), bulk=True) == ("sent", 2)


async def test_a_channel_that_breaks_leaves_the_letter_in_doubt(desk: Desk) -> None:
    assert await desk.fate(RuntimeError("lỗi")) == ("sent", 2)


async def test_a_person_who_blocked_us_gets_nothing_more(desk: Desk) -> None:
    await desk.house.hear("ba", "chào")
    await desk.house.handle()
    desk.channel.fates["chào"] = [Blocked()]
    await desk.say("ba", "hai")
    await desk.say("ba", "tin chung", bulk=True)
    await desk.work_off()
    assert desk.channel.texts == ["chào"]
    assert set((await desk.house.states()).values()) == {"blocked"}
    assert [row["reachable"] for row in await desk.store.rows(CHATS) if row["chat"] == "ba"] == [False]


async def test_a_chat_that_moved_gets_its_letters_at_the_new_address(desk: Desk) -> None:
    desk.channel.fates["một"] = [Moved("-1005")]
    await desk.say("-5", "một", "hai")
    await desk.work_off()
    assert [(letter.address.chat, letter.text) for _, letter in desk.channel.sent] == [
        ("-5", "một"),
        ("-1005", "một"),
        ("-1005", "hai"),
    ]


async def test_a_chat_that_moves_to_itself_is_given_up(desk: Desk) -> None:
    assert await desk.fate(Moved("ba")) == ("failed", 1)
