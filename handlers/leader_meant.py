"""Which chi hội trưởng is meant by name: "nhắc ông Ba nộp báo cáo", "ông Ba nộp chưa"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.person import Person
from bot.model.receiver import Receiver
from bot.model.role import RoleKind
from bot.outcome import Outcome
from bot.reading.period_named import period_named
from handlers.contacts import contacts
from handlers.looked_at import names_level
from handlers.own_units import Reach, reach
from handlers.pages import AT_MOST, shortened
from handlers.period_meant import periods_meant
from handlers.person_named import persons_named, titled, untitled
from handlers.seen_token import PROMPT, token
from handlers.telling import remark
from handlers.unit_named import units_named

_NOBODY = (
    "Trong các đơn vị đồng chí phụ trách tôi không thấy chi hội trưởng nào tên {name}.\n"
    "Đồng chí nói cả họ tên, hoặc tên chi hội."
)
_WHICH = "Có {count} đồng chí tên {name}. {asked} đồng chí nào?"
_MANY = "Có {count} đồng chí tên {name}. Đồng chí nói cả họ tên, hoặc kèm đơn vị."


async def leader_meant(
    incoming: Incoming, desk: Desk, person: Person, text: str, family: str = PROMPT
) -> Incoming | Outcome | None:
    """Returns the button of the unit whose leader is meant, or what is asked or said about the name.

    ``family`` is what the button does: it reminds, or shows how the report stands.

    None where no person is spoken of: a unit's name is a unit's, unless somebody is called by it ("ông Ba").
    """
    mine = reach(person, await desk.records.tree(), desk)
    named = period_named(text, desk.now.year)
    name = named.rest
    if not name or names_level(name) or (not titled(name) and units_named(name, mine.tree.units, mine.tree)):
        return None
    found = persons_named(name, await _leaders(desk, mine), mine)
    if not found:
        return remark(incoming, _NOBODY.format(name=shortened(untitled(name), 40))) if titled(name) else None
    periods = periods_meant(await desk.records.periods(), named) if named.said else ()
    period = periods[0].id if len(periods) == 1 else ""
    if len(found) == 1:
        return replace(incoming, kind=Kind.PRESS, token=token(family, period, found[0].unit))
    if len(found) > AT_MOST:
        return remark(incoming, _MANY.format(count=len(found), name=shortened(untitled(name), 40)))
    choices = tuple(
        Choice(shortened(f"{one.name}, {unit.short}"), token(family, period, one.unit))
        for one in found
        if (unit := mine.tree.find(one.unit)) is not None
    )
    asked = "Nhắc" if family == PROMPT else "Xem"
    return remark(incoming, _WHICH.format(asked=asked, count=len(found), name=shortened(untitled(name), 40)), choices)


async def _leaders(desk: Desk, mine: Reach) -> Sequence[Receiver]:
    found = await contacts(desk, mine.tree, RoleKind.LEADER, mine.units())
    return [Receiver(one.address, one.id, one.name, contact.unit.id) for contact in found for one in contact.people]
