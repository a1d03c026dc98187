"""The loops with the store and the handlers that remind, on the real clock: for kill tests.

``python -m tests.reminder_bot DATABASE OFFSET AT DAYS``: the zone's minutes from UTC, when waves are due there
("12:00:01"), and on which days around a last day.
"""

import asyncio
import logging
import sys
from datetime import time, timedelta, timezone
from typing import cast

from bot import logs
from bot.app import OfficeDesk
from bot.channels.console import Console
from bot.clock import RealClock
from bot.inbox import Inbox
from bot.model.broadcast_rules import BroadcastRules
from bot.model.quiet import NEVER
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.pace import Rates
from bot.ports import Letter, Waiting
from bot.records import Records
from bot.router import route
from bot.store.connect import connect
from bot.store.store import SqlStore
from bot.timetable import Timetable
from handlers import HANDLERS
from knowledge.base import Base
from knowledge.form_files import load_forms

_UNPACED = Rates(float("inf"), float("inf"), float("inf"))


async def show(letter: Letter) -> None:
    """Nobody looks."""


async def serve(database: str, rhythm: Rhythm) -> None:
    """Serves until it is killed."""
    logs.configure(level=logging.WARNING)
    clock, store, console, forms = RealClock(), SqlStore(connect(database), rhythm=rhythm), Console(show), load_forms()

    async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        now = clock.now().astimezone(rhythm.zone)
        desk = OfficeDesk(now, cast("Base", None), "Văn phòng Hội", talk, forms, records, str, BroadcastRules(), rhythm)
        return await route(waiting.incoming, desk, HANDLERS)

    outbox = Outbox(store, console, clock, rates=_UNPACED)
    inbox = Inbox(store, [console], handle, clock, committed=outbox.wake)
    timetable = Timetable(store, [(console.name, console.bot)], clock, made=inbox.wake)
    await asyncio.gather(inbox.serve(), outbox.serve(), timetable.serve())


if __name__ == "__main__":
    _, where, offset, due, days = sys.argv
    zone = timezone(timedelta(minutes=int(offset)))
    named = tuple(int(day) for day in days.split(","))
    asyncio.run(serve(where, Rhythm(named, time.fromisoformat(due), NEVER, zone)))
