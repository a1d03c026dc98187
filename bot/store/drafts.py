"""Drafts of reports in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, tuple_

from bot.dialog.draft import Draft, DraftDropped
from bot.messages import Address
from bot.model.submission import ReportKey
from bot.store.inserting import upsert
from bot.store.progress_json import progress_from_json, progress_to_json
from bot.store.report_tables import DRAFTS

_KEY = ("period", "unit", "form")


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


def to_nudge(connection: Connection, at: datetime) -> list[Draft]:
    """Returns the drafts whose question is to be asked again by now, the longest silent first."""
    rows = connection.execute(select(DRAFTS).where(DRAFTS.c.nudge <= at).order_by(DRAFTS.c.nudge))
    return [draft for row in rows if (draft := _draft(row)) is not None]


def next_nudge(connection: Connection, after: datetime) -> datetime | None:
    """Returns when the next question is to be asked again."""
    found: datetime | None = connection.scalar(select(func.min(DRAFTS.c.nudge)).where(DRAFTS.c.nudge > after))
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
    return Draft(progress, Address(row.channel, row.bot, row.chat), row.touched, row.nudge)
