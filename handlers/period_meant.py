"""Which periods somebody can mean: those that are named, else those that are open, else the last one."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.model.period import Period, PeriodState
from bot.reading.period_named import PeriodNamed


async def periods_meant(desk: Desk, named: PeriodNamed) -> Sequence[Period]:
    """Returns the periods that can be meant; () where there is none like that."""
    every = await desk.records.periods()
    if not named.said:
        return _open(every, desk) or every[:1]
    year = [one for one in every if named.year in (None, one.year)]
    fitting = [one for one in year if named.span in (None, one.span)]
    if named.year is None:
        return _open(fitting, desk)[:1] or fitting[:1]
    return fitting if named.span is not None else year


async def last_closed(desk: Desk) -> Sequence[Period]:
    """Returns the period before those that are open; () where there is none."""
    return [one for one in await desk.records.periods() if one.state(desk.now.date()) is PeriodState.CLOSED][:1]


def _open(periods: Sequence[Period], desk: Desk) -> list[Period]:
    return [one for one in periods if one.state(desk.now.date()) is not PeriodState.CLOSED]
