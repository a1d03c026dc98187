"""Periods, and who has to report in them, in the database."""

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, select, true

from bot.model.period import LevelDeadline, Period, Span
from bot.records import Expected
from bot.store.house_tables import UNITS
from bot.store.inserting import insert_new, upsert
from bot.store.report_tables import EXPECTED, PERIODS


def every(connection: Connection) -> list[Period]:
    """Returns all periods, the latest opened first."""
    return _read(connection, true())


def open_ones(connection: Connection) -> list[Period]:
    """Returns the periods that were not closed, the latest opened first."""
    return _read(connection, PERIODS.c.closed.is_(None))


def _read(connection: Connection, where: ColumnElement[bool]) -> list[Period]:
    rows = connection.execute(select(PERIODS).where(where).order_by(PERIODS.c.opened.desc(), PERIODS.c.id.desc()))
    return [
        Period(
            id=row.id,
            title=row.title,
            span=Span(row.span),
            year=row.year,
            forms=tuple(json.loads(row.forms)),
            deadline=row.deadline,
            levels=tuple(LevelDeadline(level, date.fromisoformat(day)) for level, day in json.loads(row.levels)),
            opened=row.opened,
            opened_by=row.opened_by,
            closed=row.closed,
        )
        for row in rows
    ]


def write(connection: Connection, periods: Sequence[Period]) -> None:
    """Writes down periods, new or changed."""
    rows = [
        {
            "id": period.id,
            "title": period.title,
            "span": period.span.value,
            "year": period.year,
            "forms": json.dumps(period.forms),
            "deadline": period.deadline,
            "levels": json.dumps([(one.level, one.day.isoformat()) for one in period.levels], ensure_ascii=False),
            "opened": period.opened,
            "opened_by": period.opened_by,
            "closed": period.closed,
        }
        for period in periods
    ]
    changed = ("title", "forms", "deadline", "levels", "closed")
    connection.execute(upsert(connection, PERIODS, ("id",), changed), rows)


def expect(connection: Connection, many: Sequence[Expected]) -> None:
    """Writes down who has to report; who is there already stays."""
    rows = [{"period": one.period, "unit": unit} for one in many for unit in one.units]
    if rows:
        connection.execute(insert_new(connection, EXPECTED, ("period", "unit")), rows)


def expected(connection: Connection, period: str) -> list[str]:
    """Returns the ids of the units that have to report, in the order of the tree."""
    found = (
        select(EXPECTED.c.unit)
        .outerjoin(UNITS, UNITS.c.id == EXPECTED.c.unit)
        .where(EXPECTED.c.period == period)
        .order_by(UNITS.c.place, EXPECTED.c.unit)
    )
    return list(connection.scalars(found))
