"""What every store keeps to (bot.ports.store.Store): run on SQLite, and on PostgreSQL where there is one."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.messages import Choice, Incoming, Look, Reply, Span
from bot.model.person import Person
from bot.model.question import Question
from bot.model.talk import Talk, Topic
from bot.outcome import Outcome
from bot.ports.letter import Mark, State
from bot.ports.store import Arrival, Remedy
from bot.records import Forgotten
from bot.store.tables import CHATS, INBOX, OUTBOX, QUESTIONS
from tests.scripted import NAME, said
from tests.storehouse import HALF, LINE, NOBODY, House, at, chat, echo, say
from tests.stores import ENGINES, opened


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    async with opened(tmp_path, request.param) as store:
        yield House(store)


class TestStore:
    async def test_a_repeated_update_is_received_once(self, house: House) -> None:
        update = Arrival(said("7", "ba", "chào"), "ba")
        assert await house.store.receive([update, update], at()) == 1
        assert await house.store.receive([update], at()) == 0
        assert await house.store.waiting([LINE]) == 1

    async def test_what_is_set_aside_is_kept_and_what_is_ignored_is_not(self, house: House) -> None:
        aside = Arrival(said("1", "ba", "?"), aside="it has no shape")
        assert await house.store.receive([aside, Arrival(said("2", "ba", "-"), ignored=True)], at()) == 1
        assert [(row["state"], row["reason"]) for row in await house.store.rows(INBOX)] == [
            ("aside", "it has no shape")
        ]
        assert await house.store.waiting([LINE]) == 0
        assert await house.handle() == 0

    async def test_a_batch_has_one_message_of_each_chat_in_the_order_of_arrival(self, house: House) -> None:
        await house.hear("ba", "1", "2")
        await house.hear("tư", "3")
        assert await house.handle() == 2
        assert await house.handle() == 1
        assert [text for text, _ in house.seen] == ["1", "3", "2"]
        assert await house.store.waiting([LINE]) == 0

    async def test_a_batch_is_no_larger_than_its_limit(self, house: House) -> None:
        for name in "abcde":
            await house.hear(name, name)
        assert await house.handle(limit=2) == 2
        assert [text for text, _ in house.seen] == ["a", "b"]

    async def test_the_time_of_a_message_is_when_it_was_received(self, house: House) -> None:
        await house.hear("ba", "hôm nay", now=5)
        times: list[datetime] = []

        def note(incoming: Incoming, talk: Talk) -> Outcome:
            times.append(incoming.at)
            return Outcome()

        await house.handle(note, now=500)
        assert times == [at(5)]

    async def test_the_memory_of_a_chat_comes_back_whole(self, house: House) -> None:
        listed = Topic("các hạn?", ("ntm/han", "kh121/han"), at(1))
        topic = Topic("hạn nộp?", ("ntm/han", "tamky/han"), at(1), before=listed)
        talk = Talk(
            (Choice("Có", "y"), Choice("Không", "n")),
            topic,
            "Hạn là 31/5.",
            doubted="Họp chưa?",
            doubted_spans=(Span(0, 3, Look.BOLD),),
        )
        await house.hear("ba", "một", "hai", "ba")
        await house.handle(lambda incoming, _: Outcome(talk=talk))
        await house.handle()
        await house.handle()
        assert [memory for _, memory in house.seen] == [Talk(), talk, talk]

    async def test_a_memory_that_cannot_be_read_is_forgotten_and_the_chat_goes_on(self, house: House) -> None:
        await house.hear("ba", "một", "hai")
        await house.handle()
        async with house.store.engine.begin() as connection:
            await connection.execute(CHATS.update().values(talk='{"topic": 3'))
        await house.handle()
        assert [memory for _, memory in house.seen] == [Talk(), Talk()]

    async def test_questions_are_kept_without_the_asker(self, house: House) -> None:
        await house.hear("ba", "hạn?")
        asked = Question("hạn?", at(), NAME, "answer", ("ntm/han",))
        await house.handle(lambda *_: Outcome(questions=(asked,)))
        [row] = await house.store.rows(QUESTIONS)
        assert (row["text"], row["asked"], row["outcome"], row["facts"]) == ("hạn?", at(), "answer", '["ntm/han"]')
        assert "ba" not in row.values()

    async def test_a_handler_that_fails_spoils_only_its_own_message(self, house: House) -> None:
        def answer(incoming: Incoming, talk: Talk) -> Outcome:
            if incoming.text == "lỗi":
                raise ValueError
            return echo(incoming, talk)

        await house.hear("ba", "lỗi", "sau lỗi")
        await house.hear("tư", "chào")
        assert await house.handle(answer) == 2
        assert await house.texts() == ["chào"]
        assert [(failure.address, failure.tries) for failure in house.failures] == [(chat("ba"), 0)]

    async def test_a_chat_waits_for_its_failed_message_and_others_go_on(self, house: House) -> None:
        def answer(incoming: Incoming, talk: Talk) -> Outcome:
            if not house.failures:
                raise ValueError
            return echo(incoming, talk)

        await house.hear("ba", "một", "hai")
        await house.handle(answer)
        await house.hear("tư", "chào", now=1)
        assert await house.handle(answer, now=59) == 1
        assert await house.store.next_due([LINE], at(59)) == at(60)
        await house.handle(answer, now=60)
        await house.handle(answer, now=60)
        assert [text for text, _ in house.seen] == ["một", "chào", "một", "hai"]

    async def test_a_parked_message_lets_its_chat_go_on(self, house: House) -> None:
        def answer(incoming: Incoming, talk: Talk) -> Outcome:
            if incoming.text == "lỗi":
                raise ValueError
            return echo(incoming, talk)

        house.remedy = Remedy("ValueError", None)
        await house.hear("ba", "lỗi", "sau lỗi")
        await house.handle(answer)
        await house.handle(answer)
        assert await house.texts() == ["sau lỗi"]
        parked, _ = await house.store.rows(INBOX)
        assert (parked["state"], parked["reason"], parked["tries"]) == ("parked", "ValueError", 1)
        assert "lỗi" in parked["raw"]

    async def test_the_person_is_told_once_however_often_it_fails(self, house: House) -> None:
        def answer(incoming: Incoming, talk: Talk) -> Outcome:
            raise ValueError

        house.remedy = Remedy("why", at(), (Reply(chat("ba"), "xin lỗi"),))
        await house.hear("ba", "lỗi")
        await house.handle(answer)
        await house.handle(answer)
        assert [failure.tries for failure in house.failures] == [0, 1]
        assert [row["text"] for row in await house.store.rows(OUTBOX)] == ["xin lỗi"]

    async def test_an_outcome_that_cannot_be_written_spoils_only_its_own_message(self, house: House) -> None:
        for name in ("ba", "tư", "năm"):
            await house.hear(name, name)
        await house.handle(lambda incoming, talk: say("x", HALF) if incoming.text == "tư" else echo(incoming, talk))
        assert sorted(await house.texts()) == ["ba", "năm"]
        assert [failure.address for failure in house.failures] == [chat("tư")]
        assert await house.store.waiting([LINE]) == 1

    async def test_nothing_is_committed_when_not_even_the_failure_can_be_written(self, house: House) -> None:
        house.remedy = Remedy(HALF, None)
        await house.hear("ba", "một")
        await house.hear("tư", "hai")
        with pytest.raises((UnicodeEncodeError, DBAPIError)):  # PostgreSQL's driver wraps it
            await house.handle(
                lambda incoming, talk: say("x", HALF) if incoming.text == "một" else echo(incoming, talk)
            )
        assert await house.store.waiting([LINE]) == 2
        assert await house.texts() == []

    async def test_a_message_that_means_nothing_any_more_is_done(self, house: House) -> None:
        await house.hear("ba", "-")
        assert await house.handle() == 1
        assert [row["state"] for row in await house.store.rows(INBOX)] == ["done"]
        assert await house.store.rows(CHATS) == []

    async def test_a_reply_with_its_own_key_is_written_once(self, house: House) -> None:
        await house.hear("ba", "một", "hai")
        for _ in range(2):
            await house.handle(lambda *_: Outcome((Reply(chat("ba"), "nhắc", key="nhac-1"),)))
        assert len(await house.store.rows(OUTBOX)) == 1

    async def test_only_the_rows_of_the_served_lines_are_touched(self, house: House) -> None:
        other = ("telegram", "b9")
        await house.hear("ba", "chào")
        assert await house.handle(lines=[other]) == 0
        assert await house.store.waiting([other]) == 0
        await house.handle(lines=[other, LINE])
        assert await house.store.lease(other, at(), 32, 32, NOBODY) == []
        assert await house.store.recover(other, at()) == 0
        assert await house.texts() == ["chào"]

    async def test_nothing_is_due_in_an_empty_house(self, house: House) -> None:
        assert await house.store.next_due([LINE], at()) is None
        assert await house.lease() == []
        assert await house.store.recover(LINE, at()) == 0

    async def test_payloads_are_erased_when_they_are_done_and_old(self, house: House) -> None:
        await house.hear("ba", "một", "hai")
        await house.handle()
        assert await house.store.erase(at(0)) == 0
        assert await house.store.erase(at(1)) == 1
        assert await house.store.erase(at(1)) == 0
        assert [bool(row["raw"]) for row in await house.store.rows(INBOX)] == [False, True]
        assert await house.store.receive([Arrival(said("0", "ba", "một"), "ba")], at()) == 0

    async def test_what_was_said_is_erased_a_day_after_it_was_sent_and_what_became_of_it_stays(
        self, house: House
    ) -> None:
        await house.enqueue(say("ba", "Ba, 0905 123 456"))
        (letter,) = await house.lease()
        await house.store.mark([Mark(letter.row, State.SENT, message_id="m1")], at(5))
        await house.store.erase(at(5))
        assert await house.states() == {"Ba, 0905 123 456": "sent"}
        assert await house.store.erase(at(6)) == 1
        (row,) = await house.store.rows(OUTBOX)
        assert (row["text"], row["choices"], row["state"], row["message_id"]) == ("", "[]", "sent", "m1")

    async def test_what_is_still_to_be_said_keeps_its_words(self, house: House) -> None:
        await house.enqueue(say("ba", "chờ gửi"))
        await house.store.erase(at(100))
        assert await house.states() == {"chờ gửi": "pending"}

    async def test_what_was_set_aside_is_kept_thirty_days_longer(self, house: House) -> None:
        await house.store.receive([Arrival(said("1", "ba", "?"), aside="why")], at())
        assert await house.store.erase(at(1)) == 0
        assert await house.store.erase(at(1) + timedelta(days=30)) == 1

    async def test_who_is_forgotten_leaves_no_words_of_what_was_said_to_them(self, house: House) -> None:
        await house.enqueue(Outcome(say("ba", "Chào Ba").replies, records=(Person("p", "Ba", chat("ba"), at()),)))
        [letter] = await house.lease()
        await house.store.mark([Mark(letter.row, State.SENT)], at())
        await house.enqueue(Outcome(say("ba", "Đã xoá").replies, records=(Forgotten("p"),)))
        assert [row["text"] for row in await house.store.rows(OUTBOX)] == ["", "Đã xoá"]

    async def test_what_is_committed_survives_a_new_process(self, house: House, tmp_path: Path) -> None:
        await house.hear("ba", "chào")
        await house.store.close()
        assert await house.handle() == 1
        assert await house.texts() == ["chào"]
