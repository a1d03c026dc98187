"""The chats of the web page: what was said in them as it was shown, and the files."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from bot.messages import Address, File, FileKind
from bot.page_ports import Shown
from bot.store.house_tables import ACCOUNTS
from bot.store.inserting import insert_new
from bot.store.shown_json import body_of, shown_from
from bot.store.web_tables import WEB_FILES, WEB_KEY, WEB_MESSAGES

CHANNEL = "web"
KEPT = timedelta(days=29)
"""How much longer than others the chats of people who agreed to be known are kept: a month altogether."""


def keep(connection: Connection, shown: Sequence[Shown], files: Mapping[str, File], at: datetime) -> list[int]:
    """Adds messages, repeats absorbed, and returns their places. A file goes with a message that is new."""
    return [_keep(connection, one, files, at) for one in shown]


def last(connection: Connection, chat: str, most: int) -> list[Shown]:
    """Returns the latest messages of a chat, in the order of their places."""
    found = _MESSAGES.where(WEB_MESSAGES.c.chat == chat).order_by(WEB_MESSAGES.c.place.desc()).limit(most)
    return [_shown(row) for row in reversed(connection.execute(found).all())]


def after(connection: Connection, chat: str, seen: int) -> list[Shown]:
    """Returns what was kept after an id, in the order in which that happened."""
    found = _MESSAGES.where(WEB_MESSAGES.c.chat == chat, WEB_MESSAGES.c.id > seen).order_by(WEB_MESSAGES.c.id)
    return [_shown(row) for row in connection.execute(found)]


def file(connection: Connection, chat: str, name: str) -> File | None:
    """Returns a file of this chat."""
    found = select(WEB_FILES).where(WEB_FILES.c.id == name, WEB_FILES.c.chat == chat)
    row = connection.execute(found).first()
    return None if row is None else File(row.name, row.content, FileKind(row.kind))


def secret(connection: Connection) -> str:
    """Returns the key of this database; the first call makes it."""
    made = {"one": 1, "secret": secrets.token_urlsafe(32)}
    connection.execute(insert_new(connection, WEB_KEY, ("one",)), [made])
    return str(connection.execute(select(WEB_KEY.c.secret)).scalar_one())


def erase(connection: Connection, before: datetime) -> int:
    """Erases what was said before in chats of people who have not agreed to be known, and a month later everybody's.

    Returns how much that was.
    """
    known = select(ACCOUNTS.c.chat).where(ACCOUNTS.c.channel == CHANNEL)
    erased = 0
    for table in (WEB_MESSAGES, WEB_FILES):
        old = (table.c.at < before, or_(table.c.at < before - KEPT, table.c.chat.not_in(known)))
        erased += connection.execute(delete(table).where(*old)).rowcount
    return erased


def forget(connection: Connection, address: Address) -> None:
    """Erases a chat."""
    if address.channel == CHANNEL:
        for table in (WEB_MESSAGES, WEB_FILES):
            connection.execute(delete(table).where(table.c.chat == address.chat))


def _keep(connection: Connection, one: Shown, files: Mapping[str, File], at: datetime) -> int:
    there = _place(connection, one.chat, WEB_MESSAGES.c.key == one.key)
    if there is not None:
        return there
    place = _place(connection, one.chat, WEB_MESSAGES.c.place == one.place) if one.place else None
    if place is not None:
        same = (WEB_MESSAGES.c.chat == one.chat, WEB_MESSAGES.c.place == place)
        connection.execute(delete(WEB_MESSAGES).where(*same))
    row = {"chat": one.chat, "key": one.key, "place": place or 0, "mine": one.mine, "body": body_of(one), "at": at}
    added = connection.execute(insert(WEB_MESSAGES).returning(WEB_MESSAGES.c.id), row).scalar_one()
    if place is None:
        place = added
        connection.execute(update(WEB_MESSAGES).where(WEB_MESSAGES.c.id == added).values(place=added))
    if one.file is not None and one.file.id in files:
        _lay(connection, one.chat, one.file.id, files[one.file.id], at)
    return place


def _lay(connection: Connection, chat: str, name: str, content: File, at: datetime) -> None:
    row = {"id": name, "chat": chat, "name": content.name, "kind": content.kind.value, "content": content.content}
    connection.execute(insert_new(connection, WEB_FILES, ("id",)), [{**row, "at": at}])


def _place(connection: Connection, chat: str, which: ColumnElement[bool]) -> int | None:
    return connection.execute(select(WEB_MESSAGES.c.place).where(WEB_MESSAGES.c.chat == chat, which)).scalar()


def _shown(row: Row[Any]) -> Shown:
    return shown_from(row.id, row.chat, row.key, row.place, row.mine, row.body)


_MESSAGES = select(*(WEB_MESSAGES.c[name] for name in ("id", "chat", "key", "place", "mine", "body")))
