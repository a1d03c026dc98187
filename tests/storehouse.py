"""A store with short words for what the loops do with it, and the fixture that runs a contract on every engine."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.messages import Address, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.letter import Letter
from bot.ports.line import Line
from bot.ports.store import Arrival, Failure, Remedy, Waiting
from bot.ports.update import Update
from bot.records import Records
from bot.store.tables import OUTBOX
from tests.scripted import NAME, Script, said
from tests.stores import Opened
from tests.virtual_clock import START, VirtualClock

LINE: Line = (NAME, "b1")
NOBODY: frozenset[Address] = frozenset()
CHANNEL = Script(VirtualClock())
HALF = "\ud800"  # half a character: no database takes it

Answer = Callable[[Incoming, Talk], Outcome]


def at(seconds: float = 0) -> datetime:
    """Returns a time so long after the start."""
    return START + timedelta(seconds=seconds)


def chat(name: str, bot: str = "b1") -> Address:
    """Returns the address of a chat of the scripted channel."""
    return Address(NAME, bot, name)


def say(name: str, *texts: str, bulk: bool = False) -> Outcome:
    """Returns an outcome that says these texts to a chat."""
    return Outcome(tuple(Reply(chat(name), text, bulk=bulk) for text in texts))


def echo(incoming: Incoming, talk: Talk) -> Outcome:
    """Answers with the same words."""
    return Outcome((Reply(incoming.address, incoming.text),))


class House:
    """A store, with short words for what the loops do with it."""

    def __init__(self, store: Opened) -> None:
        self.store = store
        self.seen: list[tuple[str, Talk]] = []
        self.failures: list[Failure] = []
        self.remedy = Remedy("why", at(60))
        self._key = 0

    async def hear(self, name: str, *texts: str, now: float = 0, kind: Kind = Kind.TEXT) -> int:
        """Receives these texts from a chat."""
        updates = [said(str(self._key + n), name, text, kind) for n, text in enumerate(texts)]
        self._key += len(texts)
        return await self.store.receive([Arrival(update, name) for update in updates], at(now))

    async def handle(
        self, answer: Answer = echo, now: float = 0, limit: int = 32, lines: Sequence[Line] = (LINE,)
    ) -> int:
        """Handles a batch."""

        async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
            self.seen.append((waiting.incoming.text, talk))
            return answer(waiting.incoming, talk)

        def read(update: Update, when: datetime) -> Incoming | None:
            return CHANNEL.read(update.raw, when)

        def amend(failure: Failure) -> Remedy:
            self.failures.append(failure)
            return self.remedy

        return await self.store.handle(lines, read, handle, amend, at(now), limit)

    async def enqueue(self, outcome: Outcome) -> None:
        """Puts the replies of an outcome into the outbox."""
        await self.hear("office", "do it")
        await self.handle(lambda incoming, talk: outcome)
        self.seen.clear()

    async def lease(
        self, now: float = 0, replies: int = 32, bulk: int = 32, busy: frozenset[Address] = NOBODY
    ) -> Sequence[Letter]:
        """Leases letters."""
        return await self.store.lease(LINE, at(now), replies, bulk, busy)

    async def texts(
        self, now: float = 0, replies: int = 32, bulk: int = 32, busy: frozenset[Address] = NOBODY
    ) -> list[str]:
        """Leases letters and returns what they say."""
        return [letter.text for letter in await self.lease(now, replies, bulk, busy)]

    async def states(self) -> dict[str, str]:
        """Returns the state of each letter by its text."""
        return {row["text"]: row["state"] for row in await self.store.rows(OUTBOX)}
