"""What every store keeps to with letters (bot.ports.store.Store)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.messages import Choice, Look, Reply, Span
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.letter import Letter, Mark, State
from bot.store.tables import OUTBOX
from tests.storehouse import LINE, House, at, chat, say
from tests.stores import ENGINES, opened


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


async def _numbered(house: House, reply: Reply, talk: Talk) -> bool:
    """Returns whether a number chooses from a letter, when this is what its asker's chat remembers."""
    await house.hear("ba", "chào")
    await house.handle(lambda *_: Outcome((reply,), talk=talk))
    [letter] = await house.lease()
    await house.store.mark([Mark(letter.row, State.SENT)], at())
    return letter.numbered


class TestLetters:
    async def test_a_letter_carries_what_the_channel_needs(self, house: House) -> None:
        await house.hear("-5", "chào")
        choices, bold = (Choice("Có", "y"),), (Span(0, 4, Look.BOLD),)
        await house.handle(lambda incoming, _: Outcome((Reply(incoming.address, "Đúng?", choices, spans=bold),)))
        [letter] = await house.lease()
        assert letter == Letter(1, chat("-5"), "Đúng?", choices, bulk=False, tries=0, group=True, spans=bold)

    async def test_a_number_chooses_where_the_choices_are_the_chats_latest_question(self, house: House) -> None:
        choices, later = (Choice("Có", "y"),), (Choice("Gửi", "g"),)
        reply = Reply(chat("ba"), "Đúng?", choices)
        assert await _numbered(house, reply, Talk(screen=choices)) is True
        assert await _numbered(house, reply, Talk(screen=choices, figure=True)) is False
        assert await _numbered(house, reply, Talk(screen=later)) is False
        assert await _numbered(house, reply, Talk()) is False
        assert await _numbered(house, Reply(chat("ba"), "Vâng."), Talk()) is False
        assert await _numbered(house, Reply(chat("tư"), "Báo cáo ngay?", choices), Talk(screen=choices)) is False

    async def test_one_letter_of_a_chat_is_leased_at_a_time_in_order(self, house: House) -> None:
        await house.enqueue(say("ba", "một", "hai"))
        [letter] = await house.lease()
        assert letter.text == "một"
        assert await house.texts(busy=frozenset({chat("ba")})) == []
        await house.store.mark([Mark(letter.row, State.SENT)], at())
        assert await house.texts() == ["hai"]

    async def test_a_busy_chat_does_not_use_up_the_lease(self, house: House) -> None:
        await house.enqueue(Outcome((*say("ba", "một").replies, *say("tư", "hai").replies)))
        assert await house.texts(replies=1, busy=frozenset({chat("ba")})) == ["hai"]

    async def test_later_replies_of_a_chat_wait_behind_an_earlier_ones_retry(self, house: House) -> None:
        await house.enqueue(say("ba", "một", "hai"))
        [letter] = await house.lease()
        back = Mark(letter.row, State.PENDING, "502", due=at(30), tries=1, doubtful=True)
        await house.store.mark([back], at())
        assert await house.texts(now=29) == []
        assert await house.store.next_due([LINE], at(29)) == at(30)
        [again] = await house.lease(now=30)
        assert (again.text, again.tries, again.doubtful) == ("một", 1, True)

    async def test_replies_overtake_bulk_also_in_their_own_chat(self, house: House) -> None:
        await house.enqueue(say("ba", "tin chung", bulk=True))
        await house.enqueue(say("ba", "trả lời"))
        assert await house.texts() == ["trả lời"]
        await house.store.mark([Mark(2, State.SENT)], at())
        assert await house.texts() == ["tin chung"]

    async def test_a_reply_does_not_wait_for_leased_bulk_but_bulk_does(self, house: House) -> None:
        await house.enqueue(say("ba", "tin 1", "tin 2", bulk=True))
        assert await house.texts() == ["tin 1"]
        await house.enqueue(say("ba", "trả lời"))
        assert await house.texts() == ["trả lời"]
        assert await house.texts() == []

    async def test_replies_and_bulk_are_leased_as_many_as_asked(self, house: House) -> None:
        await house.enqueue(Outcome(tuple(Reply(chat(str(n)), f"tin {n}", bulk=n > 4) for n in range(10))))
        assert await house.texts(replies=2, bulk=3) == ["tin 0", "tin 1", "tin 5", "tin 6", "tin 7"]
        assert await house.texts(replies=0, bulk=1) == ["tin 8"]

    async def test_a_sent_letter_keeps_the_platforms_message_id(self, house: House) -> None:
        await house.enqueue(say("ba", "chào"))
        [letter] = await house.lease()
        await house.store.mark([Mark(letter.row, State.SENT, message_id="77", tries=1)], at(3))
        [row] = await house.store.rows(OUTBOX)
        assert (row["state"], row["message_id"], row["tries"], row["finished"]) == ("sent", "77", 1, at(3))

    async def test_a_mark_changes_only_leased_letters(self, house: House) -> None:
        await house.enqueue(say("ba", "chào"))
        await house.store.mark([Mark(1, State.SENT)], at())
        assert await house.states() == {"chào": "pending"}

    async def test_after_each_crash_replies_and_reminders_go_once_more(self, house: House) -> None:
        await house.enqueue(say("ba", "trả lời"))
        await house.enqueue(say("tư", "nhắc", bulk=True))
        assert await house.texts() == ["trả lời", "nhắc"]
        assert await house.store.recover(LINE, at(1)) == 2
        assert await house.states() == {"trả lời": "pending", "nhắc": "pending"}
        assert await house.texts(now=1, bulk=0) == ["trả lời"]
        assert await house.store.recover(LINE, at(2)) == 1
        assert (await house.states())["trả lời"] == "pending"
