"""Units in the database."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select

from bot.model.tree import Tree
from bot.model.unit import Place, Unit
from bot.store.house_tables import INVITES, PLACES, ROLES, UNITS
from bot.store.report_tables import DRAFTS, EXPECTED, SUBMISSIONS

_COLUMNS = [
    UNITS.c[name] for name in ("id", "name", "level", "parent", "first_day", "last_day", "merged_into", "members")
]
_ALL = select(*_COLUMNS).order_by(UNITS.c.place)
_PLACES = select(PLACES.c.unit, PLACES.c.parent, PLACES.c.until).order_by(PLACES.c.until)


def tree(connection: Connection) -> Tree:
    """Returns all units in the order of the file that brought them."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for unit, parent, until in connection.execute(_PLACES):
        places[unit].append(Place(parent, until))
    units = (Unit(*row) for row in connection.execute(_ALL))
    return Tree([replace(unit, earlier=tuple(places[unit.id])) if unit.id in places else unit for unit in units])


def in_use(connection: Connection, names: Sequence[str]) -> set[str]:
    """Returns those of these units that have or had roles, invites or reports, or are expected to report."""
    tables = (ROLES, INVITES, EXPECTED, DRAFTS, SUBMISSIONS)
    return {
        name for table in tables for name in connection.scalars(select(table.c.unit).where(table.c.unit.in_(names)))
    }


def replace_all(connection: Connection, units: Sequence[Unit]) -> None:
    """Makes these the units, with their earlier places. Who is missing must have been told: see bot.commands.units."""
    for table in (UNITS, PLACES):
        connection.execute(delete(table))
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
    places = [
        {"unit": unit.id, "until": place.until, "parent": place.parent} for unit in units for place in unit.earlier
    ]
    if places:
        connection.execute(insert(PLACES), places)
