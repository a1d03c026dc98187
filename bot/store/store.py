"""The store on SQLAlchemy: which transaction each wish of the loops is."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from math import inf
from typing import TypeVar

from sqlalchemy import Connection, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.job_ports import JobResult, Started
from bot.messages import Address
from bot.model.capabilities import SHORT
from bot.model.job import Job
from bot.model.quiet import NEVER
from bot.model.rhythm import Rhythm
from bot.ports.letter import Letter, Mark, State
from bot.ports.line import Line
from bot.ports.store import Amend, Arrival, Handle, Read
from bot.records import Records
from bot.store import accounts, chats, drafts, due, files, jobs, leasing, letters, looks, messages, waves, web_chats
from bot.store.broadcast_tables import BROADCASTS
from bot.store.connect import FAR, READS
from bot.store.handling import handle_due
from bot.store.job_tables import JOBS
from bot.store.lines import in_chat
from bot.store.report_tables import DRAFTS
from bot.store.shelf import Shelf
from bot.store.sql_records import SqlRecords
from bot.store.tables import INBOX, OUTBOX
from bot.store.turns import Turns

_Found = TypeVar("_Found")

ANY_TIME = Rhythm(quiet=NEVER)
"""The usual waves, and no quiet hours."""


class SqlStore:
    """What is written down (bot.ports.store.Store). The tables must be there: see migrations.migrate."""

    def __init__(self, engine: AsyncEngine, rhythm: Rhythm = ANY_TIME) -> None:
        """``engine`` from bot.store.connect.connect; the store closes it.

        ``rhythm`` says when waves are due, and when what is not urgent may be heard: by default at any time.
        ``made`` is called when looking at letters has made events: it wakes who handles them.
        """
        self.engine = engine
        self._rhythm = rhythm
        self.made: Callable[[], None] = lambda: None
        self._reader = engine.execution_options(**{READS: True})
        self._far, self._far_reader = (one.execution_options(**{FAR: True}) for one in (engine, self._reader))
        self._shelf = Shelf()
        self._turns = Turns()  # here writers queue in order, in the database they would sleep and try again

    async def close(self) -> None:
        """Lets the connections go."""
        await self.engine.dispose()

    async def receive(self, arrivals: Sequence[Arrival], at: datetime) -> int:
        """Adds updates to the inbox, repeats absorbed; returns how many were new."""
        async with self._writing() as connection:
            return await connection.run_sync(messages.receive, arrivals, at)

    async def handle(
        self,
        lines: Sequence[Line],
        read: Read,
        handle: Handle,
        amend: Amend,
        at: datetime,
        limit: int = 32,
        patience: float = inf,
    ) -> int:
        """Handles the oldest waiting message of up to ``limit`` chats; returns how many."""
        async with self._turns.long(), self.engine.begin() as connection:
            return await handle_due(connection, lines, read, handle, amend, at, limit, patience)

    async def lease(
        self,
        line: Line,
        at: datetime,
        replies: int,
        bulk: int,
        busy: frozenset[Address],
        *,
        marks: Sequence[Mark] = (),
        quota: int | None = None,
        fits: int = SHORT,
        unasked: bool = True,
    ) -> Sequence[Letter]:
        """Writes ``marks`` down, and leases due letters, oldest first, one per chat and none of a busy one."""
        asked = leasing.Asked(line, at, replies, bulk, busy, quota, fits, unasked)
        async with self._writing() as connection:
            await connection.run_sync(_mark, marks, at)
            leased = await connection.run_sync(leasing.lease, asked, self._rhythm, self._shelf)
        if leased.events:
            self.made()
        return leased.letters

    async def mark(self, marks: Sequence[Mark], at: datetime) -> None:
        """Writes down what became of leased letters."""
        async with self._writing() as connection:
            await connection.run_sync(_mark, marks, at)

    async def move(self, old: Address, new: Address) -> None:
        """Rewrites a chat's address everywhere."""
        where = {"channel": new.channel, "bot": new.bot, "chat": new.chat}
        async with self._writing() as connection:
            for table in (INBOX, OUTBOX, DRAFTS, JOBS, BROADCASTS):
                await connection.execute(update(table).where(in_chat(table, old)).values(where))
            await connection.run_sync(chats.move, old, new)

    async def unreachable(self, addresses: Sequence[Address], at: datetime) -> None:
        """Remembers that these chats blocked us: their pending letters become ``blocked``."""
        async with self._writing() as connection:
            await connection.run_sync(chats.lose, addresses)
            await connection.run_sync(letters.block, addresses, at)
            await connection.run_sync(accounts.fall_back, addresses)

    async def recover(self, line: Line, at: datetime) -> int:
        """Settles the letters that were under way when the process died; returns how many."""
        async with self._writing() as connection:
            return await connection.run_sync(letters.recover, line, at)

    async def waiting(self, lines: Sequence[Line]) -> int:
        """Returns how many messages are to be handled, now or later."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(messages.waiting, lines)

    async def next_letter(self, line: Line, after: datetime) -> datetime | None:
        """Returns when the next letter falls due, later than ``after``; None if none does."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(leasing.next_due, line, after, self._rhythm)

    async def next_message(self, lines: Sequence[Line], after: datetime) -> datetime | None:
        """Returns when the next message falls due, later than ``after``; None if none does."""
        async with self._reader.begin() as connection:
            times = [await connection.run_sync(messages.next_due, line, after) for line in lines]
        return min((time for time in times if time is not None), default=None)

    async def next_due(self, lines: Sequence[Line], after: datetime) -> datetime | None:
        """Returns when the next letter, message, job or event falls due, later than ``after``; None if nothing does."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(self._next_due, lines, after)

    def _next_due(self, connection: Connection, lines: Sequence[Line], after: datetime) -> datetime | None:
        nouns = (messages.next_due, drafts.next_due, jobs.next_due, looks.next_look)
        times = [noun(connection, line, after) for noun in nouns for line in lines]
        times += [leasing.next_due(connection, line, after, self._rhythm) for line in lines]
        if lines:
            times.append(waves.next_due(connection, self._rhythm, after))
        return min((time for time in times if time is not None), default=None)

    async def next_event(self, lines: Sequence[Line]) -> datetime | None:
        """Returns when the next event is or was due; None when there is none."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(due.next_event, lines, self._rhythm)

    async def make_due(self, lines: Sequence[Line], at: datetime, limit: int = 200) -> int:
        """Puts the events of what is due into the inbox; returns how many things were due."""
        async with self._writing() as connection:
            return await connection.run_sync(due.make_due, lines, self._rhythm, at, limit)

    async def erase(self, before: datetime) -> int:
        """Erases what was written, said and sent in messages that were done before, and a month later finished jobs,
        the files that were never sent, and the web chats of people who are known. Returns how many.
        """
        async with self._writing(far=True) as connection:
            erased = await connection.run_sync(messages.erase, before)
            erased += await connection.run_sync(letters.erase, before)
            erased += await connection.run_sync(web_chats.erase, before)
            erased += await connection.run_sync(files.erase, before, before - messages.KEPT_ASIDE)
            return erased + await connection.run_sync(jobs.erase, before - messages.KEPT_ASIDE)

    async def next_job(self, lines: Sequence[Line]) -> datetime | None:
        """Returns when the next job is or was due; None when none waits."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(jobs.next_job, lines)

    async def start_job(self, lines: Sequence[Line], at: datetime) -> Started | None:
        """Returns the oldest due job, now under way."""
        async with self._writing() as connection:
            return await connection.run_sync(jobs.start, lines, at)

    async def finish_job(self, job: Job, result: JobResult, at: datetime) -> None:
        """Writes down the result of a job under way, and the event of its end."""
        async with self._writing(far=True) as connection:
            await connection.run_sync(jobs.finish, job, result, at)

    async def fail_job(self, job: Job, reason: str, due: datetime | None, at: datetime) -> None:
        """Writes down that a job under way failed, and when it is done again."""
        async with self._writing() as connection:
            await connection.run_sync(jobs.fail, job, reason, due, at)

    async def recover_jobs(self, lines: Sequence[Line], at: datetime) -> int:
        """Lets what was under way when the process died be done again; returns how many there were."""
        async with self._writing() as connection:
            return await connection.run_sync(jobs.recover, lines, at)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Records]:
        """Yields the house as it is at this moment, for work that takes long: it holds up no writer."""
        async with self._far_reader.begin() as connection:
            yield SqlRecords(connection)

    async def look(self, work: Callable[[Connection], _Found]) -> _Found:
        """Returns what ``work`` reads, in a transaction of its own: for the command line, never for a handler."""
        async with self._reader.begin() as connection:
            return await connection.run_sync(work)

    async def change(self, work: Callable[[Connection], _Found]) -> _Found:
        """Returns what ``work`` gives back after it has read and written, all or nothing: for the command line."""
        async with self._writing() as connection:
            return await connection.run_sync(work)

    @asynccontextmanager
    async def _writing(self, *, far: bool = False) -> AsyncIterator[AsyncConnection]:
        """``far``: it takes long, so others are served meanwhile (but nobody else writes)."""
        async with self._turns.short(), (self._far if far else self.engine).begin() as connection:
            yield connection


def _mark(connection: Connection, marks: Sequence[Mark], at: datetime) -> None:
    if not marks:
        return
    letters.mark(connection, marks, at)
    if over := [mark.row for mark in marks if mark.state is not State.PENDING]:
        looks.look_soon(connection, over, at)
