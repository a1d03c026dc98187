"""A broadcast in the store: its states, its letters, and who is counted where (bot.ports.Store)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from bot.errors import MissingFileError
from bot.messages import Choice, Enclosure, File, FileKind, Look, Reply, Span
from bot.model.acknowledgement import Acknowledgement
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.quiet import Quiet
from bot.model.rhythm import Rhythm
from bot.model.role import RoleKind
from bot.model.subscription import Subscription
from bot.model.tally import Tally
from bot.ports import Mark, State
from bot.records import Forgotten, Frozen, Resent
from bot.store import files, letters
from bot.store.job_tables import FILES
from bot.store.tables import INBOX, OUTBOX
from tests.broadcasts import broadcast, keep, look, met, person, running, say, states
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import ENGINES, Opened, opened

B = BroadcastState


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        yield store


async def tally(store: Opened, number: int = 1) -> Tally:
    """Returns the tally of a broadcast."""
    async with store.reading() as records:
        return await records.tally(number)


async def lease(store: Opened, now: float = 0, bulk: int = 32) -> list[str]:
    """Leases bulk and returns its chats."""
    return [letter.address.chat for letter in await store.lease(LINE, at(now), 32, bulk, NOBODY)]


async def rows(store: Opened) -> dict[str, int]:
    """Returns the number of each letter's row by its chat."""
    return {row["chat"]: row["id"] for row in await store.rows(OUTBOX)}


async def mark(store: Opened, *marks: tuple[str, State], now: float = 0) -> None:
    """Writes down what became of these chats' letters."""
    numbers = await rows(store)
    await store.mark([Mark(numbers[name], state, "why") for name, state in marks], at(now))


async def kept(store: Opened) -> list[str]:
    """Returns the ids of the files that are kept."""
    return [row["id"] for row in await store.rows(FILES)]


class TestBroadcast:
    async def test_comes_back_as_it_was_written(self, store: Opened) -> None:
        audience = Audience(AudienceKind.LEADERS, "tinh", without_units=("xa",), without_people=("p-ba",))
        whole = Broadcast(
            number=7,
            by="p-an",
            made=at(1),
            state=B.APPROVAL,
            text="Mời họp.",
            file=Enclosure("f1", "giay-moi.pdf", FileKind.DOCUMENT),
            audience=audience,
            due=at(60),
            acknowledged=True,
            urgent="bão số 6",
            approved_by="p-tư",
            corrects=6,
            spans=(Span(0, 3, Look.BOLD), Span(4, 3, Look.LINK, 'https://ccb.example/a?b="c"')),
            fetching="tbf:1",
        )
        draft = Broadcast(6, "p-an", at(), B.DRAFT)
        await keep(store, draft, whole)
        async with store.reading() as records:
            assert await records.broadcasts() == [whole, draft]
            assert await records.broadcast(5) is None
            assert await records.next_broadcast() == 8

    @pytest.mark.parametrize("state", [B.RUNNING, B.PAUSED, B.FINISHED])
    async def test_an_illegal_move_writes_nothing(self, store: Opened, state: B) -> None:
        await keep(store, broadcast(1, state))
        assert await look(store) is None
        await keep(store, broadcast(1, B.DRAFT))
        await keep(store, broadcast(1, state, text="khác"))
        assert await look(store) == broadcast(1, B.DRAFT)

    async def test_what_is_cancelled_stays_so(self, store: Opened) -> None:
        await running(store, "ba")
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, broadcast(state=B.RUNNING, text="khác"))
        found = await look(store)
        assert found is not None
        assert (found.state, found.text) == (B.CANCELLED, "Mời họp.")


class TestFreezing:
    async def test_everybody_has_one_letter_with_the_same_words_and_buttons(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        letters = Frozen(1, (chat("ba"), chat("tư"), chat("ba")), "Mời họp.", (Choice("Đã nhận", "danhan:1"),))
        await keep(store, broadcast(state=B.RUNNING), letters)
        found = await store.lease(LINE, at(), 32, 32, NOBODY)
        assert [(one.address, one.text, one.choices, one.broadcast) for one in found] == [
            (chat("ba"), "Mời họp.", letters.choices, 1),
            (chat("tư"), "Mời họp.", letters.choices, 1),
        ]
        assert [row["key"] for row in await store.rows(OUTBOX)] == ["tb:1:scripted:b1:ba", "tb:1:scripted:b1:tư"]

    async def test_a_second_time_changes_nothing(self, store: Opened) -> None:
        await running(store, "ba")
        await keep(store, Frozen(1, (chat("ba"), chat("tư")), "khác"))
        assert await states(store) == {"ba": "pending"}

    async def test_of_what_was_cancelled_meanwhile_nothing_goes(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        await keep(store, broadcast(state=B.RUNNING))
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, Frozen(1, (chat("ba"),), "tin"))
        assert await states(store) == {}

    async def test_words_do_not_go_without_their_file(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        with pytest.raises(MissingFileError):
            await keep(store, broadcast(state=B.RUNNING), Frozen(1, (chat("ba"),), "tin", file=Enclosure("f", "a.pdf")))

    async def test_letters_keep_how_their_words_look_and_who_can_get_no_file_gets_words(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        await keep(store, *person("an"), broadcast())
        bold = (Span(0, 3, Look.BOLD),)
        frozen = Frozen(
            1, (chat("ba"),), "tin", (), Enclosure("f", "a.pdf"), bold, wordy=(chat("tư"),), told="tin, hỏi Văn phòng"
        )
        await keep(store, broadcast(state=B.RUNNING), frozen)
        found = await store.lease(LINE, at(), 32, 32, NOBODY)
        assert [(one.address, one.text, one.file, one.spans) for one in found] == [
            (chat("ba"), "tin", File("a.pdf", b"x"), bold),
            (chat("tư"), "tin, hỏi Văn phòng", None, bold),
        ]
        assert found[0].file is not None
        assert found[0].file.id == "f"

    async def test_its_file_is_kept_while_it_may_be_corrected_or_sent_again(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        enclosed = Enclosure("f", "a.pdf")
        one = replace(broadcast(), file=enclosed)
        await keep(store, *person("an"), one)
        month = timedelta(days=30)
        await store.erase(at(1) + month)
        await keep(store, replace(one, state=B.RUNNING), Frozen(1, (chat("ba"),), "tin", file=enclosed))
        await lease(store)
        await mark(store, ("ba", State.FAILED), now=1)
        await keep(store, replace(one, state=B.FINISHED))
        await store.erase(at(9) + month)
        assert await kept(store) == ["f"], "it may be sent again to whom it did not reach"
        await keep(store, Resent(1, ("failed",)))
        await lease(store)
        await mark(store, ("ba", State.SENT), now=2)
        await keep(store, replace(one, state=B.FINISHED))
        await store.erase(at(3))
        assert await kept(store) == ["f"], "it may be corrected"
        async with store.reading() as records:
            assert await records.keeps("f")
        await store.erase(at(9) + month)
        assert await kept(store) == []
        async with store.reading() as records:
            assert not await records.keeps("f")

    async def test_the_file_of_a_draft_that_was_dropped_goes_with_what_was_shown_of_it(self, store: Opened) -> None:
        await store.change(lambda connection: files.add(connection, "f", File("a.pdf", b"x"), at()))
        one = replace(broadcast(), file=Enclosure("f", "a.pdf"))
        await keep(store, *person("an"), one)
        shown = Reply(chat("an"), "xem trước", file=one.file)
        await store.change(lambda connection: letters.add(connection, [("1", shown)], at()))
        [letter] = await store.lease(LINE, at(), 1, 0, NOBODY)
        await store.mark([Mark(letter.row, State.SENT)], at())
        await store.erase(at(1))
        assert await kept(store) == ["f"], "it is still a draft"
        await keep(store, replace(one, state=B.CANCELLED))
        await store.erase(at(1))
        assert await kept(store) == []


class TestLeasing:
    async def test_a_letter_in_doubt_keeps_its_words_since_it_may_be_sent_again(self, store: Opened) -> None:
        await running(store, "ba")
        await lease(store)
        await store.recover(LINE, at(1))
        await store.erase(at(10**6))
        assert [row["text"] for row in await store.rows(OUTBOX) if row["state"] == "unknown"] == ["tin 1"]

    async def test_a_paused_broadcast_waits_and_goes_on_where_it_was(self, store: Opened) -> None:
        one = await running(store, "ba", "tư")
        assert await lease(store, bulk=1) == ["ba"]
        back = Mark((await rows(store))["ba"], State.PENDING, "502", due=at(30), tries=7)
        await store.mark([back], at())
        await keep(store, broadcast(state=B.PAUSED))
        assert await lease(store, 60) == []
        assert await store.next_due([LINE], at()) is None
        await keep(store, one, at=at(10))
        assert await lease(store, 20) == ["tư"]
        [again] = await store.lease(LINE, at(30), 32, 32, NOBODY)
        assert (again.address.chat, again.tries) == ("ba", 7)

    async def test_a_paused_broadcast_holds_up_no_other(self, store: Opened) -> None:
        await running(store, "ba")
        await keep(store, broadcast(state=B.PAUSED))
        await running(store, "ba", number=2)
        await say(store, "ba", "nhắc", bulk=True)
        assert [one.text for one in await store.lease(LINE, at(), 32, 32, NOBODY)] == ["nhắc"]
        await mark(store, ("ba", State.SENT))
        numbers = [row["id"] for row in await store.rows(OUTBOX) if row["text"] == "nhắc"]
        await store.mark([Mark(numbers[0], State.SENT)], at())
        assert [one.text for one in await store.lease(LINE, at(), 32, 32, NOBODY)] == ["tin 2"]

    async def test_broadcasts_take_turns_and_a_chat_gets_one_at_a_time(self, store: Opened) -> None:
        await running(store, "ba", "tư", "năm", "sáu")
        await running(store, "ba", "bảy", "tám", number=2)
        found = await store.lease(LINE, at(), 32, 4, NOBODY)
        assert [(one.address.chat, one.broadcast) for one in found] == [("ba", 1), ("tư", 1), ("bảy", 2), ("năm", 1)]

    async def test_what_is_cancelled_never_goes_not_even_what_is_put_back(self, store: Opened) -> None:
        await running(store, "ba", "tư", "năm")
        assert await lease(store, bulk=2) == ["ba", "tư"]
        await keep(store, broadcast(state=B.CANCELLED), at=at(5))
        await mark(store, ("ba", State.SENT))
        await store.mark([Mark((await rows(store))["tư"], State.PENDING, due=at(9))], at(6))
        assert await tally(store) == Tally(sent=1, cancelled=2)
        assert await lease(store, 60) == []

    async def test_after_a_crash_a_broadcasts_letter_is_in_doubt_and_stays_so(self, store: Opened) -> None:
        await running(store, "ba", "tư")
        assert await lease(store, bulk=1) == ["ba"]
        assert await store.recover(LINE, at(1)) == 1
        assert await states(store) == {"ba": "unknown", "tư": "pending"}
        assert await lease(store, 60) == ["tư"]


class TestQuietHours:
    """Here nobody is disturbed in the first hour."""

    MORNING = at(3600)
    RHYTHM = Rhythm(quiet=Quiet(at(0).time(), MORNING.time()), zone=UTC)

    @pytest.fixture
    async def hushed(self, tmp_path: Path) -> AsyncIterator[Opened]:
        async with opened(tmp_path, rhythm=self.RHYTHM) as store:
            yield store

    async def test_a_broadcast_waits_for_the_morning(self, hushed: Opened) -> None:
        await running(hushed, "ba")
        assert await lease(hushed, 3599) == []
        assert await hushed.next_due([LINE], at(7)) == self.MORNING
        assert await lease(hushed, 3600) == ["ba"]

    async def test_an_urgent_one_goes_at_once_and_so_do_replies_a_reminder_waits(self, hushed: Opened) -> None:
        await running(hushed, "ba")
        await running(hushed, "tư", number=2, urgent="bão số 6")
        await say(hushed, "năm", "nhắc", bulk=True)
        await say(hushed, "sáu", "trả lời")
        assert await lease(hushed) == ["sáu", "tư"]
        assert await hushed.next_due([LINE], at(7)) == self.MORNING
        assert await lease(hushed, 3600) == ["năm", "ba"]

    async def test_a_retry_waits_for_the_morning_too(self, hushed: Opened) -> None:
        await running(hushed, "ba", at=at(4000))
        assert await lease(hushed, 4000) == ["ba"]
        await hushed.mark([Mark(1, State.PENDING, due=at(60))], at(4000))
        assert await hushed.next_due([LINE], at(0)) == self.MORNING

    async def test_nobody_looks_at_it_every_five_seconds_of_the_night(self, hushed: Opened) -> None:
        await running(hushed, "ba")
        assert await hushed.make_due([LINE], at(0)) == 1
        assert await hushed.next_event([LINE]) == self.MORNING


class TestLooking:
    async def test_a_scheduled_broadcast_becomes_an_event_of_its_sender_when_it_is_due(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast(due=at(60)))
        assert await store.next_event([LINE]) == at(60)
        assert await store.make_due([LINE], at(59)) == 0
        assert await store.make_due([LINE], at(60)) == 1
        [event] = await store.rows(INBOX)
        assert (event["chat"], event["raw"]) == ("an", '{"chat": "an", "token": "tb:1"}')

    async def test_a_beginning_that_came_to_nothing_is_tried_again_after_a_minute(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast(due=at(60)))
        assert [await store.make_due([LINE], at(second)) for second in (60, 61, 119, 120)] == [1, 0, 0, 1]

    async def test_one_on_its_way_is_looked_at_every_five_seconds_each_time_by_another_name(
        self, store: Opened
    ) -> None:
        await running(store, "ba")
        assert [await store.make_due([LINE], at(second)) for second in (0, 4, 5, 10)] == [1, 0, 1, 1]
        tokens = {row["raw"] for row in await store.rows(INBOX)}
        assert len(tokens) == 3
        assert all('"tbtiendo:1:' in token for token in tokens)

    async def test_before_its_letters_are_there_nobody_looks(self, store: Opened) -> None:
        await keep(store, *person("an"), broadcast())
        await keep(store, broadcast(state=B.RUNNING))
        assert await store.next_event([LINE]) is None

    @pytest.mark.parametrize("state", [B.PAUSED, B.CANCELLED, B.FINISHED])
    async def test_one_that_does_not_run_is_left_alone(self, store: Opened, state: B) -> None:
        await running(store, "ba")
        await keep(store, broadcast(state=state))
        assert await store.next_event([LINE]) is None

    async def test_what_another_program_serves_is_left_to_it(self, store: Opened) -> None:
        await keep(store, *person("an", at=chat("an", "b2")), broadcast())
        assert await store.next_event([LINE]) is None
        assert await store.make_due([(LINE[0], "b2")], at()) == 1


class TestTally:
    async def test_all_states_together_are_the_audience(self, store: Opened) -> None:
        await running(store, *"abcdefg")
        assert await lease(store, bulk=6) == [*"abcdef"]
        ends = (State.SENT, State.SENT, State.FAILED, State.BLOCKED, State.UNKNOWN)
        await mark(store, *zip("abcde", ends, strict=True))
        await keep(store, Acknowledgement(1, chat("a"), at(9)), Acknowledgement(1, chat("a"), at(10)))
        found = await tally(store)
        assert found == Tally(pending=1, leased=1, sent=2, failed=1, blocked=1, unknown=1, acknowledged=1)
        assert (found.audience, found.over) == (7, 5)

    async def test_who_says_that_it_arrived_is_in_doubt_no_more(self, store: Opened) -> None:
        await running(store, "ba", "tư")
        await lease(store)
        await mark(store, ("ba", State.UNKNOWN), ("tư", State.UNKNOWN))
        await keep(store, Acknowledgement(1, chat("ba"), at(9)))
        assert await tally(store) == Tally(sent=1, unknown=1, acknowledged=1)

    async def test_the_last_ends_are_those_since_it_began_to_run(self, store: Opened) -> None:
        one = await running(store, *"abcd")
        await lease(store)
        await mark(store, ("a", State.FAILED), now=1)
        await mark(store, ("b", State.BLOCKED), now=2)
        async with store.reading() as records:
            assert await records.ended(1, 50) == ["blocked", "failed"]
            assert await records.ended(1, 1) == ["blocked"]
        await keep(store, broadcast(state=B.PAUSED), at=at(3))
        await keep(store, one, at=at(4))
        await mark(store, ("c", State.SENT), now=5)
        await store.recover(LINE, at(6))
        async with store.reading() as records:
            assert await records.ended(1, 50) == ["sent"], "what stopped with the program says nothing"

    async def test_the_outcomes_say_who_in_which_unit_and_why(self, store: Opened) -> None:
        await keep(store, *person("ba", (RoleKind.LEADER, "thon-ba")))
        await running(store, "ba", "tư")
        await lease(store)
        await mark(store, ("ba", State.SENT), ("tư", State.FAILED))
        await keep(store, Acknowledgement(1, chat("ba"), at(9)))
        async with store.reading() as records:
            ba, tu = await records.outcomes(1)
        assert (ba.receiver.name, ba.receiver.unit, ba.state, ba.acknowledged) == ("Ba", "thon-ba", "sent", True)
        assert (tu.receiver.name, tu.receiver.address, tu.reason, tu.acknowledged) == ("", chat("tư"), "why", False)

    async def test_the_one_awaited_is_the_last_that_came_and_asked(self, store: Opened) -> None:
        for number, asks in ((1, True), (2, True), (3, False), (4, True)):
            await running(store, "ba", number=number, acknowledged=asks)
            if number < 4:
                await lease(store)
                last = (await store.rows(OUTBOX))[-1]["id"]
                await store.mark([Mark(last, State.SENT)], at())
        async with store.reading() as records:
            found = await records.awaited(chat("ba"))
            assert found is not None
            assert found.number == 2
            assert await records.awaited(chat("tư")) is None


class TestResending:
    async def test_letters_of_the_named_states_go_once_more_with_all_their_tries(self, store: Opened) -> None:
        await running(store, *"abc")
        await lease(store)
        await mark(store, ("a", State.FAILED), ("b", State.UNKNOWN), ("c", State.SENT))
        await keep(store, broadcast(state=B.FINISHED))
        await keep(store, Resent(1, ("failed",)), at=at(60))
        assert await states(store) == {"a": "pending", "b": "unknown", "c": "sent"}
        found = await look(store)
        assert found is not None
        assert found.state is B.RUNNING
        assert await store.next_event([LINE]) == at(60)
        [letter] = await store.lease(LINE, at(60), 32, 32, NOBODY)
        assert (letter.address.chat, letter.tries) == ("a", 0)

    async def test_once_for_each_wish(self, store: Opened) -> None:
        await running(store, "a")
        await lease(store)
        await mark(store, ("a", State.UNKNOWN))
        await keep(store, Resent(1, ("unknown",)), Resent(1, ("unknown",)))
        assert await lease(store) == ["a"]
        assert await lease(store) == []

    async def test_what_was_sent_blocked_or_cancelled_never_goes_again(self, store: Opened) -> None:
        await running(store, *"abc")
        await lease(store, bulk=2)
        await mark(store, ("a", State.SENT), ("b", State.BLOCKED))
        await keep(store, broadcast(state=B.CANCELLED))
        await keep(store, Resent(1, ("sent", "blocked", "cancelled", "failed", "unknown")))
        assert await states(store) == {"a": "sent", "b": "blocked", "c": "cancelled"}


class TestLeaving:
    async def test_who_says_stop_gets_nothing_that_has_not_gone_yet(self, store: Opened) -> None:
        await met(store, "ba")
        await running(store, "ba", "tư")
        await say(store, "ba", "trả lời")
        await keep(store, Subscription(chat("ba"), at(1)), at=at(1))
        assert await states(store) == {"ba": "cancelled", "tư": "pending"}
        assert await lease(store) == ["ba", "tư"], "only the reply is left"
        async with store.reading() as records:
            assert await records.subscription(chat("ba")) == Subscription(chat("ba"), at(1))
            assert await records.subscription(chat("tư")) == Subscription(chat("tư"), None)
        await keep(store, Subscription(chat("ba"), None))
        async with store.reading() as records:
            assert await records.subscription(chat("ba")) == Subscription(chat("ba"), None)

    async def test_a_sender_who_is_forgotten_is_named_nowhere(self, store: Opened) -> None:
        audience = Audience(AudienceKind.PEOPLE, people=("p-an", "p-ba"))
        await keep(store, *person("an"), broadcast(audience=audience, approved_by="p-an"))
        await keep(store, Forgotten("p-an"))
        found = await look(store)
        assert found is not None
        assert found.audience is not None
        assert "p-an" not in repr(found)
        assert "p-ba" in found.audience.people
