"""``periods list``: the reporting periods, and how many have reported."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from bot.commands.opened import opened
from bot.commands.printed import print_json, print_text
from bot.model.period import Period
from bot.model.turnout import Turnout
from bot.settings import Settings
from bot.store import periods, rolling


async def list_periods(settings: Settings, *, as_json: bool) -> None:
    """Prints the periods, the latest opened first."""
    async with opened(settings) as store:
        now = datetime.now(settings.zone)
        found = await store.look(lambda connection: _found(connection, now.date()))
    for period, turnout in found:
        row = _row(period, turnout, now)
        if as_json:
            print_json(row)
        else:
            told = " ".join(f"{name} {row[name]}" for name in ("expected", "submitted", "drafts", "missing"))
            print_text(f"{period.id:9} {row['state']:8} {row['deadline']}  {period.title}: {told}")


def _found(connection: Connection, today: date) -> Sequence[tuple[Period, Turnout]]:
    return [(period, rolling.roll(connection, period, today).turnout) for period in periods.every(connection)]


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
