"""The chats of the web page: what was said in them as it was shown, and the files."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, func, or_, select

from bot.messages import Address, File, FileKind
from bot.page_ports import Laid, Shown
from bot.store.house_tables import ACCOUNTS
from bot.store.inserting import insert_new
from bot.store.shown_json import body_of, shown_from
from bot.store.tables import CHATS
from bot.store.web_tables import WEB_FILES, WEB_KEY, WEB_MESSAGES

CHANNEL = "web"
KEPT = timedelta(days=29)
"""How much longer than others the chats of people who agreed to be known are kept: a month altogether."""


def keep(connection: Connection, shown: Sequence[Shown], files: Mapping[str, File], at: datetime) -> list[Shown]:
    """Adds messages, repeats absorbed, and returns them as they are kept. A file goes with a message that is new."""
    anew = {(one.chat, one.key): _taken(connection, one) for one in shown if one.place}
    fresh = _Stood(None)
    rows = [
        {
            "chat": one.chat,
            "key": one.key,
            "place": (stood := anew.get((one.chat, one.key), fresh)).place,
            "mine": one.mine,
            "body": body_of(replace(one, file=(file := one.file or stood.file))),
            "file": file.id if file else None,
            "at": at,
        }
        for one in shown
    ]
    connection.execute(insert_new(connection, WEB_MESSAGES, ("chat", "key")), rows)
    keys, chats = {one.key for one in shown}, {one.chat for one in shown}
    found = connection.execute(_MESSAGES.where(WEB_MESSAGES.c.chat.in_(chats), WEB_MESSAGES.c.key.in_(keys)))
    kept = {(one.chat, one.key): one for one in map(_shown, found)}
    _lay(connection, [one for one in kept.values() if one.file], files)
    return [kept[one.chat, one.key] for one in shown]


def last(connection: Connection, chat: str, most: int) -> list[Shown]:
    """Returns the latest messages of a chat, in the order of their places."""
    found = _MESSAGES.where(WEB_MESSAGES.c.chat == chat).order_by(WEB_MESSAGES.c.id.desc()).limit(most)
    return sorted(map(_shown, connection.execute(found)), key=lambda one: one.place)


def after(connection: Connection, seen: Sequence[tuple[str, int]]) -> list[list[Shown]]:
    """Returns for each chat what was kept after an id, in the order in which that happened: one question for all."""
    new = [and_(WEB_MESSAGES.c.chat == chat, WEB_MESSAGES.c.id > last) for chat, last in seen]
    found = [_shown(row) for row in connection.execute(_MESSAGES.where(or_(*new)).order_by(WEB_MESSAGES.c.id))]
    return [[one for one in found if one.chat == chat and one.id > last] for chat, last in seen]


def file(connection: Connection, chat: str, name: str) -> File | None:
    """Returns a file that a message of this chat has."""
    had = exists().where(WEB_MESSAGES.c.file == WEB_FILES.c.id, WEB_MESSAGES.c.chat == chat)
    found = select(WEB_FILES).where(WEB_FILES.c.id == name, had)
    row = connection.execute(found).first()
    return None if row is None else File(row.name, row.content, FileKind(row.kind))


def left(connection: Connection, chats: Collection[str]) -> set[str]:
    """Returns those whose person has left that browser: on the page nothing else makes a chat unreachable."""
    found = select(CHATS.c.chat).where(CHATS.c.channel == CHANNEL, CHATS.c.chat.in_(chats), ~CHATS.c.reachable)
    return set(connection.scalars(found))


def secret(connection: Connection) -> str:
    """Returns the key of this database; the first call makes it."""
    made = {"one": 1, "secret": secrets.token_urlsafe(32)}
    connection.execute(insert_new(connection, WEB_KEY, ("one",)), [made])
    return str(connection.execute(select(WEB_KEY.c.secret)).scalar_one())


def erase(connection: Connection, before: datetime) -> int:
    """Erases what was said before in chats of people who have not agreed to be known, and a month later everybody's.

    A file goes with the last message that has it. Returns how much that was.
    """
    known = select(ACCOUNTS.c.chat).where(ACCOUNTS.c.channel == CHANNEL)
    at, chat = WEB_MESSAGES.c.at, WEB_MESSAGES.c.chat
    old = delete(WEB_MESSAGES).where(at < before, or_(at < before - KEPT, chat.not_in(known)))
    return connection.execute(old).rowcount + connection.execute(_LOOSE_FILES).rowcount


def forget(connection: Connection, address: Address) -> None:
    """Erases a chat."""
    if address.channel == CHANNEL:
        connection.execute(delete(WEB_MESSAGES).where(WEB_MESSAGES.c.chat == address.chat))
        connection.execute(_LOOSE_FILES)


@dataclass(frozen=True, slots=True)
class _Stood:
    """What a message that is written anew has of the one before: its place, and its picture."""

    place: int | None
    file: Laid | None = None


def _taken(connection: Connection, one: Shown) -> _Stood:
    """Returns what stays of the message that this one is written over; no place where it is no more. It goes.

    Words are written anew, a picture is not.
    """
    known = select(WEB_MESSAGES.c.place).where(WEB_MESSAGES.c.chat == one.chat, WEB_MESSAGES.c.key == one.key)
    if (there := connection.execute(known).first()) is not None:
        return _Stood(there.place)
    place = func.coalesce(WEB_MESSAGES.c.place, WEB_MESSAGES.c.id)
    stands = (WEB_MESSAGES.c.chat == one.chat, place == one.place)
    old = connection.execute(_MESSAGES.where(*stands)).first()
    if old is None:
        return _Stood(None)
    connection.execute(delete(WEB_MESSAGES).where(*stands))
    return _Stood(one.place, _shown(old).file)


def _lay(connection: Connection, many: Sequence[Shown], files: Mapping[str, File]) -> None:
    """Keeps the files of messages, each once. A picture that was sent before has another id: nothing of it is here."""
    new = {one.file.id for one in many if one.file is not None and one.file.id in files}
    new -= set(connection.scalars(select(WEB_FILES.c.id).where(WEB_FILES.c.id.in_(new))))
    laid = [(name, files[name]) for name in sorted(new)]
    rows = [{"id": name, "name": one.name, "kind": one.kind.value, "content": one.content} for name, one in laid]
    if rows:
        connection.execute(insert_new(connection, WEB_FILES, ("id",)), rows)


def _shown(row: Row[Any]) -> Shown:
    place = row.id if row.place is None else row.place
    return shown_from(row.id, row.chat, row.key, place, row.body, mine=row.mine)


_MESSAGES = select(*(WEB_MESSAGES.c[name] for name in ("id", "chat", "key", "place", "mine", "body")))
_LOOSE_FILES = delete(WEB_FILES).where(~exists().where(WEB_MESSAGES.c.file == WEB_FILES.c.id))
