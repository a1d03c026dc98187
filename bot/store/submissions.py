"""Reports that were handed in, in the database: every version, every figure as it was typed."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, select, true, update

from bot.model.attachment import Attachment
from bot.model.figure import Figure, Given
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.store.report_tables import ATTACHMENTS, FIGURES, SAME_VERSION, SUBMISSIONS, held_in
from bot.store.value_text import value_from_text, value_to_text

_Version = tuple[str, str, str, int]


def latest(connection: Connection, key: ReportKey) -> Submission | None:
    """Returns the latest version of a report."""
    found = _read(connection, and_(_is(SUBMISSIONS, key), SUBMISSIONS.c.latest == true()))
    return found[0] if found else None


def versions(connection: Connection, key: ReportKey) -> list[Submission]:
    """Returns all versions of a report, the first one first."""
    return _read(connection, _is(SUBMISSIONS, key))


def received(connection: Connection, receipt: str) -> Submission | None:
    """Returns the latest version of the report with this receipt."""
    found = _read(connection, and_(SUBMISSIONS.c.receipt == receipt, SUBMISSIONS.c.latest == true()))
    return found[0] if found else None


def of_units(connection: Connection, period: str, units: Sequence[str]) -> list[Submission]:
    """Returns the latest version of every report of these units in a period."""
    where = and_(SUBMISSIONS.c.period == period, SUBMISSIONS.c.unit.in_(units), SUBMISSIONS.c.latest == true())
    return _read(connection, where)


def of_unit(connection: Connection, unit: str) -> list[Submission]:
    """Returns the latest version of every report of a unit, the newest first."""
    found = _read(connection, and_(SUBMISSIONS.c.unit == unit, SUBMISSIONS.c.latest == true()))
    return sorted(found, key=lambda one: one.at, reverse=True)


def of_period(connection: Connection, period: str) -> list[Submission]:
    """Returns the latest version of every report of a period that was not taken back."""
    return _read(connection, held_in(period))


def everything(connection: Connection) -> list[Submission]:
    """Returns all versions of all reports."""
    return _read(connection, true())


def next_receipt(connection: Connection, period: str) -> int:
    """Returns the number of the next receipt of a period: one more than the reports that ever came in."""
    counted = select(func.count()).where(SUBMISSIONS.c.period == period, SUBMISSIONS.c.number == 1)
    return connection.execute(counted).scalar_one() + 1


def write(connection: Connection, submissions: Sequence[Submission]) -> None:
    """Writes down versions that are new, and the new state of those that are there. Figures are never overwritten."""
    for submission in submissions:
        key = submission.key
        same = and_(_is(SUBMISSIONS, key), SUBMISSIONS.c.number == submission.number)
        if connection.execute(update(SUBMISSIONS).where(same).values(state=submission.state.value)).rowcount:
            continue
        connection.execute(update(SUBMISSIONS).where(_is(SUBMISSIONS, key)).values(latest=False))
        connection.execute(insert(SUBMISSIONS), [_row(submission)])
        rows = [_figure_row(submission, place, figure) for place, figure in enumerate(submission.figures)]
        if rows:
            connection.execute(insert(FIGURES), rows)


def attach(connection: Connection, attachments: Sequence[Attachment]) -> None:
    """Writes down pictures and files that go with reports."""
    rows = [
        {
            "period": one.key.period,
            "unit": one.key.unit,
            "form": one.key.form,
            "file": one.file,
            "kind": one.kind,
            "person": one.by,
            "at": one.at,
            "channel": one.channel,
        }
        for one in attachments
    ]
    connection.execute(insert(ATTACHMENTS), rows)


def attached(connection: Connection, key: ReportKey) -> int:
    """Returns how many pictures and files go with a report."""
    return connection.execute(select(func.count()).where(_is(ATTACHMENTS, key))).scalar_one()


def _is(table: Any, key: ReportKey) -> ColumnElement[bool]:
    return and_(table.c.period == key.period, table.c.unit == key.unit, table.c.form == key.form)


def _read(connection: Connection, where: ColumnElement[bool]) -> list[Submission]:
    rows = connection.execute(
        select(SUBMISSIONS).where(where).order_by(SUBMISSIONS.c.unit, SUBMISSIONS.c.form, SUBMISSIONS.c.number)
    ).all()
    given: defaultdict[_Version, list[Figure]] = defaultdict(list)
    if rows:
        found = select(FIGURES).join(SUBMISSIONS, SAME_VERSION).where(where).order_by(FIGURES.c.place)
        for row in connection.execute(found):
            given[row.period, row.unit, row.form, row.number].append(_figure(row))
    return [_submission(row, tuple(given[row.period, row.unit, row.form, row.number])) for row in rows]


def _submission(row: Row[Any], figures: tuple[Figure, ...]) -> Submission:
    return Submission(
        key=ReportKey(row.period, row.unit, row.form),
        receipt=row.receipt,
        number=row.number,
        state=SubmissionState(row.state),
        form_version=row.form_version,
        figures=figures,
        by=row.person,
        at=row.at,
        channel=row.channel,
        late=row.late,
        reason=row.reason,
        helper=row.helper,
    )


def _figure(row: Row[Any]) -> Figure:
    return Figure(
        field=row.field,
        value=value_from_text(row.kind, row.value),
        typed=row.typed,
        by=row.person,
        at=row.at,
        channel=row.channel,
        given=Given(row.given),
        estimate=row.estimate,
        message=row.message,
    )


def _row(submission: Submission) -> dict[str, Any]:
    return {
        "period": submission.key.period,
        "unit": submission.key.unit,
        "form": submission.key.form,
        "number": submission.number,
        "receipt": submission.receipt,
        "state": submission.state.value,
        "form_version": submission.form_version,
        "person": submission.by,
        "at": submission.at,
        "channel": submission.channel,
        "late": submission.late,
        "reason": submission.reason,
        "helper": submission.helper,
        "latest": True,
    }


def _figure_row(submission: Submission, place: int, figure: Figure) -> dict[str, Any]:
    kind, value = value_to_text(figure.value)
    return {
        "period": submission.key.period,
        "unit": submission.key.unit,
        "form": submission.key.form,
        "number": submission.number,
        "field": figure.field,
        "place": place,
        "kind": kind,
        "value": value,
        "given": figure.given.value,
        "typed": figure.typed,
        "person": figure.by,
        "at": figure.at,
        "channel": figure.channel,
        "estimate": figure.estimate,
        "message": figure.message,
    }
