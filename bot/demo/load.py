"""Fills an empty database with the demo."""

from importlib.resources import files

from sqlalchemy import Connection

from bot.demo.people import people
from bot.demo.reports import OPENED, reports
from bot.model.unit import Unit
from bot.store import units, writing
from bot.units_file import read_units

PROVINCE = "tinh"
REARRANGED = "tinh_sap_xep"
"""The same province after its districts are gone and its communes were put together."""


def example(name: str) -> tuple[Unit, ...]:
    """Returns the units of an example file. Raises BrokenUnitsError."""
    file = f"{name}.csv"
    return read_units((files("knowledge") / "examples" / file).read_bytes(), file)


def load(connection: Connection, *, with_people: bool) -> bool:
    """Loads the province, its periods and last year's figures, unless there are units; returns whether it did."""
    if units.tree(connection).units:
        return False
    units.replace_all(connection, example(PROVINCE))
    writing.write(connection, reports(units.tree(connection)))
    if with_people:
        writing.write(connection, people(OPENED))
    return True
