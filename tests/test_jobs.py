"""What takes long is done beside the conversation, and its result comes once (DESIGN 2)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox import Inbox
from bot.job_ports import JobResult
from bot.jobs import PAUSES, Jobs
from bot.messages import Address, Enclosure, File, Incoming, Kind, Reply
from bot.model.job import FinishedJob, Job, JobKind, job_for
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.line import Line
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.job_tables import FILES, JOBS
from bot.store.jobs import MOST_CRASHES
from bot.store.tables import INBOX, OUTBOX
from tests.scripted import Script, said
from tests.storehouse import LINE, chat
from tests.stores import ENGINES, Opened, opened
from tests.virtual_clock import START, VirtualClock
from tests.waiting import until
from tests.working import TABLE, job


class Office:
    """An inbox and the jobs on one store and virtual time. Who says something wishes a job with these words as id."""

    def __init__(self, store: Opened, lines: tuple[Line, ...] = (LINE,)) -> None:
        self.clock = VirtualClock()
        self.store = store
        self.worked: list[str] = []
        self.faults: list[Exception] = []
        self.gate: asyncio.Event | None = None
        self.script = Script(self.clock)
        self.inbox = Inbox(store, [self.script], self.handle, self.clock, committed=self._committed)
        self.jobs = Jobs(store, lines, self.work_on, self.clock, finished=self.inbox.wake, grace=0.05)

    async def handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        """Wishes a job, or tells the result of one."""
        incoming = waiting.incoming
        if incoming.kind is not Kind.EVENT:
            return Outcome(jobs=(job(incoming.text, incoming.address),))
        finished = await records.job(incoming.token.removeprefix("job:"))
        assert finished is not None
        text = f"{finished.job.id}: {'failed' if finished.failed else finished.text}"
        return Outcome((Reply(finished.job.address, text, file=finished.file),))

    async def work_on(self, job: Job) -> JobResult:
        """Makes a table, unless a fault is due."""
        self.worked.append(job.id)
        if self.gate is not None:
            await self.gate.wait()
        if self.faults:
            raise self.faults.pop(0)
        return JobResult("xong", TABLE)

    async def wish(self, *names: str, of: str = "ba") -> None:
        """Somebody wishes jobs with these ids."""
        count = len(await self.store.rows(INBOX))
        await self.inbox.receive(self.script, [said(f"{count + n}", of, name) for n, name in enumerate(names)])
        while await self.inbox.turn():
            pass

    async def work(self) -> None:
        """Does all that is due now."""
        while await self.inbox.turn() or await self.jobs.turn():
            pass

    async def told(self) -> list[str]:
        """Returns what was said."""
        return [row["text"] for row in await self.store.rows(OUTBOX)]

    async def states(self) -> dict[str, str]:
        """Returns the state of each job."""
        return {row["id"]: row["state"] for row in await self.store.rows(JOBS)}

    def _committed(self) -> None:
        self.jobs.wake()


@pytest.fixture(params=ENGINES)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    async with opened(tmp_path, request.param) as store:
        yield Office(store)


def asked(key: str) -> Incoming:
    """Returns a message with this key."""
    return Incoming(Address("telegram", "7", "5"), Kind.TEXT, key, START, "xuất báo cáo")


class TestJobs:
    def test_a_message_asks_for_the_same_job_however_often_it_is_handled(self) -> None:
        first = job_for(asked("1"), JobKind.EXPORT, "6T-2026", "xlsx")
        assert first == job_for(asked("1"), JobKind.EXPORT, "6T-2026", "xlsx")
        others = [
            job_for(asked("2"), JobKind.EXPORT, "6T-2026", "xlsx"),
            job_for(asked("1"), JobKind.CHART, "6T-2026", "xlsx"),
            job_for(asked("1"), JobKind.EXPORT, "6T-2026", "docx"),
        ]
        assert len({first.id, *(other.id for other in others)}) == 4

    async def test_the_result_comes_with_its_file(self, office: Office) -> None:
        await office.wish("a")
        await office.work()
        assert await office.told() == ["a: xong"]
        [letter] = await office.store.lease(LINE, office.clock.now(), 9, 9, frozenset())
        assert letter.file == TABLE

    async def test_jobs_are_done_in_the_order_of_the_wishes(self, office: Office) -> None:
        await office.wish("c", "a", "b")
        await office.work()
        assert office.worked == ["c", "a", "b"]

    async def test_the_same_wish_twice_is_one_job(self, office: Office) -> None:
        await office.wish("a", "a")
        await office.work()
        await office.wish("a")
        await office.work()
        assert (office.worked, await office.told()) == (["a"], ["a: xong"])

    async def test_a_job_is_wished_with_the_rest_of_the_outcome_or_not_at_all(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("bot.store.handling.messages.finish", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                await office.wish("a")
        assert await office.states() == {}

    async def test_while_it_is_done_the_conversations_go_on(self, office: Office) -> None:
        office.gate = asyncio.Event()
        await office.wish("a")
        working = asyncio.create_task(office.jobs.turn())
        await until(lambda: office.worked == ["a"])
        await office.wish("b", of="tư")
        assert await office.states() == {"a": "running", "b": "waiting"}
        assert await office.store.look(lambda _: "read") == "read"
        office.gate.set()
        assert await working == 1

    async def test_the_result_and_its_event_are_written_together(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await office.wish("a")
        with monkeypatch.context() as patch:
            patch.setattr("bot.store.jobs.messages.receive", lambda *_: 1 / 0)
            await office.jobs.turn()
        [row] = await office.store.rows(JOBS)
        assert (row["state"], row["file"], await office.store.rows(FILES)) == ("waiting", "", [])
        office.clock.advance(PAUSES[0])
        await office.work()
        assert await office.told() == ["a: xong"]

    async def test_what_fails_is_tried_again_after_growing_pauses(self, office: Office) -> None:
        office.faults = [ValueError(), ValueError()]
        await office.wish("a")
        await office.work()
        for pause in PAUSES:
            office.clock.advance(pause - 1)
            await office.work()
            assert await office.told() == []
            due = await office.store.next_due([LINE], office.clock.now())
            assert due == office.clock.now() + timedelta(seconds=1)
            office.clock.advance(1)
            await office.work()
        assert (office.worked, await office.told()) == (["a", "a", "a"], ["a: xong"])

    async def test_what_fails_three_times_is_given_up_and_told_once(self, office: Office) -> None:
        office.faults = [ValueError()] * 9
        await office.wish("a")
        await office.work()
        for pause in (*PAUSES, 3600):
            office.clock.advance(pause)
            await office.work()
        assert (office.worked, await office.told()) == (["a", "a", "a"], ["a: failed"])
        [row] = await office.store.rows(JOBS)
        assert (row["state"], row["tries"]) == ("failed", 3)
        assert row["reason"].startswith("ValueError at ")

    async def test_a_result_that_no_database_takes_is_a_failure_of_the_job(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tests.test_jobs.TABLE", File("\ud800", b""))
        await office.wish("a")
        await office.work()
        assert await office.states() == {"a": "waiting"}

    async def test_a_job_that_hangs_holds_up_no_other_for_ever(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bot.jobs.LONGEST", 0.01)
        office.gate = asyncio.Event()
        await office.wish("a")
        await office.jobs.turn()
        office.gate = None
        await office.wish("b")
        await office.work()
        assert await office.told() == ["b: xong"]

    async def test_what_was_under_way_when_the_process_died_is_done_again(self, office: Office) -> None:
        await office.wish("a")
        assert await office.store.start_job([LINE], office.clock.now()) is not None
        await office.work()
        assert (office.worked, await office.told()) == (["a"], ["a: xong"])

    async def test_a_job_that_brings_the_process_down_is_given_up(self, office: Office) -> None:
        await office.wish("a")
        now = office.clock.now()
        for _ in range(MOST_CRASHES + 1):
            assert await office.store.start_job([LINE], now) is not None
            assert await office.store.recover_jobs([LINE], now) == 1
        assert await office.store.recover_jobs([LINE], now) == 0
        await office.work()
        assert (office.worked, await office.told()) == ([], ["a: failed"])

    async def test_a_result_is_written_once_even_if_two_come(self, office: Office) -> None:
        await office.wish("a")
        now = office.clock.now()
        started = await office.store.start_job([LINE], now)
        assert started is not None
        for _ in range(2):
            await office.store.finish_job(started.job, JobResult("xong"), now)
        await office.store.fail_job(started.job, "late", now, now)
        await office.store.fail_job(started.job, "late", None, now)
        await office.work()
        assert (await office.states(), await office.told()) == ({"a": "done"}, ["a: xong"])

    async def test_jobs_of_other_lines_are_left_alone(self, office: Office) -> None:
        await office.wish("a")
        other = Office(office.store, (("scripted", "b2"),))
        assert await other.jobs.turn() == 0
        assert await office.states() == {"a": "waiting"}

    async def test_a_group_that_moved_gets_the_result_at_its_new_address(self, office: Office) -> None:
        await office.wish("a", of="-5")
        await office.store.move(chat("-5"), chat("-1005"))
        await office.work()
        assert [row["chat"] for row in await office.store.rows(OUTBOX)] == ["-1005"]

    async def test_a_finished_job_is_forgotten_after_a_month_a_waiting_one_is_not(self, office: Office) -> None:
        await office.wish("a")
        await office.work()
        await office.wish("b")
        await office.store.erase(office.clock.now() + timedelta(days=31))
        assert await office.states() == {"b": "waiting"}

    async def test_a_job_is_told_of_only_when_it_is_over(self, office: Office) -> None:
        await office.wish("a")
        async with office.store.reading() as records:
            assert await records.job("a") is None
        await office.work()
        async with office.store.reading() as records:
            assert await records.job("a") == FinishedJob(job("a", chat("ba")), "xong", Enclosure("a", TABLE.name))


class TestServing:
    async def test_it_works_as_wishes_come_until_it_is_stopped(self, office: Office) -> None:
        loops = [asyncio.create_task(office.jobs.serve()), asyncio.create_task(office.inbox.serve())]
        await office.wish("a")
        await until(lambda: _told(office, 1))
        office.faults = [ValueError()]
        await office.wish("b")
        await until(lambda: _told(office, 2))
        office.jobs.stop()
        office.inbox.stop()
        await asyncio.gather(*loops)
        assert office.worked == ["a", "b", "b"]

    async def test_a_fault_of_the_store_is_outlived(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        await office.wish("a")
        with monkeypatch.context() as patch:
            patch.setattr("bot.store.jobs.finish", lambda *_: 1 / 0)
            patch.setattr("bot.store.jobs.fail", lambda *_: 1 / 0)
            loop = asyncio.create_task(office.jobs.serve())
            await until(lambda: len(office.worked) > 1)
        await until(lambda: _state(office, "a", "done"))
        office.jobs.stop()
        await loop

    async def test_a_stop_waits_for_no_long_job_and_the_next_start_does_it(self, office: Office) -> None:
        office.gate = asyncio.Event()
        await office.wish("a")
        loop = asyncio.create_task(office.jobs.serve())
        await until(lambda: office.worked == ["a"])
        office.jobs.stop()
        await loop
        assert await office.states() == {"a": "running"}
        after = Office(office.store)
        await after.work()
        assert await after.told() == ["a: xong"]


async def _told(office: Office, count: int) -> bool:
    return len(await office.told()) == count


async def _state(office: Office, name: str, state: str) -> bool:
    return (await office.states())[name] == state
