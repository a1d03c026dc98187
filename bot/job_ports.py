"""The protocols that the loop of jobs needs."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages import File
from bot.model.job import Job
from bot.ports.line import Line
from bot.records import Record, Records


@dataclass(frozen=True, slots=True)
class Started:
    """A job that is being done, after so many tries that failed."""

    job: Job
    tries: int = 0


@dataclass(frozen=True, slots=True)
class JobResult:
    """What a worker made: words to the person, a file, and what is written down when the job is done."""

    text: str = ""
    file: File | None = None
    records: tuple[Record, ...] = ()


Work = Callable[[Job], Awaitable[JobResult]]


class Worker(Protocol):
    """Does one kind of job. It is done again where it failed, or where the process died on the way."""

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the result. What is heavy belongs into ``asyncio.to_thread``: the conversations go on meanwhile."""


class JobStore(Protocol):
    """What is written down of jobs. Every method is one transaction, committed when it returns."""

    async def next_job(self, lines: Sequence[Line]) -> datetime | None:
        """When the next job of these lines is or was due; None when none waits."""

    async def start_job(self, lines: Sequence[Line], at: datetime) -> Started | None:
        """Returns the oldest due job of these lines, which is now under way; None when none is due."""

    async def finish_job(self, job: Job, result: JobResult, at: datetime) -> None:
        """Writes down the result of a job under way, and that its person is to be told: the event of its end."""

    async def fail_job(self, job: Job, reason: str, due: datetime | None, at: datetime) -> None:
        """Writes down that a job under way failed: it is done again when ``due``; None: given up, with its event."""

    async def recover_jobs(self, lines: Sequence[Line], at: datetime) -> int:
        """What was under way is to be done again, or given up after too many times; returns how many there were.

        Only while this process does none; only one process may serve a line.
        """
