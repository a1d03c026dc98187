"""What officers decided about reports, in the database: each decision with the state that it gives a version."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, bindparam, insert, select, true, update

from bot.model.review import Review
from bot.model.submission import ReportKey, SubmissionState
from bot.store.lines import among
from bot.store.report_tables import REVIEWS, SUBMISSIONS

_COLUMNS = [
    REVIEWS.c[name]
    for name in ("period", "unit", "form", "number", "state", "person", "at", "channel", "field", "note")
]
_DECIDE = (
    update(SUBMISSIONS)
    .where(
        SUBMISSIONS.c.period == bindparam("of_period"),
        SUBMISSIONS.c.unit == bindparam("of_unit"),
        SUBMISSIONS.c.form == bindparam("of_form"),
        SUBMISSIONS.c.number == bindparam("of_number"),
    )
    .values(state=bindparam("becomes"))
)


def of_units(connection: Connection, period: str, units: Sequence[str]) -> list[Review]:
    """Returns the decisions about reports of these units in a period, the oldest first."""
    wanted = frozenset(units)
    found = _read(connection, and_(REVIEWS.c.period == period, among(REVIEWS.c.unit, units)))
    return [one for one in found if one.key.unit in wanted]


def everything(connection: Connection) -> list[Review]:
    """Returns all decisions, the oldest first."""
    return _read(connection, true())


def write(connection: Connection, reviews: Sequence[Review]) -> None:
    """Adds decisions, and gives the versions their new states. No decision is ever changed."""
    rows = [
        {
            "period": one.key.period,
            "unit": one.key.unit,
            "form": one.key.form,
            "number": one.number,
            "state": one.state.value,
            "person": one.by,
            "at": one.at,
            "channel": one.channel,
            "field": one.field,
            "note": one.note,
        }
        for one in reviews
    ]
    connection.execute(insert(REVIEWS), rows)
    states = [
        {
            "of_period": one.key.period,
            "of_unit": one.key.unit,
            "of_form": one.key.form,
            "of_number": one.number,
            "becomes": one.state.value,
        }
        for one in reviews
    ]
    connection.execute(_DECIDE, states)


def _read(connection: Connection, where: ColumnElement[bool]) -> list[Review]:
    rows = connection.execute(select(*_COLUMNS).where(where).order_by(REVIEWS.c.id))
    return [
        Review(ReportKey(period, unit, form), number, SubmissionState(state), by, at, channel, field, note)
        for period, unit, form, number, state, by, at, channel, field, note in rows
    ]
