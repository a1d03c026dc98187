"""The files that were leased last, at hand: a broadcast's is read once, and not with every few of its letters."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from bot.messages import File
from bot.store import files

ROOM = 48 << 20
"""Bytes: two of the largest that are fetched, and what is smaller."""


class Shelf:
    """What is in a file never changes under its id, so it may be remembered."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: dict[str, File] = {}

    def read(self, connection: Connection, names: Collection[str]) -> Mapping[str, File]:
        """Returns the files with these ids, by id; only those that are not at hand are read."""
        if not names:
            return {}
        new = [name for name in names if name not in self._kept]
        found = {name: self._kept.pop(name) for name in names if name in self._kept}
        found |= files.read(connection, new) if new else {}
        self._kept |= found  # what was asked for last goes last
        taken = sum(len(file.content) for file in self._kept.values())
        while taken > self._room:
            taken -= len(self._kept.pop(next(iter(self._kept))).content)
        return found
