"""The history of the web page on the store (bot.page_ports.History)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.messages import File
from bot.page_ports import Shown
from bot.store import web_chats
from bot.store.store import SqlStore


class PageHistory:
    """What was said in the chats of the page."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    async def keep(self, shown: Sequence[Shown], files: Mapping[str, File], at: datetime) -> Sequence[Shown]:
        """Adds messages and their files; returns them as they are kept."""
        return await self._store.change(lambda connection: web_chats.keep(connection, shown, files, at))

    async def last(self, chat: str, most: int) -> Sequence[Shown]:
        """Returns the latest messages of a chat, in the order of their places."""
        return await self._store.look(lambda connection: web_chats.last(connection, chat, most))

    async def after(self, seen: Sequence[tuple[str, int]]) -> Sequence[Sequence[Shown]]:
        """Returns for each chat what was kept after an id, in the order in which that happened."""
        return await self._store.look(lambda connection: web_chats.after(connection, seen))

    async def file(self, chat: str, name: str) -> File | None:
        """Returns a file of this chat and of no other."""
        return await self._store.look(lambda connection: web_chats.file(connection, chat, name))

    async def left(self, chats: Collection[str]) -> frozenset[str]:
        """Returns those of the chats whose person has left that browser."""
        return frozenset(await self._store.look(lambda connection: web_chats.left(connection, chats)))

    async def secret(self) -> str:
        """Returns the key of this database with which cookies are signed; the first call makes it."""
        return await self._store.change(web_chats.secret)
