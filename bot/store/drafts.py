"""Drafts of reports in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, tuple_, update

from bot.dialog.draft import Draft, DraftDropped
from bot.messages import Address
from bot.model.submission import ReportKey
from bot.ports.line import Line
from bot.store.inserting import upsert
from bot.store.lines import on_lines
from bot.store.progress_json import progress_from_json, progress_to_json
from bot.store.report_tables import DRAFTS

_KEY = ("period", "unit", "form")


@dataclass(frozen=True, slots=True)
class Silent:
    """A draft whose question is to be asked again. Its progress is not read: one that is broken holds up no other."""

    key: ReportKey
    run: str
    address: Address
    touched: datetime
    nudge: datetime


def find(connection: Connection, key: ReportKey) -> Draft | None:
    """Returns the draft of a report."""
    where = (DRAFTS.c.period == key.period, DRAFTS.c.unit == key.unit, DRAFTS.c.form == key.form)
    return _draft(connection.execute(select(DRAFTS).where(*where)).first())


def of_run(connection: Connection, run: str) -> Draft | None:
    """Returns the draft whose buttons carry this run."""
    return _draft(connection.execute(select(DRAFTS).where(DRAFTS.c.run == run)).first())


def of_units(connection: Connection, period: str, units: Sequence[str]) -> list[Draft]:
    """Returns the drafts of these units in a period."""
    rows = connection.execute(select(DRAFTS).where(DRAFTS.c.period == period, DRAFTS.c.unit.in_(units)))
    return [draft for row in rows if (draft := _draft(row)) is not None]


def silent(connection: Connection, lines: Sequence[Line], at: datetime, limit: int) -> list[Silent]:
    """Returns the drafts of these lines whose question is to be asked again by now, the longest due first."""
    due = select(*_SILENT).where(on_lines(DRAFTS, lines), DRAFTS.c.nudge <= at)
    rows = connection.execute(due.order_by(DRAFTS.c.nudge, *_PRIMARY).limit(limit))
    return [
        Silent(ReportKey(row.period, row.unit, row.form), row.run, _address(row), row.touched, row.nudge)
        for row in rows
    ]


def put_off(connection: Connection, nudges: Sequence[tuple[ReportKey, datetime | None]]) -> None:
    """Writes down when the questions of these drafts are asked again."""
    rows = [
        {"of_period": key.period, "of_unit": key.unit, "of_form": key.form, "later": later} for key, later in nudges
    ]
    if rows:
        connection.execute(_PUT_OFF, rows)


def next_due(connection: Connection, line: Line, after: datetime | None) -> datetime | None:
    """Returns when the next question of a line is asked again, later than ``after`` (None: due ones too)."""
    due = select(func.min(DRAFTS.c.nudge)).where(on_lines(DRAFTS, (line,)))
    found: datetime | None = connection.scalar(due if after is None else due.where(DRAFTS.c.nudge > after))
    return found


def write(connection: Connection, drafts: Sequence[Draft]) -> None:
    """Writes down drafts, new or changed."""
    rows = [
        {
            "period": draft.key.period,
            "unit": draft.key.unit,
            "form": draft.key.form,
            "run": draft.progress.run,
            "progress": progress_to_json(draft.progress),
            "channel": draft.address.channel,
            "bot": draft.address.bot,
            "chat": draft.address.chat,
            "touched": draft.touched,
            "nudge": draft.nudge,
        }
        for draft in drafts
    ]
    changed = ("run", "progress", "channel", "bot", "chat", "touched", "nudge")
    connection.execute(upsert(connection, DRAFTS, _KEY, changed), rows)


def drop(connection: Connection, dropped: Sequence[DraftDropped]) -> None:
    """Lets drafts go that are handed in or given up."""
    keys = [(one.key.period, one.key.unit, one.key.form) for one in dropped]
    connection.execute(delete(DRAFTS).where(tuple_(*(DRAFTS.c[name] for name in _KEY)).in_(keys)))


def _draft(row: Row[Any] | None) -> Draft | None:
    if row is None:
        return None
    progress = progress_from_json(row.progress, ReportKey(row.period, row.unit, row.form))
    return Draft(progress, _address(row), row.touched, row.nudge)


def _address(row: Row[Any]) -> Address:
    return Address(row.channel, row.bot, row.chat)


_PRIMARY = [DRAFTS.c[name] for name in _KEY]
_SILENT = [*_PRIMARY, *(DRAFTS.c[name] for name in ("run", "channel", "bot", "chat", "touched", "nudge"))]
_PUT_OFF = (
    update(DRAFTS)
    .where(
        DRAFTS.c.period == bindparam("of_period"),
        DRAFTS.c.unit == bindparam("of_unit"),
        DRAFTS.c.form == bindparam("of_form"),
    )
    .values(nudge=bindparam("later"))
)
