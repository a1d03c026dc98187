"""The loops with the store and the console, on the real clock: for the processes that are killed."""

import asyncio
import logging

from bot import logs
from bot.channels.console import Console
from bot.clock import RealClock
from bot.inbox import Inbox
from bot.job_ports import JobResult, Work
from bot.jobs import Jobs
from bot.model.job import Job
from bot.outbox import Outbox
from bot.pace import Rates
from bot.ports.letter import Letter
from bot.ports.store import Handle
from bot.store.store import SqlStore
from bot.timetable import Timetable

_UNPACED = Rates(float("inf"), float("inf"), float("inf"))


async def _show(letter: Letter) -> None:
    """Nobody looks."""


async def _nothing(job: Job) -> JobResult:
    raise AssertionError(job)


async def serve(store: SqlStore, handle: Handle, work: Work = _nothing) -> None:
    """Serves until it is killed."""
    logs.configure(level=logging.WARNING)
    clock, console = RealClock(), Console(_show)
    line = (console.name, console.bot)

    def committed() -> None:
        for one in (outbox, timetable, jobs):
            one.wake()

    inbox = Inbox(store, [console], handle, clock, committed=committed)
    outbox = Outbox(store, console, clock, rates=_UNPACED)
    timetable = Timetable(store, [line], clock, made=inbox.wake)
    jobs = Jobs(store, [line], work, clock, finished=inbox.wake)
    await asyncio.gather(inbox.serve(), outbox.serve(), timetable.serve(), jobs.serve())
