"""What roll calls and totals read: thousands of reports at once, without who typed what."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, and_, select

from bot.model.drafted import Drafted
from bot.model.figure import Given
from bot.model.held import Entry, Held
from bot.model.period import Period
from bot.model.roll import Roll, call
from bot.model.submission import SubmissionState
from bot.store import periods
from bot.store import units as unit_table
from bot.store.lines import among
from bot.store.report_tables import DRAFTS, FIGURES, SUBMISSIONS, held_in
from bot.store.value_text import value_from_text

_KEY = ("period", "unit", "form", "number")


def handed(connection: Connection, period: str) -> list[Held]:
    """Returns where every report of a period stands that was handed in and not taken back, without its figures."""
    columns = (SUBMISSIONS.c.unit, SUBMISSIONS.c.form, SUBMISSIONS.c.state, SUBMISSIONS.c.late)
    found = select(*columns).where(held_in(period)).order_by(SUBMISSIONS.c.unit, SUBMISSIONS.c.form)
    return [Held(unit, form, SubmissionState(state), late) for unit, form, state, late in connection.execute(found)]


def held(connection: Connection, period: str, units: Sequence[str], field: str = "") -> list[Held]:
    """Returns where the reports of these units stand, with the figures that have a value, or with one field's only."""
    wanted = frozenset(units)
    columns = (FIGURES.c.unit, FIGURES.c.form, FIGURES.c.field, FIGURES.c.kind, FIGURES.c.value)
    same = and_(*(SUBMISSIONS.c[name] == FIGURES.c[name] for name in _KEY))
    found = (
        select(*columns)
        .join(SUBMISSIONS, same)
        .where(held_in(period), among(SUBMISSIONS.c.unit, units), FIGURES.c.given == Given.VALUE.value)
        .order_by(FIGURES.c.place)
    )
    if field:
        found = found.where(FIGURES.c.field == field)
    entries: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for unit, form, name, kind, value in connection.execute(found):
        if unit in wanted:
            entries[unit, form].append(Entry(name, value_from_text(kind, value)))
    return [
        Held(one.unit, one.form, one.state, one.late, tuple(entries[one.unit, one.form]))
        for one in handed(connection, period)
        if one.unit in wanted
    ]


def roll(connection: Connection, period: Period, today: date) -> Roll:
    """Returns where every unit of a period stands today."""
    expected = periods.expected(connection, period.id)
    handed_in, begun = handed(connection, period.id), drafted(connection, period.id)
    return call(period, unit_table.tree(connection), expected, handed_in, begun, today)


def drafted(connection: Connection, period: str) -> list[Drafted]:
    """Returns which reports of a period have been begun."""
    found = select(DRAFTS.c.unit, DRAFTS.c.form).where(DRAFTS.c.period == period)
    return [Drafted(unit, form) for unit, form in connection.execute(found)]
