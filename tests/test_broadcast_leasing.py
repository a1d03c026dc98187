"""When the letters of a broadcast may go, and when it is looked at (bot.ports.store.Store)."""

from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path

import pytest

from bot.model.broadcast import BroadcastState
from bot.model.quiet import Quiet
from bot.model.rhythm import Rhythm
from bot.model.tally import Tally
from bot.ports.letter import Mark, State
from bot.store.tables import INBOX, OUTBOX
from tests.broadcasts import broadcast, keep, lease, mark, person, rows, running, say, states, tally
from tests.storehouse import LINE, NOBODY, at, chat
from tests.stores import ENGINES, Opened, opened

B = BroadcastState


@pytest.fixture(params=ENGINES)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path, request.param) as store:
        yield store


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
