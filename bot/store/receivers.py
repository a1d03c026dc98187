"""Whom an audience means today: a few questions for all of them, however many they are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from bot.messages import Address
from bot.model.audience import Audience, AudienceKind
from bot.model.covered import Covered
from bot.model.receiver import Receiver
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.store import people, periods, rolling, units, web_chats
from bot.store.broadcast_tables import ACKNOWLEDGEMENTS, SUBSCRIPTIONS
from bot.store.house_tables import ACCOUNTS, PEOPLE, ROLES
from bot.store.lines import same_chat
from bot.store.tables import CHATS, OF_BROADCAST, OUTBOX

_FIRST = (RoleKind.LEADER, RoleKind.OFFICER)
"""The roles for which somebody is addressed, the nearest to the members first."""
_CHAT = ("channel", "bot", "chat")
_STOPPED = exists().where(same_chat(SUBSCRIPTIONS, CHATS))
_OWN = and_(PEOPLE.c.id == ACCOUNTS.c.person, same_chat(PEOPLE, ACCOUNTS))


def resolve(connection: Connection, audience: Audience, today: date) -> list[Receiver]:
    """Returns the receivers, each chat once; who left broadcasts, who blocked the bot and groups are not among them."""
    tree = units.tree(connection)
    covered = Covered(audience, tree, today)
    match audience.kind:
        case AudienceKind.EVERYBODY:
            found = _in(covered, connection, _everybody(connection))
        case AudienceKind.LEADERS:
            found = _holders(connection, RoleKind.LEADER, tree, covered)
        case AudienceKind.OFFICERS:
            found = _holders(connection, RoleKind.OFFICER, tree, covered)
        case AudienceKind.MISSING:
            found = _missing(connection, audience.period, tree, covered, today)
        case AudienceKind.SILENT:
            found = _in(covered, connection, _got(connection, audience.broadcast, silent=True))
        case AudienceKind.RECEIVED:
            found = _in(covered, connection, _got(connection, audience.broadcast, silent=False))
        case AudienceKind.PEOPLE:
            found = _in(covered, connection, _named(connection, audience.people))
    gone, left_out = _gone(connection), frozenset(audience.without_people)
    kept = (one for one in found if one.address not in gone and not (one.person and one.person in left_out))
    return list({one.address: one for one in kept}.values())


def places(connection: Connection) -> dict[str, list[str]]:
    """Returns the units of each person who has a role now: those that they lead before those that they look after."""
    held = select(ROLES.c.person, ROLES.c.kind, ROLES.c.unit).where(ROLES.c.finish.is_(None), ROLES.c.unit != "")
    rows = list(connection.execute(held.order_by(ROLES.c.start, ROLES.c.id)))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind in _FIRST:
        for row in rows:
            if row.kind == kind.value:
                found[row.person].append(row.unit)
    return found


def _everybody(connection: Connection) -> Iterator[Receiver]:
    """Somebody with several accounts has only the own address; who agreed to nothing is a chat without a name.

    On the page that is no member: a cookie is given to whoever comes by, and to the same person again.
    """
    account = same_chat(ACCOUNTS, CHATS)
    found = (
        select(CHATS.c.channel, CHATS.c.bot, CHATS.c.chat, PEOPLE.c.id, PEOPLE.c.name)
        .select_from(CHATS.outerjoin(ACCOUNTS, account).outerjoin(PEOPLE, _OWN))
        .where(CHATS.c.reachable, ~CHATS.c.is_group, ~_STOPPED)
        .where(or_(ACCOUNTS.c.person.is_(None), PEOPLE.c.id.is_not(None)))
        .where(or_(CHATS.c.channel != web_chats.CHANNEL, ACCOUNTS.c.person.is_not(None)))
    )
    for channel, bot, chat, person, name in connection.execute(found):
        yield Receiver(Address(channel, bot, chat), person or "", name or "")


def _got(connection: Connection, number: int, *, silent: bool) -> Iterator[Receiver]:
    """Who got a broadcast, where they are written to now.

    What is in doubt has perhaps arrived, but nobody is reminded of what they may not have.
    """
    states = ("sent",) if silent else ("sent", "unknown", "leased")
    same = and_(ACKNOWLEDGEMENTS.c.broadcast == number, same_chat(ACKNOWLEDGEMENTS, OUTBOX))
    found: Select[Any] = (
        select(*(func.coalesce(PEOPLE.c[part], OUTBOX.c[part]) for part in _CHAT), PEOPLE.c.id, PEOPLE.c.name)
        .select_from(
            OUTBOX.outerjoin(ACCOUNTS, same_chat(ACCOUNTS, OUTBOX)).outerjoin(PEOPLE, PEOPLE.c.id == ACCOUNTS.c.person)
        )
        .where(OF_BROADCAST, OUTBOX.c.broadcast == number, OUTBOX.c.state.in_(states))
    )
    if silent:
        found = found.where(~exists().where(same))
    for channel, bot, chat, person, name in connection.execute(found.order_by(OUTBOX.c.id)):
        yield Receiver(Address(channel, bot, chat), person or "", name or "")


def _named(connection: Connection, names: tuple[str, ...]) -> Iterator[Receiver]:
    found = select(PEOPLE).where(PEOPLE.c.id.in_(names)).order_by(PEOPLE.c.name, PEOPLE.c.id)
    for row in connection.execute(found):
        yield Receiver(Address(row.channel, row.bot, row.chat), row.id, row.name)


def _in(covered: Covered, connection: Connection, found: Iterator[Receiver]) -> Iterator[Receiver]:
    """Each with the first of their units that is covered; who has units and none of them is, is left out."""
    held = places(connection)
    for one in found:
        theirs = held.get(one.person, ())
        seats = [seat for seat in map(covered.seat, theirs) if seat]
        if seats:
            yield Receiver(one.address, one.person, one.name, seats[0])
        elif not theirs:
            yield one


def _holders(connection: Connection, kind: RoleKind, tree: Tree, covered: Covered) -> Iterator[Receiver]:
    """Who has such a role in a covered unit; who leads what was merged counts with its heir."""
    for person in people.holders(connection, kind, [unit.id for unit in tree.units]):
        seat = next((seat for role in person.roles if (seat := covered.seat(role.unit))), "")
        if seat:
            yield Receiver(person.address, person.id, person.name, seat)


def _missing(connection: Connection, name: str, tree: Tree, covered: Covered, today: date) -> Iterator[Receiver]:
    """The leaders of what owes a report: a unit that ended without one has left its duty to its heir."""
    period = next((one for one in periods.every(connection) if one.id == name), None)
    if period is None:
        return
    owed = {line.unit.id for line in rolling.roll(connection, period, today).lines if line.stand.owed}
    for person in people.holders(connection, RoleKind.LEADER, [unit.id for unit in tree.units]):
        for role in person.roles:
            heir = tree.heir(role.unit, today)
            unit = role.unit if heir is None or role.unit in owed else heir.id
            if unit in owed and covered.seat(unit):
                yield Receiver(person.address, person.id, person.name, unit)
                break


def _gone(connection: Connection) -> frozenset[Address]:
    """The chats that get nothing: groups, those that blocked the bot, those whose person said DỪNG."""
    lost = select(CHATS.c.channel, CHATS.c.bot, CHATS.c.chat).where(or_(~CHATS.c.reachable, CHATS.c.is_group))
    left = select(SUBSCRIPTIONS.c.channel, SUBSCRIPTIONS.c.bot, SUBSCRIPTIONS.c.chat)
    return frozenset(Address(*row) for found in (lost, left) for row in connection.execute(found))
