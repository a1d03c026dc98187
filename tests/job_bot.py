"""The loops, and jobs that take a moment: for kill tests.

``python -m tests.job_bot DATABASE``
"""

import asyncio
import sys
from random import Random

from bot.job_ports import JobResult
from bot.messages import Kind, Reply
from bot.model.job import Job, JobKind, job_for
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from tests.loops import serve
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


if __name__ == "__main__":
    asyncio.run(serve(SqlStore(connect(sys.argv[1])), handle, work))
