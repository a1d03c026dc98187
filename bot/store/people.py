"""People, their accounts and roles in the database."""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, true, update

from bot.messages import Address
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.store.broadcast_tables import BROADCASTS
from bot.store.house_tables import ACCOUNTS, AUDIT, INVITES, LINKS, PEOPLE, ROLES
from bot.store.inserting import upsert
from bot.store.lines import in_chat
from bot.store.report_tables import ATTACHMENTS, DRAFTS, FIGURES, PERIODS, REVIEWS, SAME_VERSION, SUBMISSIONS, held_in

_NAMING = (
    FIGURES.c.person,
    SUBMISSIONS.c.person,
    SUBMISSIONS.c.helper,
    REVIEWS.c.person,
    ATTACHMENTS.c.person,
    PERIODS.c.opened_by,
    INVITES.c.person,
    AUDIT.c.who,
    AUDIT.c.about,
    BROADCASTS.c.by,
    BROADCASTS.c.approved_by,
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


def with_role(connection: Connection, kind: RoleKind, unit: str) -> list[Person]:
    """Returns who holds a role in a unit now, the oldest role first."""
    found = (
        select(*_PERSON)
        .join(ROLES, ROLES.c.person == PEOPLE.c.id)
        .where(ROLES.c.kind == kind.value, ROLES.c.unit == unit, ROLES.c.finish.is_(None))
        .order_by(ROLES.c.start, ROLES.c.id)
    )
    people = [_one(connection, row) for row in connection.execute(found).all()]
    return [person for person in people if person is not None]


def holders(connection: Connection, kind: RoleKind, units: Sequence[str]) -> list[Person]:
    """Returns who holds a role in any of these units now, the oldest role first: two statements for thousands."""
    holding = select(*_ROLE).where(ROLES.c.kind == kind.value, ROLES.c.finish.is_(None))
    wanted = frozenset(units)
    roles: dict[str, list[Role]] = {}
    for row in connection.execute(holding.order_by(ROLES.c.start, ROLES.c.id)):
        if row.unit in wanted:
            roles.setdefault(row.person, []).append(Role(row.person, kind, row.unit, row.start))
    named = select(*_PERSON).where(PEOPLE.c.id.in_(select(ROLES.c.person).where(ROLES.c.kind == kind.value)))
    people = {person.id: person for person in connection.execute(named)}
    return [_person(one, held) for name, held in roles.items() if (one := people.get(name)) is not None]


def everybody(connection: Connection) -> list[Person]:
    """Returns all people with the roles that hold, in the order of their consent."""
    return _many(connection, true())


def reporters(connection: Connection, period: str) -> list[Person]:
    """Returns who typed the figures of the reports of a period, as far as they are known."""
    typed = select(FIGURES.c.person).join(SUBMISSIONS, SAME_VERSION).where(held_in(period))
    handed = select(SUBMISSIONS.c.person).where(held_in(period))
    return _many(connection, or_(PEOPLE.c.id.in_(typed), PEOPLE.c.id.in_(handed)))


def roles(connection: Connection) -> list[Role]:
    """Returns all roles that people have or had, in the order in which they were given."""
    return [_role(row) for row in connection.execute(select(*_ROLE).order_by(ROLES.c.id))]


def write(connection: Connection, people: Sequence[Person]) -> None:
    """Writes down people with the address where they want to be written to. Roles are records of their own."""
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


def addresses(connection: Connection, names: Sequence[str]) -> list[Address]:
    """Returns all addresses from which these people write."""
    found = select(ACCOUNTS.c.channel, ACCOUNTS.c.bot, ACCOUNTS.c.chat).where(ACCOUNTS.c.person.in_(names))
    return [Address(*row) for row in connection.execute(found)]


def forget(connection: Connection, names: Sequence[str]) -> None:
    """Forgets people: names, accounts, roles. Figures stay with their units, and with a name that says nothing.

    A person's id holds the chat's, so it goes everywhere (Luật 91/2025/QH15: deletion).
    """
    for column in (PEOPLE.c.id, ACCOUNTS.c.person, LINKS.c.person, ROLES.c.person):
        connection.execute(delete(column.table).where(column.in_(names)))
    connection.execute(update(BROADCASTS).where(BROADCASTS.c.by.in_(names)).values(chat=""))
    for name in names:
        nobody = f"forgotten:{secrets.token_hex(4)}"
        for held in _NAMING:
            connection.execute(update(held.table).where(held == name).values({held.name: nobody}))
        for told in (DRAFTS.c.progress, BROADCASTS.c.audience):
            named = told.contains(f'"{name}"', autoescape=True)
            changed = {told.name: func.replace(told, f'"{name}"', f'"{nobody}"')}
            connection.execute(update(told.table).values(changed).where(named))


def _many(connection: Connection, where: ColumnElement[bool]) -> list[Person]:
    """Returns people in the order of their consent: two questions, however many they are."""
    held: defaultdict[str, list[Role]] = defaultdict(list)
    theirs = select(*_ROLE).join(PEOPLE, PEOPLE.c.id == ROLES.c.person).where(where, ROLES.c.finish.is_(None))
    for row in connection.execute(theirs.order_by(ROLES.c.id)):
        held[row.person].append(_role(row))
    rows = connection.execute(select(*_PERSON).where(where).order_by(PEOPLE.c.consented, PEOPLE.c.id))
    return [_person(row, held[row.id]) for row in rows]


def _one(connection: Connection, row: Row[Any] | None) -> Person | None:
    if row is None:
        return None
    held = connection.execute(
        select(*_ROLE).where(ROLES.c.person == row.id, ROLES.c.finish.is_(None)).order_by(ROLES.c.id)
    )
    return _person(row, [_role(role) for role in held])


def _person(row: Row[Any], roles: Sequence[Role]) -> Person:
    return Person(row.id, row.name, Address(row.channel, row.bot, row.chat), row.consented, tuple(roles), row.phone)


def _role(row: Row[Any]) -> Role:
    return Role(row.person, RoleKind(row.kind), row.unit, row.start, row.finish)
