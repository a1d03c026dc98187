"""Which periods somebody can mean: those that are named, else those that are open, else the last one. Pure."""

from collections.abc import Sequence

from bot.model.period import Period
from bot.model.periods import taking, usual
from bot.reading.period_named import PeriodNamed


def periods_meant(every: Sequence[Period], named: PeriodNamed) -> Sequence[Period]:
    """Returns the periods that can be meant; () where there is none like that."""
    if not named.said:
        return usual(every)
    year = [one for one in every if named.year in (None, one.year)]
    fitting = [one for one in year if named.span in (None, one.span)]
    if named.year is None:
        return taking(fitting)[:1] or fitting[:1]
    return fitting if named.span is not None else year
