"""What every store remembers of chats (bot.ports.store.Store)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages import Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.store.tables import CHATS
from tests.storehouse import House, at, chat, echo
from tests.stores import ENGINES, opened


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


class TestChats:
    async def test_a_blocked_chat_gets_nothing_more_until_it_writes_again(self, house: House) -> None:
        await house.hear("ba", "chào")
        await house.handle()
        await house.store.unreachable([chat("ba")], at())
        assert await house.states() == {"chào": "blocked"}
        assert [row["reachable"] for row in await house.store.rows(CHATS)] == [False]
        await house.hear("ba", "tôi đây")
        await house.handle()
        assert await house.texts() == ["tôi đây"]
        assert [row["reachable"] for row in await house.store.rows(CHATS)] == [True]

    async def test_a_person_who_says_that_they_blocked_us_is_unreachable(self, house: House) -> None:
        await house.hear("ba", "chào")
        await house.handle()
        await house.hear("ba", "chặn", kind=Kind.BLOCKED)
        await house.handle(lambda *_: Outcome(reachable=False))
        assert await house.states() == {"chào": "blocked"}
        assert [row["reachable"] for row in await house.store.rows(CHATS)] == [False]

    async def test_an_event_of_the_clock_says_nothing_about_reachability(self, house: House) -> None:
        await house.hear("ba", "chào")
        await house.handle()
        await house.store.unreachable([chat("ba")], at())
        await house.hear("ba", "nhắc", kind=Kind.EVENT)
        await house.handle(lambda *_: Outcome())
        assert [row["reachable"] for row in await house.store.rows(CHATS)] == [False]

    async def test_a_chat_that_moved_is_moved_everywhere(self, house: House) -> None:
        await house.hear("-5", "một", "hai")
        await house.handle(lambda incoming, _: replace(echo(incoming, Talk()), talk=Talk(last="nhớ")))
        await house.store.move(chat("-5"), chat("-1005"))
        [letter] = await house.lease()
        assert letter.address == chat("-1005")
        await house.handle()
        assert house.seen[-1] == ("hai", Talk(last="nhớ"))
        assert [row["chat"] for row in await house.store.rows(CHATS)] == ["-1005"]

    async def test_the_memory_of_the_new_address_wins_when_a_chat_moved(self, house: House) -> None:
        for name in ("-5", "-1005"):
            await house.hear(name, name)
        await house.handle(lambda incoming, _: Outcome(talk=Talk(last=incoming.text)))
        await house.store.move(chat("-5"), chat("-1005"))
        [row] = await house.store.rows(CHATS)
        assert (row["chat"], row["talk"]) == ("-1005", '{"last": "-1005"}')
