"""A message that was sent is written anew: which one, in which order, how often, and what if it cannot be."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messages import Choice, File, Reply
from bot.outcome import Outcome
from bot.ports.delivery import Failed, Sent, Wait
from bot.ports.letter import Letter, Mark, State
from bot.store.editing import GAP
from bot.store.tables import OUTBOX
from tests.speaking import Desk
from tests.storehouse import House, at, chat, say
from tests.stores import ENGINES, opened
from tests.telegram_server import TelegramServer
from tests.telegram_trial import connected, letter, platform


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


def first(text: str = "0 %", name: str = "an") -> Outcome:
    """Returns the message that is written anew later."""
    return Outcome((Reply(chat(name), text, key="tiến độ"),))


def anew(*texts: str, name: str = "an", choices: tuple[Choice, ...] = ()) -> Outcome:
    """Returns that it is written anew."""
    return Outcome(tuple(Reply(chat(name), text, choices, edits="tiến độ") for text in texts))


async def deliver(house: House, now: float = 0, message: str = "") -> list[tuple[str, str]]:
    """Sends what may go now; returns the words, and which message they wrote anew."""
    told = []
    while letters := await house.lease(now):
        told += [(one.text, one.edits) for one in letters]
        marks = [Mark(one.row, State.SENT, message_id=message or one.edits or f"m{one.row}") for one in letters]
        await house.store.mark(marks, at(now))
    return told


class TestOrder:
    async def test_the_message_is_known_once_it_was_sent(self, house: House) -> None:
        await house.enqueue(first())
        await house.enqueue(anew("50 %"))
        assert await deliver(house) == [("0 %", ""), ("50 %", "m1")]

    async def test_of_several_that_wait_only_the_newest_goes(self, house: House) -> None:
        await house.enqueue(first())
        await house.enqueue(anew("25 %", "50 %", "75 %"))
        assert await deliver(house) == [("0 %", ""), ("75 %", "m1")]
        assert await house.states() == {"0 %": "sent", "25 %": "cancelled", "50 %": "cancelled", "75 %": "sent"}

    async def test_one_chat_sees_an_edit_every_few_seconds_at_most(self, house: House) -> None:
        await house.enqueue(first())
        await house.enqueue(anew("25 %"))
        await deliver(house)
        await house.enqueue(anew("50 %"))
        assert await deliver(house, GAP.total_seconds() - 0.1) == []
        assert await deliver(house, GAP.total_seconds()) == [("50 %", "m1")]

    async def test_edits_come_however_fast_they_are_wished(self, house: House) -> None:
        await house.enqueue(first())
        told = []
        for second in range(12):
            await house.enqueue(anew(f"{second} %"))
            told += [text for text, edits in await deliver(house, second) if edits]
        assert told == ["0 %", "3 %", "6 %", "9 %"]

    async def test_conversation_does_not_wait_for_an_edit(self, house: House) -> None:
        await house.enqueue(first())
        await house.enqueue(anew("25 %"))
        await deliver(house)
        await house.enqueue(anew("50 %"))
        await house.enqueue(say("an", "trả lời"))
        assert await deliver(house) == [("trả lời", "")]

    async def test_an_edit_that_changes_nothing_is_not_made(self, house: House) -> None:
        await house.enqueue(first())
        await house.enqueue(anew("50 %"))
        await deliver(house)
        await house.enqueue(anew("50 %"))
        assert await deliver(house, 60) == []
        await house.enqueue(anew("50 %", choices=(Choice("Gửi tiếp", "x"),)))
        assert await deliver(house, 60) == [("50 %", "m1")]

    async def test_what_is_put_back_gives_way_to_a_newer_one(self, house: House) -> None:
        await house.enqueue(first())
        await deliver(house)
        await house.enqueue(anew("25 %"))
        [old] = await house.lease()
        await house.enqueue(anew("50 %"))
        await house.store.mark([Mark(old.row, State.PENDING, "502", due=at(1))], at())
        assert await deliver(house, 9) == [("50 %", "m1")]

    async def test_another_chat_has_its_own(self, house: House) -> None:
        await house.enqueue(first())
        await deliver(house)
        await house.enqueue(anew("50 %", name="bình"))
        assert await deliver(house) == [("50 %", "")]


class TestWhatCannotBeEdited:
    @pytest.mark.parametrize("state", [State.FAILED, State.UNKNOWN, State.BLOCKED])
    async def test_a_message_that_did_not_arrive_is_said_anew(self, house: House, state: State) -> None:
        await house.enqueue(first())
        [lost] = await house.lease()
        await house.store.mark([Mark(lost.row, state)], at())
        await house.enqueue(anew("50 %"))
        assert await deliver(house) == [("50 %", "")]

    async def test_then_that_message_is_the_one_that_is_edited(self, house: House) -> None:
        await house.enqueue(first())
        await deliver(house)
        await house.enqueue(anew("50 %"))
        assert await deliver(house, message="m99") == [("50 %", "m1")]
        await house.enqueue(anew("75 %"))
        assert await deliver(house, 9) == [("75 %", "m99")]

    async def test_the_words_of_yesterday_are_erased_and_the_message_is_still_known(self, house: House) -> None:
        await house.enqueue(first())
        await deliver(house)
        await house.store.erase(at(1))
        await house.enqueue(anew("50 %"))
        assert await deliver(house) == [("50 %", "m1")]


async def test_the_loop_sends_edits_after_what_they_write_anew_whatever_happens_to_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        desk = Desk(store)
        desk.channel.fates["0 %"] = [Wait(2)]
        await desk.house.enqueue(first())
        await desk.house.enqueue(anew("50 %"))
        await desk.work_off()
        assert [(one.text, one.edits) for _, one in desk.channel.sent] == [("0 %", ""), ("0 %", ""), ("50 %", "m1")]
        assert {row["state"] for row in await store.rows(OUTBOX)} == {"sent"}


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with platform() as server:
        yield server


def edit(message: str, text: str, choices: tuple[Choice, ...] = (), file: File | None = None) -> Letter:
    """Returns a letter that writes a message anew."""
    return letter(text, choices=choices, edits=message, file=file)


class TestTelegram:
    async def test_words_and_buttons_change_in_their_place(self, server: TelegramServer) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(letter("0 %", choices=(Choice("Tạm dừng", "a"),)))
            assert isinstance(sent, Sent)
            for choices in ((Choice("Gửi tiếp", "b"),), ()):
                assert await telegram.send(edit(sent.message_id, "50 %", choices)) == sent
                assert server.shown(5, sent.message_id) == ("50 %", [choice.label for choice in choices])
            assert len(server.delivered) == 1

    async def test_the_same_words_again_count_as_sent(self, server: TelegramServer) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(letter("50 %"))
            assert isinstance(sent, Sent)
            assert await telegram.send(edit(sent.message_id, "50 %")) == sent

    async def test_words_under_a_picture_change_too(self, server: TelegramServer) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(letter("Mời họp 8 giờ", file=File("giay-moi.pdf", b"giay")))
            assert isinstance(sent, Sent)
            assert await telegram.send(edit(sent.message_id, "Mời họp 9 giờ")) == sent
            assert server.shown(5, sent.message_id) == ("Mời họp 9 giờ", [])

    @pytest.mark.parametrize("message", ["12345", "không phải số"])
    async def test_what_is_gone_is_said_as_a_message_of_its_own(self, server: TelegramServer, message: str) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(edit(message, "50 %"))
            assert isinstance(sent, Sent)
            assert sent.message_id != message
            assert [one.text for one in server.delivered] == ["50 %"]

    async def test_what_does_not_fit_into_one_message_or_has_a_file_is_one_of_its_own(
        self, server: TelegramServer
    ) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(letter("0 %"))
            assert isinstance(sent, Sent)
            for long in (edit(sent.message_id, "dài " * 2000), edit(sent.message_id, "x", file=File("a.pdf", b"a"))):
                again = await telegram.send(long)
                assert isinstance(again, Sent)
                assert again != sent

    async def test_a_refusal_for_another_reason_is_that_of_the_message_of_its_own(self, server: TelegramServer) -> None:
        async with connected(server) as telegram:
            sent = await telegram.send(letter("0 %"))
            assert isinstance(sent, Sent)
            assert isinstance(await telegram.send(edit(sent.message_id, " ")), Failed)


def test_the_gap_keeps_a_chat_from_being_flooded() -> None:
    assert timedelta(seconds=2) < GAP < timedelta(seconds=6)
