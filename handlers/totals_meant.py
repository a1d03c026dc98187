"""Which period and which unit a wish for totals or files is about; with several, which one is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.period import Period
from bot.model.person import Person
from bot.model.unit import Unit
from bot.outcome import Outcome
from handlers.answering import asked
from handlers.own_units import reach, tops
from handlers.pages import AT_MOST, shortened
from handlers.role_words import placed
from handlers.telling import remark
from handlers.totals_table import period_of
from handlers.totals_view import seen
from handlers.totals_wish import Wish
from handlers.unit_named import units_named

_NO_PERIOD = "Chưa có kỳ báo cáo nào."
_NOT_THAT = "Chưa có báo cáo nào của kỳ {period}."
_OUTSIDE = "Trong các đơn vị đồng chí phụ trách tôi không thấy {text}."

Token = Callable[[str, str], str]
"""The token of a choice, of a period's id and a unit's."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The one period and the one unit that are meant."""

    period: Period
    unit: Unit


async def meant(incoming: Incoming, desk: Desk, person: Person, wanted: Wish, token: Token) -> Meant | Outcome:
    """Returns what is meant, or what is said instead.

    What is not said is as it was on the screen; without one it is the latest period and the person's own unit.
    """
    tree = await desk.records.tree()
    on_screen = seen(desk.talk.screen)
    found = units_named(wanted.named, reach(person, tree, desk).ever(), tree) if wanted.named else []
    if wanted.named and not found:
        told = asked(incoming, desk, incoming.text) if wanted.is_question else None
        return told or remark(incoming, _OUTSIDE.format(text=shortened(wanted.named, 40)))
    here = tree.find(on_screen.unit) if on_screen and not wanted.whole else None
    units = found or ([here] if here else tops(person, tree, desk))
    names = wanted.periods or ((on_screen.period,) if on_screen else wanted.usual)
    if not names:
        return remark(incoming, _NO_PERIOD)
    if len(names) > 1:
        titles = {one.id: one.title for one in await desk.records.periods()}
        choices = tuple(Choice(titles[name], token(name, units[0].id)) for name in names[:AT_MOST])
        return remark(incoming, "Đồng chí xem kỳ nào?", choices)
    if len(units) > 1:
        choices = tuple(Choice(shortened(placed(unit, tree)), token(names[0], unit.id)) for unit in units[:AT_MOST])
        return remark(incoming, "Đồng chí xem đơn vị nào?", choices)
    period = await period_of(desk, names[0])
    if period is None:
        return remark(incoming, _NOT_THAT.format(period=wanted.title or names[0]))
    return Meant(period[0], units[0])
