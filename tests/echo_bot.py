"""The loops with Telegram and the store, and a handler that says the same: for kill tests and benchmarks.

``python -m tests.echo_bot URL TOKEN DATABASE``
"""

import asyncio
import logging
import sys

from bot import logs
from bot.channels.telegram import Telegram
from bot.clock import RealClock
from bot.inbox import Inbox
from bot.messages import Reply
from bot.model.talk import Talk
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from migrations import migrate

STALL = 2.0  # seconds until a send is unclear


async def echo(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
    """Says the same, and remembers that it did."""
    incoming = waiting.incoming
    said = Talk(last=incoming.text)
    return Outcome((Reply(incoming.address, incoming.text),), talk=said)


async def serve(url: str, token: str, database: str) -> None:
    """Serves until it is killed."""
    logs.configure(secrets=[token], level=logging.WARNING)
    await migrate(database)
    clock = RealClock()
    store = SqlStore(connect(database))
    telegram = Telegram(token, clock, base_url=url, read=STALL)
    outbox = Outbox(store, telegram, clock)
    inbox = Inbox(store, [telegram], echo, clock, committed=outbox.wake)
    await telegram.open()
    await asyncio.gather(inbox.collect(telegram), inbox.serve(), outbox.serve())


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
