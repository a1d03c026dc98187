"""Thousands of reports at once: a few statements, and of every figure only what was given."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, select, true

from bot.model.sheet import Sheet
from bot.model.submission import ReportKey, SubmissionState
from bot.model.values import Values
from bot.store.lines import narrowed
from bot.store.report_tables import SUBMISSIONS
from bot.store.said import said

_HEADS = [SUBMISSIONS.c[name] for name in ("unit", "form", "number", "receipt", "at")]


def of_units(
    connection: Connection, period: str, units: Sequence[str], states: Sequence[SubmissionState]
) -> list[Sheet]:
    """Returns the latest versions of the reports of these units in a period that are in one of these states."""
    where = and_(
        SUBMISSIONS.c.period == period,
        narrowed(connection, SUBMISSIONS.c.unit, units),
        SUBMISSIONS.c.latest == true(),
        SUBMISSIONS.c.state.in_([state.value for state in states]),
    )
    wanted = frozenset(units)
    given = said(connection, where)
    heads = connection.execute(select(*_HEADS).where(where).order_by(SUBMISSIONS.c.unit, SUBMISSIONS.c.form)).all()
    return [
        Sheet(ReportKey(period, unit, form), receipt, number, at, Values(given.pop((unit, form), [])))
        for unit, form, number, receipt, at in heads
        if unit in wanted
    ]
