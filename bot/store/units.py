"""Units in the database."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.store.house_tables import INVITES, ROLES, UNITS
from bot.store.report_tables import DRAFTS, EXPECTED, SUBMISSIONS

_COLUMNS = [
    UNITS.c[name] for name in ("id", "name", "level", "parent", "first_day", "last_day", "merged_into", "members")
]
_ALL = select(*_COLUMNS).order_by(UNITS.c.place)


def tree(connection: Connection) -> Tree:
    """Returns all units in the order of the file that brought them."""
    return Tree([Unit(*row) for row in connection.execute(_ALL)])


def in_use(connection: Connection, names: Sequence[str]) -> set[str]:
    """Returns those of these units that have or had roles, invites or reports, or are expected to report."""
    tables = (ROLES, INVITES, EXPECTED, DRAFTS, SUBMISSIONS)
    return {
        name for table in tables for name in connection.scalars(select(table.c.unit).where(table.c.unit.in_(names)))
    }


def replace_all(connection: Connection, units: Sequence[Unit]) -> None:
    """Makes these the units. Who is missing among them must have been told before: see bot.commands.units."""
    connection.execute(delete(UNITS))
    rows = [
        {
            "id": unit.id,
            "place": place,
            "name": unit.name,
            "level": unit.level,
            "parent": unit.parent,
            "first_day": unit.start,
            "last_day": unit.end,
            "merged_into": unit.merged_into,
            "members": unit.members,
        }
        for place, unit in enumerate(units)
    ]
    if rows:
        connection.execute(insert(UNITS), rows)
