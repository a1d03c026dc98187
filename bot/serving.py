"""All loops of the program side by side: they listen, speak, look at the clock, do jobs, tidy up; and end together."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.cause import cause
from bot.inbox import Inbox
from bot.jobs import Jobs
from bot.outbox import Outbox
from bot.ports.clock import Clock
from bot.ports.store import Store
from bot.timetable import Timetable

_KEPT = timedelta(hours=24)  # payloads of what is done (DESIGN 5)
_EVERY = 3600.0  # seconds

log = structlog.get_logger(__name__)


async def serve(
    inbox: Inbox,
    outboxes: Sequence[Outbox],
    ears: Sequence[Coroutine[Any, Any, None]],
    timetable: Timetable,
    jobs: Jobs,
    tidying: Coroutine[Any, Any, None],
    stop: asyncio.Event,
) -> None:
    """Runs the loops until ``stop``, or until a fault ends one; that fault is raised when the others have finished.

    First nothing more is listened to, then what is under way is sent and written down.
    """
    listening = [asyncio.create_task(work) for work in (inbox.serve(), timetable.serve(), jobs.serve(), tidying, *ears)]
    speaking = [asyncio.create_task(outbox.serve()) for outbox in outboxes]
    told = asyncio.create_task(stop.wait())
    await asyncio.wait((*listening, *speaking, told), return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    await told
    timetable.stop()
    jobs.stop()
    inbox.stop()
    heard = await asyncio.gather(*listening, return_exceptions=True)
    for outbox in outboxes:
        outbox.stop()
    said = await asyncio.gather(*speaking, return_exceptions=True)
    for fault in (*heard, *said):
        if isinstance(fault, BaseException):
            raise fault


async def tidy(store: Store, clock: Clock, stop: asyncio.Event) -> None:
    """Erases once an hour what must not be kept, until ``stop``. A fault is logged, and the next hour tries again."""
    told = asyncio.create_task(stop.wait())
    while not stop.is_set():
        try:
            erased = await store.erase(clock.now() - _KEPT)
        except Exception as error:
            log.error("not_tidied", why=cause(error))
        else:
            if erased:
                log.info("tidied", erased=erased)
        hour = asyncio.create_task(clock.sleep(_EVERY))
        await asyncio.wait((hour, told), return_when=asyncio.FIRST_COMPLETED)
        hour.cancel()
