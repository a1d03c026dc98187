"""The chart of how a period stands: its values are gathered from the house, then it is drawn beside the loop."""

import asyncio
from datetime import datetime, tzinfo

from bot.job_ports import JobResult
from bot.messages import File, FileKind
from bot.model.divided import Part, divided
from bot.model.job import Job
from bot.model.period import Period
from bot.model.roll import Roll
from bot.model.standing import Standing
from bot.model.unit import Unit
from bot.reading.shown import shown
from bot.records import Records
from bot.reports.chart import Bar, Chart, chart
from bot.roll_call import roll_call

_NOTHING = "Ở đơn vị đó không có đơn vị nào phải nộp báo cáo, nên tôi không vẽ biểu đồ."


class Charting:
    """Draws how a period stands for somebody in a chat (bot.job_ports.Worker).

    The job's parameters are the period's id and the unit's; whoever wished it may see that unit.
    """

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    async def __call__(self, job: Job, records: Records) -> JobResult:
        """Returns the picture (PNG), or a word where nothing has to report there."""
        period_id, unit = job.parameters
        now = job.wanted.astimezone(self._zone)
        picture = await standing_chart(records, period_id, unit, now)
        if picture is None:
            return JobResult(_NOTHING)
        return JobResult("", File(f"tinh-hinh-{period_id}-{unit}.png", picture, FileKind.PICTURE))


async def standing_chart(records: Records, period_id: str, top_unit_id: str, now: datetime) -> bytes | None:
    """Returns the picture (PNG) of what is under a unit, None where nothing there has to report.

    ``now`` is in the association's zone. Who may see it is decided by whoever asks.
    """
    tree, today = await records.tree(), now.date()
    period = next((one for one in await records.periods() if one.id == period_id), None)
    top = tree.find(top_unit_id)
    if period is None or top is None:
        return None
    roll = (await roll_call(records, period, tree, today)).under(top.id, tree, today)
    if not roll.lines:
        return None
    parts = divided(top.id, roll, tree, today) or (Part(top, roll),)
    return await asyncio.to_thread(chart, values(period, top, roll, parts, now))


def values(period: Period, top: Unit, roll: Roll, parts: tuple[Part, ...], now: datetime) -> Chart:
    """Returns what the chart shows."""
    turnout = roll.turnout
    done = f"{shown(turnout.submitted)}/{shown(turnout.expected)} đã nộp ({turnout.percent} %)"
    at = f"{now.hour}:{now.minute:02d} ngày {now.day}/{now.month}/{now.year}"
    title = f"{period.title[:1].upper()}{period.title[1:]}"
    return Chart(top.name, f"{title}, lúc {at}\n{done}", tuple(_bar(part) for part in parts))


def _bar(part: Part) -> Bar:
    def count(*states: Standing) -> int:
        return len(part.roll.where(*states))

    return Bar(
        name=part.unit.short,
        done=count(Standing.SUBMITTED, Standing.ACCEPTED),
        returned=count(Standing.RETURNED),
        draft=count(Standing.DRAFT),
        missing=count(Standing.MISSING),
    )
