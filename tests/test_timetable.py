"""What the clock makes due: once, in time, whatever happens in between (DESIGN 2)."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.dialog.silence import FIRST, SECOND, first_nudge, next_nudge
from bot.errors import UnreadableUpdateError
from bot.events import due_event, is_event, read_event
from bot.inbox import Inbox
from bot.messages import Address, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.line import Line
from bot.ports.store import Waiting
from bot.ports.update import Update
from bot.records import Records
from bot.store.tables import INBOX, OUTBOX
from bot.timetable import Timetable
from tests.scripted import Script
from tests.silent import draft, keep, kept
from tests.storehouse import LINE, chat
from tests.stores import ENGINES, Opened, opened
from tests.virtual_clock import START, VirtualClock
from tests.waiting import until

HOUR = timedelta(hours=1)


class Office:
    """An inbox and a timetable on one store and virtual time. Its handler says what was due."""

    def __init__(self, store: Opened, lines: Sequence[Line] = (LINE,)) -> None:
        self.clock = VirtualClock()
        self.store = store
        self.broken = False
        self.times: list[datetime] = []
        self.inbox = Inbox(store, [Script(self.clock)], self.handle, self.clock, committed=self._committed)
        self.timetable = Timetable(store, lines, self.clock, made=self.inbox.wake)

    async def handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        """Says what was due."""
        if self.broken:
            raise ValueError
        self.times.append(self.clock.now())
        return Outcome((Reply(waiting.incoming.address, waiting.incoming.token),))

    async def silent(self, name: str, touched: datetime = START, address: Address | None = None) -> None:
        """Somebody leaves a draft."""
        await keep(self.store.engine, draft(name, address or chat(name), touched))

    async def work(self) -> None:
        """Does all that is due now."""
        while await self.timetable.turn() or await self.inbox.turn():
            pass

    async def at(self, time: datetime) -> None:
        """Does all that is due now, when it is another time."""
        self.clock.advance((time - self.clock.now()).total_seconds())
        await self.work()

    async def said(self) -> list[str]:
        """Returns what was said."""
        return [row["text"] for row in await self.store.rows(OUTBOX)]

    def _committed(self) -> None:
        self.timetable.wake()


@pytest.fixture(params=ENGINES)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(tmp_path, request.param) as store:
        yield Office(store)


class TestTimetable:
    async def test_a_silent_draft_is_asked_again_after_a_day_and_after_three(self, office: Office) -> None:
        await office.silent("ba")
        await office.at(START + FIRST - HOUR)
        assert await office.said() == []
        await office.at(START + FIRST)
        assert await office.said() == ["nudge:ba"]
        await office.at(START + SECOND - HOUR)
        assert await office.said() == ["nudge:ba"]
        await office.at(START + SECOND)
        assert await office.said() == ["nudge:ba", "nudge:ba"]
        await office.at(START + 100 * FIRST)
        assert await office.said() == ["nudge:ba", "nudge:ba"]
        assert len(await kept(office.store.engine, ["ba"])) == 1

    async def test_who_goes_on_is_asked_a_day_after_that(self, office: Office) -> None:
        await office.silent("ba")
        await office.silent("ba", START + 20 * HOUR)
        await office.at(START + FIRST)
        assert await office.said() == []
        await office.at(START + 20 * HOUR + FIRST)
        assert await office.said() == ["nudge:ba"]

    async def test_a_program_that_did_not_run_for_a_week_asks_once_and_then_again_two_days_later(
        self, office: Office
    ) -> None:
        await office.silent("ba")
        await office.at(START + 7 * FIRST)
        assert await office.said() == ["nudge:ba"]
        await office.at(START + 9 * FIRST)
        assert await office.said() == ["nudge:ba", "nudge:ba"]

    async def test_what_is_due_is_put_into_the_inbox_and_is_due_no_more_in_one_transaction(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await office.silent("ba")
        with monkeypatch.context() as patch:
            patch.setattr("bot.store.drafts.put_off", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                await office.store.make_due([LINE], START + FIRST)
        assert await office.store.rows(INBOX) == []
        assert await office.store.next_event([LINE]) == START + FIRST
        assert await office.store.make_due([LINE], START + FIRST) == 1
        assert len(await office.store.rows(INBOX)) == 1

    async def test_the_events_of_many_are_made_in_the_order_of_their_times(self, office: Office) -> None:
        for number in range(5):
            await office.silent(str(number), START - number * HOUR)
        assert [await office.store.make_due([LINE], START + FIRST, limit=3) for _ in range(3)] == [3, 2, 0]
        assert [row["chat"] for row in await office.store.rows(INBOX)] == ["4", "3", "2", "1", "0"]

    async def test_what_another_program_serves_is_left_to_it(self, office: Office) -> None:
        await office.silent("ba", address=chat("ba", "b2"))
        assert await office.store.next_event([LINE]) is None
        assert await office.store.make_due([LINE], START + FIRST) == 0
        assert await office.store.make_due([(LINE[0], "b2")], START + FIRST) == 1

    async def test_the_next_due_time_counts_drafts_in(self, office: Office) -> None:
        await office.silent("ba")
        assert await office.store.next_due([LINE], START) == START + FIRST
        assert await office.store.next_due([LINE], START + FIRST) is None

    async def test_a_draft_that_cannot_be_read_holds_up_no_other(self, office: Office) -> None:
        await office.silent("ba")
        async with office.store.engine.begin() as connection:
            await connection.exec_driver_sql("UPDATE drafts SET progress = '{'")
        await office.silent("tư")
        await office.at(START + FIRST)
        assert sorted(await office.said()) == ["nudge:ba", "nudge:tư"]

    async def test_a_chat_that_moved_is_asked_where_it_is_now(self, office: Office) -> None:
        await office.silent("-5")
        await office.store.move(chat("-5"), chat("-1005"))
        assert [one.address for one in await kept(office.store.engine, ["-5"])] == [chat("-1005")]

    async def test_an_event_that_fails_is_tried_again_and_nobody_hears_of_it(self, office: Office) -> None:
        await office.silent("ba")
        office.broken = True
        with capture_logs():
            await office.at(START + FIRST)
        assert await office.said() == []
        office.broken = False
        await office.at(START + FIRST + HOUR)
        assert await office.said() == ["nudge:ba"]


async def test_serving_makes_it_happen_in_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        office = Office(store)
        loops = [asyncio.create_task(loop.serve()) for loop in (office.timetable, office.inbox)]
        await asyncio.sleep(0.02)
        await office.silent("ba", START - 23 * HOUR)
        office.timetable.wake()
        await until(lambda: len(office.times) == 2)
        assert office.times == [START + HOUR, START + 49 * HOUR]
        office.timetable.stop()
        office.inbox.stop()
        await asyncio.gather(*loops)


async def test_serving_outlives_a_stumbling_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(tmp_path) as store:
        office = Office(store)
        make_due, stumbles = store.make_due, iter(range(3))

        async def stumble(lines: Sequence[Line], at: datetime) -> int:
            for _ in stumbles:
                raise OSError("disk full")
            return await make_due(lines, at)

        monkeypatch.setattr(store, "make_due", stumble)
        await office.silent("ba", START - FIRST)
        with capture_logs() as logs:
            serving = asyncio.create_task(office.timetable.serve())
            await until(_has_event(store))
            office.timetable.stop()
            await serving
        assert [line["event"] for line in logs] == ["timetable_stumbled"] * 3


def _has_event(store: Opened) -> Callable[[], Awaitable[bool]]:
    async def has() -> bool:
        return await store.waiting([LINE]) == 1

    return has


def test_an_event_comes_back_as_it_was_made() -> None:
    event = due_event(chat("ba"), "nudge:r1", START)
    assert is_event(event)
    assert not is_event(Update("scripted", "b1", "7", event.raw))
    read = read_event(event, START)
    assert (read.address, read.kind, read.token, read.key) == (chat("ba"), Kind.EVENT, "nudge:r1", event.key)


@pytest.mark.parametrize("raw", ["", "{", "[]", "{}", '{"chat": "ba"}', "null"])
def test_an_event_that_is_none_says_so(raw: str) -> None:
    with pytest.raises(UnreadableUpdateError):
        read_event(Update("scripted", "b1", "due:x", raw), START)


def test_a_draft_is_asked_of_twice() -> None:
    first = first_nudge(START)
    second = next_nudge(START, first, first)
    assert (first, second) == (START + FIRST, START + SECOND)
    assert second is not None
    assert next_nudge(START, second, second) is None


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("touch"), st.sampled_from("abc")),
        st.tuples(st.just("wait"), st.integers(1, 60)),
        st.tuples(st.just("due"), st.just("")),
        st.tuples(st.just("handle"), st.just("")),
        st.tuples(st.just("die"), st.just("")),
    ),
    max_size=25,
)


@settings(max_examples=30, deadline=None)
@given(steps=_STEPS)
def test_whatever_happens_every_silence_is_broken_twice_and_no_more(steps: list[tuple[str, object]]) -> None:
    asyncio.run(_lived(steps))


async def _lived(steps: list[tuple[str, object]]) -> None:
    """Lives through the steps, then waits long: each draft was asked of twice after it was touched last."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder)) as store:
            office, made = Office(store), Counter[str]()
            touched: dict[str, datetime] = {}
            for step, about in steps:
                now = office.clock.now()
                if step == "touch":
                    name = str(about)
                    made[name] = sum(row["chat"] == name for row in await store.rows(INBOX))
                    touched[name] = now
                    await office.silent(name, now)
                elif step == "wait":
                    office.clock.advance(float(str(about)) * 3600)
                elif step == "due":
                    await office.timetable.turn()
                elif step == "handle":
                    await office.inbox.turn()
                else:
                    office = Office(store)
                    office.clock.advance((now - START).total_seconds())
            for _ in range(8):
                await office.at(office.clock.now() + FIRST)
            events = Counter(row["chat"] for row in await store.rows(INBOX))
            assert {name: events[name] - made[name] for name in touched} == dict.fromkeys(touched, 2)
            assert Counter(await office.said()) == Counter({f"nudge:{name}": count for name, count in events.items()})
