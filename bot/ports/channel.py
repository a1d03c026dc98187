"""A platform, as the loops see it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol

from starlette.routing import BaseRoute

from bot.messages import Incoming
from bot.model.capabilities import Capabilities
from bot.ports.delivery import Delivery
from bot.ports.fetched import Fetched
from bot.ports.letter import Letter
from bot.ports.update import Update

Receive = Callable[[Update], Awaitable[object]]


class Channel(Protocol):
    """A platform: reads updates into words, writes letters into payloads and sends them.

    ``poll`` yields lists of updates; the next list is asked for (and so the last acknowledged) only after the consumer
    comes back for it, that is, after it has committed them to the inbox.
    """

    name: str
    bot: str
    capabilities: Capabilities

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError."""

    async def send(self, letter: Letter) -> Delivery:
        """Sends one letter and returns what became of it. Never raises for the network's faults."""

    async def fetch(self, file: str) -> Fetched:
        """Returns what a person sent: ``file`` is Incoming.file. Never raises for the network's faults.

        Only asked where ``capabilities.fetch``.
        """

    def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields the updates as they come, for ever. Not asked where ``routes`` are served."""

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns the doors by which the platform or the people come to us; () where we ask the platform.

        ``receive`` returns after the update is committed.
        """

    async def acknowledge(self, incoming: Incoming) -> None:
        """Best effort: tells the platform that a press was seen, or that the bot is typing."""

    async def open(self) -> None:
        """Connects; raises WrongTokenError when the platform refuses the token."""

    async def close(self) -> None:
        """Lets the connections go."""
