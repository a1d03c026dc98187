"""What the web page needs of the house: the chat as it was shown, and a key that outlives a restart."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages import Address, Choice, File, FileKind, Span


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that goes with a message: the name under which it is kept, and how the person sees it."""

    id: str
    name: str
    kind: FileKind = FileKind.DOCUMENT


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands in a chat. ``mine``: the visitor said it.

    ``key`` is unique in its chat: what is kept twice is there once. ``id`` grows with everything that is kept, so that
    a page knows what it has seen; ``place`` is where the message stands, and stays when it is written anew. Both are
    given by the history, except ``place`` of a message that is to be written anew.
    """

    chat: str
    key: str
    mine: bool
    text: str
    choices: tuple[Choice, ...] = ()
    spans: tuple[Span, ...] = ()
    file: Laid | None = None
    id: int = 0
    place: int = 0


class History(Protocol):
    """What was said in the chats of the page. Every method is one transaction."""

    async def keep(self, shown: Sequence[Shown], files: Mapping[str, File], at: datetime) -> Sequence[Shown]:
        """Adds messages in this order and their files by id; returns them as they are kept, with id and place.

        One whose key is there already stays as it was. One with a ``place`` takes the place of the message there,
        and has its file where it brings none.
        """

    async def last(self, chat: str, most: int) -> Sequence[Shown]:
        """Returns the latest messages of a chat, in the order of their places."""

    async def after(self, seen: Sequence[tuple[str, int]]) -> Sequence[Sequence[Shown]]:
        """Returns for each chat what was kept after an id, in the order in which that happened."""

    async def file(self, chat: str, name: str) -> File | None:
        """Returns a file of this chat and of no other."""

    async def left(self, chats: Collection[str]) -> frozenset[str]:
        """Returns those of the chats whose person has left that browser: nobody is to open them any more."""

    async def secret(self) -> str:
        """Returns the key of this database with which cookies are signed; the first call makes it."""


class Cast(Protocol):
    """Lets a visitor of the demo be everybody."""

    async def enter(self, chats: Mapping[str, Address]) -> None:
        """Sees to it that these chats of one visitor, by role, have their roles. Once done it does nothing more."""
