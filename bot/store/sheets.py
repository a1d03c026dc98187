"""Thousands of reports at once: two statements, and of every figure only what was given."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, and_, select, true

from bot.model.figure import Value
from bot.model.sheet import Sheet
from bot.model.submission import ReportKey, SubmissionState
from bot.model.values import Values
from bot.store.lines import among
from bot.store.report_tables import FIGURES, SUBMISSIONS
from bot.store.value_text import value_from_text

_SAME = and_(*(SUBMISSIONS.c[name] == FIGURES.c[name] for name in ("period", "unit", "form", "number")))
_HEADS = [SUBMISSIONS.c[name] for name in ("unit", "form", "number", "receipt", "at")]
_GIVEN = [FIGURES.c[name] for name in ("unit", "form", "field", "kind", "value")]
_PART = 1000


def of_units(
    connection: Connection, period: str, units: Sequence[str], states: Sequence[SubmissionState]
) -> list[Sheet]:
    """Returns the latest versions of the reports of these units in a period that are in one of these states."""
    where = and_(
        SUBMISSIONS.c.period == period,
        among(SUBMISSIONS.c.unit, units),
        SUBMISSIONS.c.latest == true(),
        SUBMISSIONS.c.state.in_([state.value for state in states]),
    )
    wanted = frozenset(units)
    given: defaultdict[tuple[str, str], list[tuple[str, Value]]] = defaultdict(list)
    for part in connection.execute(select(*_GIVEN).join(SUBMISSIONS, _SAME).where(where)).partitions(_PART):
        for unit, form, field, kind, value in part:
            if unit in wanted:
                given[unit, form].append((field, value_from_text(kind, value)))
    heads = connection.execute(select(*_HEADS).where(where).order_by(SUBMISSIONS.c.unit, SUBMISSIONS.c.form)).all()
    return [
        Sheet(ReportKey(period, unit, form), receipt, number, at, Values(given.pop((unit, form), ())))
        for unit, form, number, receipt, at in heads
        if unit in wanted
    ]
