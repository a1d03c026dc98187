"""The loops with the store, on the real clock, and jobs that take a moment: for kill tests.

``python -m tests.job_bot DATABASE``
"""

import asyncio
import logging
import sys
from random import Random

from bot import logs
from bot.channels.console import Console
from bot.clock import RealClock
from bot.inbox import Inbox
from bot.job_ports import JobResult
from bot.jobs import Jobs
from bot.messages import Kind, Reply
from bot.model.job import Job, JobKind, job_for
from bot.model.talk import Talk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.ports import Letter, Waiting
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from migrations import migrate
from tests.working import TABLE

LONGEST = 0.08  # seconds


async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
    """Wishes a job for a text, and tells its result."""
    incoming = waiting.incoming
    if incoming.kind is not Kind.EVENT:
        return Outcome(jobs=(job_for(incoming, JobKind.EXPORT),))
    finished = await records.job(incoming.token.removeprefix("job:"))
    assert finished is not None
    return Outcome((Reply(finished.job.address, "xong", file=finished.file),))


async def work(job: Job) -> JobResult:
    """Takes a moment, always another."""
    await asyncio.sleep(Random().random() * LONGEST)
    return JobResult("xong", TABLE)


async def show(letter: Letter) -> None:
    """Nobody looks."""


async def serve(database: str) -> None:
    """Serves until it is killed."""
    logs.configure(level=logging.WARNING)
    await migrate(database)
    clock, store, console = RealClock(), SqlStore(connect(database)), Console(show)
    outbox = Outbox(store, console, clock)
    jobs: list[Jobs] = []

    def committed() -> None:
        outbox.wake()
        jobs[0].wake()

    inbox = Inbox(store, [console], handle, clock, committed=committed)
    jobs.append(Jobs(store, [(console.name, console.bot)], work, clock, finished=inbox.wake))
    await asyncio.gather(inbox.serve(), outbox.serve(), jobs[0].serve())


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
