"""Makes somebody something without a code and without asking: for trials, stories and the demo only."""

from datetime import datetime

from sqlalchemy import Connection

from bot.errors import UnknownUnitError
from bot.messages import Address
from bot.model.audit import Audit
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.records import Record
from bot.store import audit, people, units, writing

MADE = "role.made"


def appointed(
    address: Address, name: str, kind: RoleKind, unit: str, at: datetime, note: str = ""
) -> tuple[Record, ...]:
    """Returns the records of a person who agrees and takes a role at this moment."""
    who = person_id(address)
    return (
        Person(who, name, address, at),
        Role(who, kind, unit, at),
        Audit(who, MADE, unit, at, address.channel, note),
    )


def appoint(
    connection: Connection, address: Address, name: str, kind: RoleKind, unit: str, at: datetime, note: str = ""
) -> None:
    """Gives somebody a role; who is known keeps name and consent. What has the same ``note`` is done once.

    An admin needs no unit. Raises UnknownUnitError.
    """
    if note and audit.noted(connection, MADE, note):
        return
    unit = "" if kind is RoleKind.ADMIN else unit
    if kind is not RoleKind.ADMIN and units.tree(connection).find(unit) is None:
        raise UnknownUnitError(unit=unit)
    known = people.at(connection, address)
    if known is None:
        writing.write(connection, appointed(address, name, kind, unit, at, note))
        return
    writing.write(connection, [Role(known.id, kind, unit, at), Audit(known.id, MADE, unit, at, address.channel, note)])
