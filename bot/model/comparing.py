"""With which earlier period a period is compared. Pure."""

from collections.abc import Sequence

from bot.model.months import MONTHS
from bot.model.period import Period


def compared_with(period: Period, periods: Sequence[Period]) -> Period | None:
    """Returns the same time of the year before; where that was not reported, the nearest earlier period, None without.

    Only periods that ask for one of the same forms.
    """
    like = [one for one in periods if one.id != period.id and set(one.forms) & set(period.forms)]
    same = [one for one in like if one.span is period.span and one.year == period.year - 1]
    earlier = [one for one in like if _end(one) < _end(period)]
    return same[0] if same else max(earlier, key=_end, default=None)


def _end(period: Period) -> tuple[int, int]:
    return period.year, MONTHS[period.span][1]
