"""Which unit in which period an officer looks at: by a button, or by name; what is not plain is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.period import Period
from bot.model.periods import last_closed, usual
from bot.model.person import Person
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.reading.period_named import LAST, period_named
from bot.reading.period_span import second_half
from handlers.answering import asked
from handlers.own_units import Reach, reach
from handlers.pages import AT_MOST, page
from handlers.period_meant import periods_meant
from handlers.period_words import SECOND_HALF, titled
from handlers.seen_token import Seen, seen, token
from handlers.telling import remark
from handlers.unit_asked import Naming, which
from handlers.unit_named import units_named
from knowledge.fold import plain

_LEVEL = re.compile(
    r"(?:cua |o |tai |cho )?(?:chi hoi|hoi|xa|phuong|thi tran|huyen|thi xa|tinh|thon|to dan pho|khoi)\b"
)
_LITTLE = re.compile(
    r"(?:(?:cua|o|tai|cho|the nao|ra sao|sao roi|ra rang|den dau|toi dau|roi"
    r"|a|nhe|di|voi|gio|bay gio|hien nay|toi|xem|du|xong|nua|khong)\b ?)+"
)
_MINE = re.compile(
    r"\b(?:cua |o |trong )?(?:theo )?(?:toan|ca|cac|tung) (?:tinh|huyen|xa|phuong|chi hoi|don vi|thon)\b"
    r"(?: minh\b| ta\b| nha\b| toi\b)?|\b(?:cua |o |trong )?(?:tinh|huyen|xa|phuong) (?:minh|ta|nha|tui|toi)\b"
    r"|\b(?:cua |o |trong )?(?:tinh|huyen|xa|phuong)$"
)
_NO_UNIT = "Đơn vị đồng chí phụ trách nay không còn nữa. Đồng chí hỏi {office}."
_NOT_FOUND = "Tôi không thấy đơn vị đó trong các đơn vị đồng chí phụ trách."
_MANY = "Có {count} đơn vị tên như vậy. Đồng chí nói thêm đơn vị đó ở đâu giúp tôi."
_NO_PERIOD = "Chưa có kỳ báo cáo nào."
_NOT_THAT_PERIOD = 'Chưa có kỳ báo cáo nào như vậy. Đồng chí nhắn "các kỳ báo cáo" để xem các kỳ đang có.'


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: the family of its buttons, the words that ask it, and what stood behind them."""

    family: str
    words: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A unit within somebody's reach, in a period; ``start`` is where the page of a list starts."""

    reach: Reach
    period: Period
    unit: Unit
    start: int = 0

    @property
    def tree(self) -> Tree:
        """The tree of units."""
        return self.reach.tree

    @property
    def up(self) -> Unit | None:
        """The unit over this one, None where that is not theirs to look at."""
        path = self.tree.path(self.unit.id, self.reach.day)
        return self.tree.find(path[1]) if len(path) > 1 and self.reach.covers(path[1]) else None


async def looked_at(incoming: Incoming, desk: Desk, person: Person, asking: Asking) -> Look | Outcome:
    """Returns what is looked at, or what is said instead: nothing of a unit that is not theirs."""
    mine = reach(person, await desk.records.tree(), desk)
    if not mine.tops:
        return remark(incoming, _NO_UNIT.format(office=desk.office))
    if incoming.kind is Kind.PRESS:
        return await _pressed(incoming, desk, mine, asking)
    if second_half(plain(asking.text)):
        return remark(incoming, SECOND_HALF)
    last = LAST.search(plain(asking.text)) is not None
    named = period_named(without(asking.text, LAST), desk.now.year)
    name = _without_little(without(_without_little(named.rest), _MINE))
    units = _named(name, mine) if name else list(mine.tops)
    if not units and not names_level(name) and not units_named(name, mine.tree.units, mine.tree):
        return asked(incoming, desk, incoming.text)
    every = await desk.records.periods()
    periods = last_closed(every) if last else periods_meant(every, named)
    if not periods:
        return remark(incoming, _NOT_THAT_PERIOD if named.said or last else _NO_PERIOD)
    if len(units) != 1:
        return _which_unit(incoming, mine, asking, name, units, periods)
    return _opened(incoming, mine, asking, units[0], periods)


async def _pressed(incoming: Incoming, desk: Desk, mine: Reach, asking: Asking) -> Look | Outcome:
    what = seen(incoming.token)
    unit = mine.tree.find(what.unit)
    if unit is None and not what.unit and len(mine.tops) == 1:
        unit = mine.tops[0]
    if what.unit and (unit is None or not mine.covers(what.unit)):
        return remark(incoming, _NOT_FOUND)
    periods = await _periods(desk, what)
    if not periods:
        return remark(incoming, _NO_PERIOD)
    if unit is None:
        return _which_unit(incoming, mine, asking, "", mine.tops, periods)
    return _opened(incoming, mine, asking, unit, periods, what.start)


async def _periods(desk: Desk, what: Seen) -> Sequence[Period]:
    if what.period:
        return [one for one in await desk.records.periods() if one.id == what.period]
    return usual(await desk.records.periods())


def _opened(
    incoming: Incoming, mine: Reach, asking: Asking, unit: Unit, periods: Sequence[Period], start: int = 0
) -> Look | Outcome:
    if len(periods) == 1:
        return Look(mine, periods[0], unit, start)
    choices = [Choice(titled(one.title), token(asking.family, one.id, unit.id)) for one in periods]
    return remark(incoming, "Đồng chí xem kỳ nào?", page(choices, 0, asking.family))


def _named(name: str, mine: Reach) -> list[Unit]:
    """Returns the units that a name can mean; the level that was typed with it tells them apart: "xã 7", "thôn 7"."""
    units = units_named(name, mine.units(), mine.tree)
    words = re.compile(rf"\b{re.escape(plain(name))}\b")
    return [unit for unit in units if words.search(plain(unit.name))] or units


def _which_unit(
    incoming: Incoming, mine: Reach, asking: Asking, name: str, units: Sequence[Unit], periods: Sequence[Period]
) -> Outcome:
    if name and len(units) > AT_MOST:
        return remark(incoming, _MANY.format(count=len(units)))
    period = periods[0].id if len(periods) == 1 else ""
    return remark(
        incoming, *which(units, mine.tree, Naming(asking.words, name, mine.units(), f"{asking.family}:{period}"))
    )


def names_level(text: str) -> bool:
    """Returns whether a text begins as the name of a unit does: "xã …", "của chi hội …"."""
    return _LEVEL.match(plain(text)) is not None


def _without_little(text: str) -> str:
    """Returns a name without the little words around it: "của xã Vân Trà thế nào rồi" is "xã Vân Trà"."""
    words = text.split()
    for start in range(len(words), 0, -1):
        if _LITTLE.fullmatch(plain(" ".join(words[:start]))):
            words = words[start:]
            break
    for end in range(len(words)):
        if _LITTLE.fullmatch(plain(" ".join(words[end:]))):
            words = words[:end]
            break
    return " ".join(words)
