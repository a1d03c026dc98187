"""``periods list``: the reporting periods, and how many have reported."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.commands.printed import print_json, print_text
from bot.model.period import Period
from bot.model.turnout import Turnout
from bot.settings import Settings
from bot.store import periods
from bot.store.connect import connect
from bot.store.opening import told_in_one_line
from bot.store.store import SqlStore
from migrations import migrate


async def list_periods(settings: Settings, *, as_json: bool) -> None:
    """Prints the periods, the latest opened first. Raises UnreachableError."""
    with told_in_one_line(settings.database_url):
        await migrate(settings.database_url)
        store = SqlStore(connect(settings.database_url))
        try:
            found = await store.look(_found)
        finally:
            await store.close()
    for period, turnout in found:
        row = _row(period, turnout, datetime.now(settings.zone))
        if as_json:
            print_json(row)
        else:
            told = " ".join(f"{name} {row[name]}" for name in ("expected", "submitted", "drafts", "missing"))
            print_text(f"{period.id:9} {row['state']:8} {row['deadline']}  {period.title}: {told}")


def _found(connection: Connection) -> Sequence[tuple[Period, Turnout]]:
    return [(period, periods.turnout(connection, period.id)) for period in periods.every(connection)]


def _row(period: Period, turnout: Turnout, now: datetime) -> Mapping[str, Any]:
    """``submitted`` + ``drafts`` + ``missing`` are ``expected``; a report that was returned counts as submitted."""
    return {
        "id": period.id,
        "title": period.title,
        "span": period.span.value,
        "year": period.year,
        "forms": list(period.forms),
        "deadline": period.deadline.isoformat(),
        "levels": {one.level: one.day.isoformat() for one in period.levels},
        "state": period.state(now.date()).value,
        "expected": turnout.expected,
        "submitted": turnout.submitted,
        "drafts": turnout.drafts,
        "missing": turnout.missing,
    }
