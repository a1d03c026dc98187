"""How many messages a second the loops carry end to end: polled, stored, handled, leased, sent, marked, all at once.

The channel costs nothing but a pause per letter, as a network would. Run: python -m benchmarks.loops [messages] [ms]
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter

from starlette.routing import BaseRoute

from benchmarks.store import CLOCK, LINE, handle, made_up, read
from bot.inbox import Inbox
from bot.messages import Incoming
from bot.model.capabilities import Capabilities
from bot.outbox import Outbox
from bot.ports.channel import Receive
from bot.ports.delivery import Delivery, Sent
from bot.ports.fetched import Fetched, Gone
from bot.ports.letter import Letter
from bot.ports.update import Update
from bot.store.connect import connect
from bot.store.store import SqlStore
from migrations import migrate

CHATS = 500


class Endless:
    """A channel (bot.ports.channel.Channel) that always has a hundred updates more, until its number is reached."""

    name, bot = LINE
    capabilities = Capabilities(text=4096)

    def __init__(self, messages: int, pause: float) -> None:
        self.sent = 0
        self.all_sent = asyncio.Event()
        self._messages = messages
        self._pause = pause

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of a made-up update."""
        return read(Update(*LINE, "", raw), at)

    async def send(self, letter: Letter) -> Delivery:
        """Counts the letter."""
        await asyncio.sleep(self._pause)
        self.sent += 1
        if self.sent == self._messages:
            self.all_sent.set()
        return Sent(str(letter.row))

    async def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields a hundred updates at a time."""
        for first in range(0, self._messages, 100):
            yield [made_up(number, CHATS) for number in range(first, min(first + 100, self._messages))]

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns no doors."""
        return ()

    async def fetch(self, file: str) -> Fetched:
        """Nobody sends anything but words."""
        return Gone()

    async def acknowledge(self, incoming: Incoming) -> None:
        """Nothing to tell."""

    async def open(self) -> None:
        """Nothing to connect to."""

    async def close(self) -> None:
        """Nothing to let go."""


async def run(messages: int, milliseconds: int) -> None:
    """Prints the rate of the whole."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = str(Path(folder) / "bench.sqlite")
        await migrate(path)
        store, channel = SqlStore(connect(path)), Endless(messages, milliseconds / 1000)
        outbox = Outbox(store, channel, CLOCK)
        inbox = Inbox(store, [channel], handle, CLOCK, committed=outbox.wake)
        start = perf_counter()
        tasks = [asyncio.create_task(work) for work in (inbox.collect(channel), inbox.serve(), outbox.serve())]
        await channel.all_sent.wait()
        rate = messages / (perf_counter() - start)
        inbox.stop()
        outbox.stop()
        await asyncio.gather(*tasks)
        await store.close()
    sys.stdout.write(f"{rate:,.0f} messages/s end to end\n")


if __name__ == "__main__":
    asyncio.run(run(*(int(argument) for argument in (*sys.argv[1:], *("6000", "0")[len(sys.argv) - 1 :]))))
