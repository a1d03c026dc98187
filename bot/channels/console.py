"""The console: people at a terminal, programs that speak JSON lines, and stories. No network and no rates."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from starlette.routing import BaseRoute

from bot.errors import UnreadableUpdateError
from bot.messages import Address, File, Incoming, Kind
from bot.model.capabilities import Capabilities
from bot.ports.channel import Receive
from bot.ports.delivery import Delivery, Sent
from bot.ports.fetched import LARGEST_FETCHED, Fetched, Gone, TooLarge
from bot.ports.letter import Letter
from bot.ports.update import Update

NAME = "console"
SHARED = "web"
"""Under this name it stands for browsers, which several people may use."""

Show = Callable[[Letter], Awaitable[None]]


class Console:
    """A channel whose people type into this process. ``show`` is called with every letter that is delivered."""

    capabilities = Capabilities(text=1 << 20, edit=True, files=True, fetch=True)

    def __init__(self, show: Show, quota: int | None = None, name: str = NAME) -> None:
        """``quota``: messages a month, for trials of what a platform with one is like. ``name``: under which the
        channel stands, where a story has people on several.
        """
        self.name = self.bot = name
        self.capabilities = replace(self.capabilities, quota=quota, shared=name == SHARED)
        self._show = show
        self._typed: asyncio.Queue[Update] = asyncio.Queue()

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update made by ``event``. Raises UnreadableUpdateError."""
        try:
            said = json.loads(raw)
            return Incoming(
                address=Address(self.name, self.bot, said.get("group") or said["from"]),
                kind=Kind(said["kind"]),
                key=said["key"],
                at=at,
                text=said.get("text", "").replace("\0", ""),
                token=said.get("token", ""),
                message_id=said.get("message", ""),
                file=said.get("file", ""),
                file_name=Path(said.get("file", "")).name,
                name=said["from"],
                group=bool(said.get("group")),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableUpdateError(why=repr(error)) from error

    async def send(self, letter: Letter) -> Delivery:
        """Shows a letter. Its message is named after the row that it was first."""
        await self._show(letter)
        return Sent(letter.edits or str(letter.row))

    async def fetch(self, file: str) -> Fetched:
        """Returns the file that lies at this path."""
        return await asyncio.to_thread(_lying, Path(file))

    async def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields what was typed, for ever."""
        while True:
            yield [await self._typed.get()]

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns no doors: people type into this process."""
        return ()

    def put(self, update: Update) -> None:
        """Hands in what somebody typed: ``poll`` yields it next."""
        self._typed.put_nowait(update)

    async def acknowledge(self, incoming: Incoming) -> None:
        """Nothing to tell: the person sees the answer at once."""

    async def open(self) -> None:
        """Nothing to connect to."""

    async def close(self) -> None:
        """Nothing to let go."""


def _lying(path: Path) -> Fetched:
    try:
        if path.stat().st_size > LARGEST_FETCHED:
            return TooLarge()
        return File(path.name, path.read_bytes())
    except OSError:
        return Gone()


def address(person: str) -> Address:
    """Returns where a person of the console is reached."""
    return Address(NAME, NAME, person)


def event(
    person: str,
    kind: Kind,
    text: str = "",
    *,
    token: str = "",
    key: str = "",
    message: str = "",
    file: str = "",
    group: str = "",
    channel: str = NAME,
) -> Update:
    """Returns what a person did as an update. Without a ``key`` it is a new one; a repeat has the same key.

    ``message`` is the message that an edit replaces; any other event is a message of its own, named by its key.
    ``group`` is the chat where several people are, "" in private.
    """
    key = key or uuid4().hex
    said = {"from": person, "kind": kind.value, "key": key, "text": text, "token": token}
    said |= {"message": message or key, "file": file, "group": group}
    return Update(channel, channel, key, _storable(json.dumps(said, ensure_ascii=False)))


def _storable(text: str) -> str:
    """Half an emoji is no text, and no database takes it."""
    return text.encode(errors="replace").decode()
