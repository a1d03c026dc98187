"""The web page as a channel: what the loops see (bot.ports.channel.Channel)."""

import re
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount

from bot.channels.web.assets import assets, shell
from bot.channels.web.doors import ReadingDoors
from bot.channels.web.headers import SafeHeaders
from bot.channels.web.reading import NAME, read
from bot.channels.web.rendering import Shell
from bot.channels.web.saying import SayingDoors
from bot.channels.web.streams import Streams
from bot.channels.web.talk import Talk
from bot.channels.web.turnstile import Turnstile
from bot.channels.web.visitors import Visitors
from bot.messages import Incoming
from bot.model.capabilities import Capabilities
from bot.page_ports import Cast, History
from bot.ports.channel import Receive
from bot.ports.clock import Clock
from bot.ports.delivery import Delivery, Sent
from bot.ports.fetched import Fetched, Gone
from bot.ports.letter import Letter
from bot.ports.update import Update

TEXT = 1 << 16


class Web:
    """A page on which people talk. A letter is delivered when it stands in the chat: the person sees it there."""

    name = NAME
    bot = NAME
    capabilities = Capabilities(text=TEXT, edit=True, looks=True, files=True, fetch=True, shared=True)

    def __init__(
        self,
        history: History,
        clock: Clock,
        *,
        keys: Sequence[str] = (),
        url: str = "",
        cast: Cast | None = None,
    ) -> None:
        """``keys`` sign the cookies, the newest first; without them the history's own does.

        ``url`` is the public address. With a ``cast`` it is a demo: a corner switch lets a visitor be anybody.
        """
        self._history = history
        self._clock = clock
        self._keys = tuple(keys)
        self._secure = url.startswith("https://")
        self._cast = cast
        self._talk = Talk(history, clock, Streams())

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update. Raises UnreadableUpdateError."""
        return read(raw, at)

    async def send(self, letter: Letter) -> Delivery:
        """Puts a letter into its chat, once, and wakes the pages that show it."""
        return Sent(await self._talk.answer(letter))

    async def fetch(self, file: str) -> Fetched:
        """Returns a picture that a visitor sent; the name holds the chat, so that no other's can be asked for."""
        chat, _, name = file.partition("/")
        return await self._talk.file(chat, name) or Gone()

    async def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields nothing: visitors come by the doors."""
        return
        yield

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns the page's doors. They answer whatever no route before them does."""
        demo = self._cast is not None
        turnstile, files = Turnstile(self._clock), assets()
        visitors = Visitors(self._keys, demo=demo, secure=self._secure)
        reading = ReadingDoors(self._talk, visitors, turnstile, Shell(shell(), files, demo=demo), files, self._cast)
        saying = SayingDoors(self._talk, visitors, turnstile, receive)
        doors = Mount("/", routes=[*reading.routes(), *saying.routes()], middleware=[Middleware(SafeHeaders)])
        doors.path_regex = re.compile("^/(?P<path>.*)$", re.DOTALL)  # also where somebody writes a line's end into it
        return [doors]

    async def acknowledge(self, incoming: Incoming) -> None:
        """Nothing to tell: the page shows by itself that an answer is on its way."""

    async def open(self) -> None:
        """Gets the key of the cookies, so that visitors stay who they are after a restart."""
        self._keys = self._keys or (await self._history.secret(),)

    async def close(self) -> None:
        """Nothing to let go."""
