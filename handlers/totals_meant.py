"""Which period and which unit a wish for totals or files is about; with several, which one is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.period import Period
from bot.model.person import Person
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.outcome import Outcome
from handlers.answering import asked
from handlers.own_units import reach
from handlers.pages import AT_MOST, shortened
from handlers.role_words import placed
from handlers.telling import remark
from handlers.totals_table import period_of
from handlers.totals_view import on_screen
from handlers.totals_wish import Wish
from handlers.unit_named import units_named

_NO_PERIOD = "Chưa có kỳ báo cáo nào."
_NOT_THAT = "Chưa có báo cáo nào của kỳ {period}."
_OUTSIDE = "Trong các đơn vị đồng chí phụ trách tôi không thấy {text}."
_MANY = "Có {count} đơn vị có thể là đơn vị đồng chí hỏi. Đồng chí nói rõ tên và nơi của đơn vị giúp tôi."

Token = Callable[[str, str], str]
"""The token of a choice, of a period's id and a unit's."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The one period and the one unit that are meant."""

    period: Period
    unit: Unit


async def meant(incoming: Incoming, desk: Desk, person: Person, wanted: Wish, token: Token) -> Meant | Outcome:
    """Returns what is meant, or what is said instead: nothing of a unit that is not theirs (any more).

    What is not said is as it was on the screen; without one it is the latest period and the person's own unit.
    """
    tree = await desk.records.tree()
    mine = reach(person, tree, desk)
    before = on_screen(desk.talk.screen)
    found = units_named(wanted.named, mine.ever(), tree) if wanted.named else []
    if wanted.named and not found:
        told = asked(incoming, desk, incoming.text) if wanted.is_question else None
        return told or remark(incoming, _OUTSIDE.format(text=shortened(wanted.named, 40)))
    shown = before if before and mine.covers(before.unit) and not wanted.whole else None
    here = tree.find(shown.unit) if shown else None
    units = found or ([here] if here else list(mine.tops))
    names = wanted.periods or ((before.period,) if before else wanted.usual)
    if not names:
        return remark(incoming, _NO_PERIOD)
    if len(names) > 1 or len(units) > 1:
        return await _which(incoming, desk, names, units, tree, token)
    period = await period_of(desk, names[0])
    if period is None:
        return remark(incoming, _NOT_THAT.format(period=wanted.title or names[0]))
    return Meant(period[0], units[0])


async def _which(
    incoming: Incoming, desk: Desk, names: Sequence[str], units: Sequence[Unit], tree: Tree, token: Token
) -> Outcome:
    """Returns the question which one is meant: of several units in several periods each pair is a choice."""
    if len(units) > 1 and len(units) * len(names) > AT_MOST:
        return remark(incoming, _MANY.format(count=len(units)))
    titles = {one.id: one.title for one in await desk.records.periods()}
    choices = []
    for name in names[:AT_MOST]:
        for unit in units:
            parts = (placed(unit, tree) if len(units) > 1 else "", titles[name] if len(names) > 1 else "")
            choices.append(Choice(shortened(": ".join(part for part in parts if part)), token(name, unit.id)))
    asked_for = "kỳ nào" if len(units) == 1 else "đơn vị nào" if len(names) == 1 else "đơn vị nào, kỳ nào"
    return remark(incoming, f"Đồng chí xem {asked_for}?", tuple(choices))
