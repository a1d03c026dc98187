"""What roll calls and totals read: thousands of reports at once, without who typed what."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, select

from bot.model.drafted import Drafted
from bot.model.figure import Given, Value
from bot.model.held import Entry, Held
from bot.model.period import Period
from bot.model.roll import Roll, call
from bot.model.submission import SubmissionState
from bot.store import periods
from bot.store import units as unit_table
from bot.store.lines import among
from bot.store.report_tables import DRAFTS, FIGURES, SUBMISSIONS, held_in
from bot.store.said import said


def handed(connection: Connection, period: str) -> list[Held]:
    """Returns where every report of a period stands that was handed in and not taken back, without its figures."""
    columns = (SUBMISSIONS.c.unit, SUBMISSIONS.c.form, SUBMISSIONS.c.state, SUBMISSIONS.c.late)
    found = select(*columns).where(held_in(period)).order_by(SUBMISSIONS.c.unit, SUBMISSIONS.c.form)
    return [
        Held(unit, form, SubmissionState(state), late) for unit, form, state, late in connection.execute(found).all()
    ]


def held(connection: Connection, period: str, units: Sequence[str], field: str = "") -> list[Held]:
    """Returns where the reports of these units stand, with the figures that have a value, or with one field's only."""
    wanted = frozenset(units)
    reports = and_(held_in(period), among(SUBMISSIONS.c.unit, units))
    given = said(connection, reports, FIGURES.c.given == Given.VALUE.value, *_of(field))
    return [
        Held(one.unit, one.form, one.state, one.late, _entries(given.pop((one.unit, one.form), [])))
        for one in handed(connection, period)
        if one.unit in wanted
    ]


def _of(field: str) -> tuple[ColumnElement[bool], ...]:
    return (FIGURES.c.field == field,) if field else ()


def _entries(given: Sequence[tuple[str, Value]]) -> tuple[Entry, ...]:
    return tuple(Entry(field, value) for field, value in given)


def roll(connection: Connection, period: Period, today: date) -> Roll:
    """Returns where every unit of a period stands today."""
    expected = periods.expected(connection, period.id)
    handed_in, begun = handed(connection, period.id), drafted(connection, period.id)
    return call(period, unit_table.tree(connection), expected, handed_in, begun, today)


def drafted(connection: Connection, period: str) -> list[Drafted]:
    """Returns which reports of a period have been begun."""
    found = select(DRAFTS.c.unit, DRAFTS.c.form).where(DRAFTS.c.period == period)
    return [Drafted(unit, form) for unit, form in connection.execute(found).all()]
