"""The loops with the store, on the real clock, and a handler that says which draft is silent: for kill tests.

``python -m tests.nudge_bot DATABASE``
"""

import asyncio
import logging
import sys

from bot import logs
from bot.channels.console import Console
from bot.clock import RealClock
from bot.inbox import Inbox
from bot.messages import Reply
from bot.model.talk import Talk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.ports import Letter, Waiting
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from bot.timetable import Timetable
from migrations import migrate


async def remind(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
    """Says the event."""
    return Outcome((Reply(waiting.incoming.address, waiting.incoming.token),))


async def show(letter: Letter) -> None:
    """Nobody looks."""


async def serve(database: str) -> None:
    """Serves until it is killed."""
    logs.configure(level=logging.WARNING)
    await migrate(database)
    clock, store, console = RealClock(), SqlStore(connect(database)), Console(show)
    outbox = Outbox(store, console, clock)
    inbox = Inbox(store, [console], remind, clock, committed=outbox.wake)
    timetable = Timetable(store, [(console.name, console.bot)], clock, made=inbox.wake)
    await asyncio.gather(inbox.serve(), outbox.serve(), timetable.serve())


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
