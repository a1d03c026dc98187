"""Which reports a leader can hand in now, and how to choose one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.dialog.form import Form
from bot.messages import Choice
from bot.model.period import Period
from bot.model.periods import taking
from bot.model.submission import ReportKey
from bot.model.unit import Unit
from handlers.report_room import short

FAMILY = "baocao"


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report that is expected from a unit in a period that still takes reports."""

    key: ReportKey
    period: Period
    unit: Unit
    form: Form


async def open_reports(desk: Desk, units: Sequence[str], *, closed: bool = False) -> list[OpenReport]:
    """Returns the reports expected from these units (or from what they were merged into), latest period first.

    ``closed``: also those of periods that take no more.
    """
    tree, today = await desk.records.tree(), desk.now.date()
    heirs = {unit.id: unit for name in units if (unit := tree.heir(name, today)) is not None}
    found = []
    every = await desk.records.periods()
    for period in every if closed else taking(every):
        # What was expected of a unit that has ended is expected of the one that goes on for it.
        expected = await desk.records.expected(period.id)
        owing = {heir.id for name in expected if (heir := tree.heir(name, today)) is not None}
        found += [
            OpenReport(ReportKey(period.id, unit.id, form.id), period, unit, form)
            for unit in heirs.values()
            if unit.id in owing
            for form in desk.forms
            if form.id in period.forms
        ]
    return found


def choices(reports: Sequence[OpenReport], family: str = FAMILY) -> tuple[Choice, ...]:
    """Returns a choice for each report, named by what differs among them."""
    return tuple(Choice(_label(report, reports), f"{family}:{_name(report)}") for report in reports)


def chosen(reports: Sequence[OpenReport], token: str) -> OpenReport | None:
    """Returns the report behind a choice, None when it is not open (any more)."""
    name = token.partition(":")[2]
    return next((report for report in reports if _name(report) == name), None)


def _name(report: OpenReport) -> str:
    return short(report.key.period, report.key.unit, report.key.form)


def _label(report: OpenReport, among: Sequence[OpenReport]) -> str:
    parts = []
    if len({one.unit.id for one in among}) > 1:
        parts.append(report.unit.name)
    if len({one.period.id for one in among}) > 1 or not parts:
        parts.append(report.period.title)
    if len(report.period.forms) > 1:
        parts.append(report.form.title)
    return ", ".join(parts)
