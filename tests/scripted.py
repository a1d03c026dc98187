"""A channel without a network: what it delivers and what becomes of letters is written in the test."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from starlette.routing import BaseRoute

from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind
from bot.model.capabilities import Capabilities
from bot.ports.channel import Receive
from bot.ports.clock import Clock
from bot.ports.delivery import Delivery, Sent
from bot.ports.fetched import Fetched, Gone
from bot.ports.letter import Letter
from bot.ports.update import Update

NAME = "scripted"


class Script:
    """A channel (bot.ports.channel.Channel) whose updates are ``polls`` and whose deliveries are ``fates``."""

    def __init__(self, clock: Clock, bot: str = "b1") -> None:
        self.name, self.bot = NAME, bot
        self.capabilities = Capabilities(text=4096)
        self.polls: list[Sequence[Update] | Exception] = []
        self.polled = 0
        self.endless = False
        self.fates: dict[str, list[Delivery | Exception]] = defaultdict(list)
        self.sent: list[tuple[datetime, Letter]] = []
        self.files: dict[str, list[Fetched]] = defaultdict(list)
        self.signed: list[Incoming] = []
        self.most_at_once = 0
        self.gate: asyncio.Event | None = None
        self._clock = clock
        self._under_way = 0

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Reads what ``said`` wrote; "?" is unreadable, "-" means nothing, "!" is a fault of the reader."""
        update = json.loads(raw)
        match update["text"]:
            case "?":
                raise UnreadableUpdateError(why="it has no shape")
            case "!":
                raise KeyError("đồng chí Ba nói nhỏ")
            case "-":
                return None
        return Incoming(
            Address(self.name, self.bot, update["chat"]),
            Kind(update["kind"]),
            update["key"],
            at,
            update["text"],
            group=update["chat"].startswith("-"),
        )

    async def send(self, letter: Letter) -> Delivery:
        """Notes the letter and returns the next fate of its text, or that it was sent."""
        self.sent.append((self._clock.now(), letter))
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            await (self.gate.wait() if self.gate else asyncio.sleep(0))
        finally:
            self._under_way -= 1
        fate = self.fates[letter.text].pop(0) if self.fates[letter.text] else Sent(f"m{letter.row}")
        if isinstance(fate, Exception):
            raise fate
        return fate

    async def fetch(self, file: str) -> Fetched:
        """Returns what is scripted for this file, one after the other."""
        return self.files[file].pop(0) if self.files[file] else Gone()

    async def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields the scripted polls, raising those that are errors, and ends there (or waits, if ``endless``)."""
        while self.polls:
            self.polled += 1
            updates = self.polls.pop(0)
            if isinstance(updates, Exception):
                raise updates
            yield updates
        if self.endless:
            await asyncio.Event().wait()

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns no doors."""
        return ()

    async def acknowledge(self, incoming: Incoming) -> None:
        """Notes the sign."""
        self.signed.append(incoming)

    async def open(self) -> None:
        """Nothing to connect to."""

    async def close(self) -> None:
        """Nothing to let go."""

    @property
    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [letter.text for _, letter in self.sent]


def said(key: str, chat: str, text: str, kind: Kind = Kind.TEXT, bot: str = "b1") -> Update:
    """Returns the update of somebody who said this."""
    raw = json.dumps({"key": key, "chat": chat, "text": text, "kind": kind.value}, ensure_ascii=False)
    return Update(NAME, bot, key, raw)
