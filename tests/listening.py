"""An inbox for tests."""

import asyncio
from random import Random

from bot.inbox import Inbox
from bot.messages import Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.tables import OUTBOX
from tests.scripted import NAME, Script
from tests.stores import Opened
from tests.virtual_clock import VirtualClock
from tests.waiting import until


class Post:
    """An inbox between a scripted channel and a store, on virtual time. Texts in ``broken`` fail."""

    def __init__(self, store: Opened, bound: int = 5000) -> None:
        self.clock = VirtualClock()
        self.channel = Script(self.clock)
        self.store = store
        self.broken: set[str] = set()
        self.handled: list[str] = []
        self.commits = 0
        self.inbox = Inbox(
            store,
            [self.channel],
            self.handle,
            self.clock,
            committed=self._committed,
            bound=bound,
            dice=Random(1),
        )

    async def handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        """Answers with the same words."""
        self.handled.append(waiting.incoming.text)
        if waiting.incoming.text in self.broken:
            raise ValueError(waiting.incoming.text)
        return Outcome((Reply(waiting.incoming.address, waiting.incoming.text),))

    async def replies(self) -> list[str]:
        """Returns what is in the outbox."""
        return [row["text"] for row in await self.store.rows(OUTBOX)]

    async def work_off(self) -> None:
        """Serves until every message is done, set aside or parked."""
        serving = asyncio.create_task(self.inbox.serve())
        await until(self._idle)
        self.inbox.stop()
        await serving

    async def _idle(self) -> bool:
        return await self.store.waiting([(NAME, "b1")]) == 0

    def _committed(self) -> None:
        self.commits += 1
