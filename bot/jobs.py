"""The loop that does what takes long: outside every write transaction, one job after the other (DESIGN 2)."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random

import structlog

from bot.cause import cause
from bot.job_ports import JobStore, Started, Work
from bot.ports.clock import Clock
from bot.ports.line import Line
from bot.rounds import Rounds

PAUSES = (5, 60)  # seconds before the second and the third try: the person waits
LONGEST = 600.0  # real seconds that one job may take: behind one that hangs all others would wait

log = structlog.get_logger(__name__)


class Jobs:
    """Does the jobs of these lines. Killed at any moment it loses none, and none is told twice."""

    def __init__(
        self,
        store: JobStore,
        lines: Sequence[Line],
        work: Work,
        clock: Clock,
        *,
        finished: Callable[[], None] = lambda: None,
        dice: Random | None = None,
        patience: timedelta = timedelta(0),
        grace: float = 5.0,
    ) -> None:
        """``finished`` wakes who handles events. ``patience``: so long after a look nothing is looked for again.

        ``grace``: how many (real) seconds the job under way may take after ``stop``.
        """
        self._store = store
        self._lines = lines
        self._work = work
        self._clock = clock
        self._finished = finished
        self._grace = grace
        self._rounds = Rounds("jobs", clock, dice, patience)
        self._recovered = False

    def wake(self) -> None:
        """Says that something was committed: there may be a new job."""
        self._rounds.wake()

    def stop(self) -> None:
        """Lets ``serve`` finish. What is not finished then is done at the next start."""
        self._rounds.stop()

    async def turn(self) -> int:
        """Does the oldest job that is due; returns how many that were: 0 when none is due."""
        now = self._clock.now()
        if not self._recovered:
            await self._store.recover_jobs(self._lines, now)
            self._recovered = True
        due = await self._store.next_job(self._lines)
        started = await self._store.start_job(self._lines, now) if due is not None and due <= now else None
        if started is None:
            return 0
        try:
            await self._do(started)
        except BaseException:
            self._recovered = False  # nothing was written down: it is still under way in the table, and is not here
            raise
        self._finished()
        return 1

    async def serve(self) -> None:
        """Does jobs as they come, until ``stop``. A fault of the store is logged and outlived."""
        await self._rounds.go(self._turn_until_stop, lambda: self._store.next_job(self._lines))

    async def _turn_until_stop(self) -> int:
        turn = asyncio.create_task(self.turn())
        stopped = asyncio.create_task(self._rounds.stopped.wait())
        try:
            await asyncio.wait((turn, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not turn.done():
                await asyncio.wait((turn,), timeout=self._grace)
            return turn.result() if turn.done() else 1
        finally:
            for task in (turn, stopped):
                task.cancel()
            await asyncio.gather(turn, stopped, return_exceptions=True)

    async def _do(self, started: Started) -> None:
        job = started.job
        try:
            async with asyncio.timeout(LONGEST):
                result = await self._work(job)
            await self._store.finish_job(job, result, self._clock.now())
        except Exception as error:
            await self._fail(started, cause(error), self._clock.now())

    async def _fail(self, started: Started, why: str, now: datetime) -> None:
        job, tries = started.job, started.tries
        due = now + timedelta(seconds=PAUSES[tries]) if tries < len(PAUSES) else None
        log.error("job_given_up" if due is None else "job_failed", job=job.id, kind=job.kind.value, why=why)
        await self._store.fail_job(job, why, due, now)
