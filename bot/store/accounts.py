"""The chats of people, and the codes by which one more becomes theirs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, select, update

from bot.messages import Address
from bot.model.account import Account
from bot.model.link import Link
from bot.records import Unlinked
from bot.store import chats, letters, subscriptions, web_chats
from bot.store.house_tables import ACCOUNTS, LINKS, PEOPLE
from bot.store.inserting import upsert
from bot.store.lines import in_chat, same_chat
from bot.store.tables import CHATS

_CHAT = ("channel", "bot", "chat")
_ACCOUNT = [ACCOUNTS.c[name] for name in ("person", *_CHAT, "since")]
_IN_ORDER = (ACCOUNTS.c.since.asc().nulls_first(), *(ACCOUNTS.c[name] for name in _CHAT))


def of(connection: Connection, person: str) -> list[Account]:
    """Returns all chats of a person, the first one first."""
    found = select(*_ACCOUNT).where(ACCOUNTS.c.person == person)
    return [_account(row) for row in connection.execute(found.order_by(*_IN_ORDER))]


def everything(connection: Connection) -> list[Account]:
    """Returns all chats of all people, person by person."""
    return [_account(row) for row in connection.execute(select(*_ACCOUNT).order_by(ACCOUNTS.c.person, *_IN_ORDER))]


def add(connection: Connection, many: Sequence[Account]) -> None:
    """Writes down chats that are a person's from now on. Who wants no broadcasts wants them in none of their chats."""
    rows = [
        {
            "channel": one.address.channel,
            "bot": one.address.bot,
            "chat": one.address.chat,
            "person": one.person,
            "since": one.since,
        }
        for one in many
    ]
    connection.execute(upsert(connection, ACCOUNTS, _CHAT, ("person", "since")), rows)
    for person in {one.person for one in many}:
        subscriptions.share(connection, [one.address for one in of(connection, person)])


def remove(connection: Connection, many: Sequence[Unlinked], at: datetime) -> None:
    """Lets chats be nobody's, as far as they are still this person's. What was talked about there is forgotten.

    What the association had still to say there goes to where the person is written to now.
    """
    for one in many:
        mine = (ACCOUNTS.c.person == one.person, in_chat(ACCOUNTS, one.address))
        if connection.execute(delete(ACCOUNTS).where(*mine)).rowcount:
            found = select(*(PEOPLE.c[name] for name in _CHAT)).where(PEOPLE.c.id == one.person)
            row = connection.execute(found).first()
            if row is not None and (stays := Address(*row)) != one.address:
                letters.redirect(connection, one.address, stays, at)
            letters.withdraw(connection, one.address, at)
            web_chats.forget(connection, one.address)
            chats.forget(connection, one.address)


def link(connection: Connection, hash_of_code: str) -> Link | None:
    """Returns the link whose code has this hash; the newest, should two people ever have had the same code."""
    found = select(LINKS).where(LINKS.c.hash == hash_of_code).order_by(LINKS.c.made.desc())
    row = connection.execute(found).first()
    if row is None:
        return None
    asker = Address(row.channel, row.bot, row.chat) if row.channel else None
    return Link(row.hash, row.person, row.made, row.used, asker)


def write_links(connection: Connection, links: Sequence[Link]) -> None:
    """Writes down links: a new one takes the place of the person's earlier one."""
    rows = [
        {
            "person": one.person,
            "hash": one.hash,
            "made": one.made,
            "used": one.used,
            "channel": one.asker.channel if one.asker else "",
            "bot": one.asker.bot if one.asker else "",
            "chat": one.asker.chat if one.asker else "",
        }
        for one in links
    ]
    connection.execute(upsert(connection, LINKS, ("person",), ("hash", "made", "used", *_CHAT)), rows)


def fall_back(connection: Connection, lost: Sequence[Address]) -> None:
    """Lets those who cannot be reached any more where they wanted be written to in another chat of theirs.

    So whoever asks for a person's address gets one that works, if there is one.
    """
    for address in lost:
        here = and_(ACCOUNTS.c.person == PEOPLE.c.id, same_chat(ACCOUNTS, PEOPLE))
        name = connection.scalar(select(PEOPLE.c.id).join(ACCOUNTS, here).where(in_chat(ACCOUNTS, address)))
        if name is None:
            continue
        gone = exists().where(same_chat(CHATS, ACCOUNTS), CHATS.c.reachable.is_(False))
        others = select(*_ACCOUNT).where(ACCOUNTS.c.person == name, ~gone, ~in_chat(ACCOUNTS, address))
        other = connection.execute(others.order_by(ACCOUNTS.c.since.desc().nulls_last())).first()
        if other is not None:
            where = {"channel": other.channel, "bot": other.bot, "chat": other.chat}
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == name).values(where))


def _account(row: Row[Any]) -> Account:
    return Account(row.person, Address(row.channel, row.bot, row.chat), row.since)
