"""People, their accounts and roles in the database."""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from bot.messages import Address
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.store.house_tables import ACCOUNTS, AUDIT, INVITES, PEOPLE, ROLES
from bot.store.inserting import upsert
from bot.store.lines import in_chat
from bot.store.report_tables import ATTACHMENTS, DRAFTS, FIGURES, PERIODS, SUBMISSIONS

_NAMING = (
    FIGURES.c.person,
    SUBMISSIONS.c.person,
    SUBMISSIONS.c.helper,
    ATTACHMENTS.c.person,
    PERIODS.c.opened_by,
    INVITES.c.person,
    AUDIT.c.who,
    AUDIT.c.about,
)
"""Where else a person is named."""

_PERSON = [PEOPLE.c[name] for name in ("id", "name", "channel", "bot", "chat", "consented", "phone")]
_ROLE = [ROLES.c[name] for name in ("person", "kind", "unit", "start", "finish")]


def at(connection: Connection, address: Address) -> Person | None:
    """Returns who writes from this address."""
    found = select(*_PERSON).join(ACCOUNTS, ACCOUNTS.c.person == PEOPLE.c.id).where(in_chat(ACCOUNTS, address))
    return _one(connection, connection.execute(found).first())


def named(connection: Connection, name: str) -> Person | None:
    """Returns the person with this id."""
    return _one(connection, connection.execute(select(*_PERSON).where(PEOPLE.c.id == name)).first())


def with_roles(connection: Connection, kind: RoleKind, units: Sequence[str]) -> list[Person]:
    """Returns who holds a role in one of these units now, the oldest role first."""
    found = (
        select(*_PERSON)
        .join(ROLES, ROLES.c.person == PEOPLE.c.id)
        .where(ROLES.c.kind == kind.value, ROLES.c.unit.in_(units), ROLES.c.finish.is_(None))
        .order_by(ROLES.c.start, ROLES.c.id)
    )
    return _many(connection, list(dict.fromkeys(connection.execute(found).all())))


def everybody(connection: Connection) -> list[Person]:
    """Returns all people with the roles that hold, in the order of their consent."""
    return _many(connection, connection.execute(select(*_PERSON).order_by(PEOPLE.c.consented, PEOPLE.c.id)).all())


def roles(connection: Connection) -> list[Role]:
    """Returns all roles that people have or had, in the order in which they were given."""
    rows = connection.execute(select(*_ROLE).order_by(ROLES.c.id))
    return [Role(row.person, RoleKind(row.kind), row.unit, row.start, row.finish) for row in rows]


def write(connection: Connection, people: Sequence[Person]) -> None:
    """Writes down people with the address they wrote from. Their roles are records of their own."""
    rows = [
        {
            "id": person.id,
            "name": person.name,
            "channel": person.address.channel,
            "bot": person.address.bot,
            "chat": person.address.chat,
            "consented": person.consented,
            "phone": person.phone,
        }
        for person in people
    ]
    accounts = [
        {"channel": row["channel"], "bot": row["bot"], "chat": row["chat"], "person": row["id"]} for row in rows
    ]
    connection.execute(
        upsert(connection, PEOPLE, ("id",), ("name", "channel", "bot", "chat", "consented", "phone")), rows
    )
    connection.execute(upsert(connection, ACCOUNTS, ("channel", "bot", "chat"), ("person",)), accounts)


def write_roles(connection: Connection, roles: Sequence[Role]) -> None:
    """Writes down roles: a new one is added, one that has ended ends."""
    for role in roles:
        same = (ROLES.c.person == role.person, ROLES.c.kind == role.kind.value, ROLES.c.unit == role.unit)
        open_one = connection.execute(select(ROLES.c.id).where(*same, ROLES.c.finish.is_(None))).first()
        if open_one is not None:
            connection.execute(update(ROLES).where(ROLES.c.id == open_one.id).values(finish=role.end))
        elif role.end is None:
            row = {"person": role.person, "kind": role.kind.value, "unit": role.unit, "start": role.start}
            connection.execute(insert(ROLES), [{**row, "finish": None}])


def forget(connection: Connection, names: Sequence[str]) -> None:
    """Forgets people: names, accounts, roles. Figures stay with their units, and with a name that says nothing.

    A person's id holds the chat's, so it goes everywhere (Luật 91/2025/QH15: deletion).
    """
    for table, column in ((PEOPLE, PEOPLE.c.id), (ACCOUNTS, ACCOUNTS.c.person), (ROLES, ROLES.c.person)):
        connection.execute(delete(table).where(column.in_(names)))
    for name in names:
        nobody = f"forgotten:{secrets.token_hex(4)}"
        for held in _NAMING:
            connection.execute(update(held.table).where(held == name).values({held.name: nobody}))
        told = func.replace(DRAFTS.c.progress, f'"{name}"', f'"{nobody}"')
        connection.execute(
            update(DRAFTS).values(progress=told).where(DRAFTS.c.progress.contains(f'"{name}"', autoescape=True))
        )


def _one(connection: Connection, row: Row[Any] | None) -> Person | None:
    return None if row is None else _many(connection, [row])[0]


def _many(connection: Connection, rows: Sequence[Row[Any]]) -> list[Person]:
    """The roles of all are read at once, however many they are."""
    held = select(*_ROLE).where(ROLES.c.person.in_([row.id for row in rows]), ROLES.c.finish.is_(None))
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for role in connection.execute(held.order_by(ROLES.c.id)) if rows else ():
        roles[role.person].append(Role(role.person, RoleKind(role.kind), role.unit, role.start, role.finish))
    return [
        Person(
            row.id, row.name, Address(row.channel, row.bot, row.chat), row.consented, tuple(roles[row.id]), row.phone
        )
        for row in rows
    ]
