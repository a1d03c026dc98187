"""Fills an empty database with the demo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files

from sqlalchemy import Connection

from bot.appointing import MADE
from bot.demo.people import NOTE, people
from bot.demo.reports import OPENED, reports, running
from bot.messages import Address
from bot.model.unit import Unit
from bot.store import audit, periods, units, writing
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


def is_demo(connection: Connection) -> bool:
    """Returns whether people of the demo were ever loaded here: the audit forgets nothing."""
    return audit.noted(connection, MADE, NOTE)


def load_today(connection: Connection, place: Callable[[str], Address], today: date) -> bool:
    """Loads the same with a period that is open today, and the people where ``place`` says, unless there are units.

    In a demo that was loaded before and whose last day has passed, the period gets a new one. Returns whether this is a
    demo: False where the units are somebody's own.
    """
    now = running(today)
    if not units.tree(connection).units:
        units.replace_all(connection, example(PROVINCE))
        writing.write(connection, [*reports(units.tree(connection), now), *people(now.opened, place)])
    elif not is_demo(connection):
        return False
    over = [one for one in periods.open_ones(connection) if one.deadline < today]
    writing.write(connection, [replace(one, deadline=now.deadline, levels=now.levels) for one in over])
    return True
