"""Invites, and the wrong codes that chats typed, in the database."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from bot.messages import Address
from bot.model.attempts import Attempts
from bot.model.invite import Invite
from bot.model.role import RoleKind
from bot.store.house_tables import ATTEMPTS, INVITES
from bot.store.inserting import upsert
from bot.store.lines import in_chat

_INVITE = [INVITES.c[name] for name in ("hash", "kind", "unit", "made", "expires", "used", "person")]


def find(connection: Connection, hash_of_code: str) -> Invite | None:
    """Returns the invite with this hash."""
    row = connection.execute(select(*_INVITE).where(INVITES.c.hash == hash_of_code)).first()
    return None if row is None else Invite(row.hash, RoleKind(row.kind), *row[2:])


def unused(connection: Connection, kind: RoleKind, units: Sequence[str]) -> list[Invite]:
    """Returns the invites to a role in these units that nobody has used, the oldest first."""
    where = (INVITES.c.kind == kind.value, INVITES.c.unit.in_(units), INVITES.c.used.is_(None))
    rows = connection.execute(select(*_INVITE).where(*where).order_by(INVITES.c.made, INVITES.c.hash))
    return [Invite(row.hash, RoleKind(row.kind), *row[2:]) for row in rows]


def everything(connection: Connection) -> list[Invite]:
    """Returns all invites, the oldest first."""
    rows = connection.execute(select(*_INVITE).order_by(INVITES.c.made, INVITES.c.hash))
    return [Invite(row.hash, RoleKind(row.kind), *row[2:]) for row in rows]


def write(connection: Connection, invites: Sequence[Invite]) -> None:
    """Writes down invites: new ones, and that one was used."""
    rows = [
        {
            "hash": invite.hash,
            "kind": invite.kind.value,
            "unit": invite.unit,
            "made": invite.made,
            "expires": invite.expires,
            "used": invite.used,
            "person": invite.by,
        }
        for invite in invites
    ]
    connection.execute(upsert(connection, INVITES, ("hash",), ("used", "person", "expires")), rows)


def attempts(connection: Connection, address: Address) -> Attempts | None:
    """Returns the wrong codes of a chat."""
    found = select(ATTEMPTS.c.count, ATTEMPTS.c.since).where(in_chat(ATTEMPTS, address))
    row = connection.execute(found).first()
    return None if row is None else Attempts(address, row[0], row[1])


def write_attempts(connection: Connection, many: Sequence[Attempts]) -> None:
    """Writes down the wrong codes of chats."""
    rows = [
        {
            "channel": one.address.channel,
            "bot": one.address.bot,
            "chat": one.address.chat,
            "count": one.count,
            "since": one.since,
        }
        for one in many
    ]
    connection.execute(upsert(connection, ATTEMPTS, ("channel", "bot", "chat"), ("count", "since")), rows)
