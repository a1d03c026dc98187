""" "tổng hợp": the figures of a unit and all under it added up, beside an earlier period, or one by one."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.person import Person
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps
from handlers.order import asked_after
from handlers.own_units import reach, tops
from handlers.pages import page, shortened
from handlers.telling import remark, tell
from handlers.totals_meant import meant
from handlers.totals_table import Table, table
from handlers.totals_view import FAMILY, PAGE, Side, View, view_of
from handlers.totals_wish import ORDER, Wish, wish
from handlers.totals_words import by_unit, compared, sums
from handlers.typed import pressed

_GONE = 'Nút đó không dùng được nữa. Đồng chí nhắn lại "tổng hợp" giúp tôi.'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants totals."""
    return pressed(incoming, FAMILY, PAGE) or (
        incoming.kind is Kind.TEXT and asked_after(incoming.text, ORDER) is not None
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the totals, or which period, unit or figure is meant. Who looks after nobody asked the knowledge."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not keeps(person):
        told = remark(incoming, NOT_YOURS.format(office=desk.office))
        ordered = incoming.kind is Kind.PRESS or incoming.text.startswith("/")
        bare = person is not None and bool(person.roles) and not asked_after(incoming.text, ORDER)
        return told if ordered or bare else asked(incoming, desk, incoming.text)
    tree = await desk.records.tree()
    if not tops(person, tree, desk):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    if incoming.kind is not Kind.PRESS:
        return await _spoken(incoming, desk, person)
    view = view_of(incoming.token)
    if view is None or not reach(person, tree, desk).covers(view.unit):
        return remark(incoming, _GONE)
    if pressed(incoming, PAGE):
        return await _listed(incoming, desk, view)
    return await _told(incoming, desk, person, view)


async def _spoken(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    rest = asked_after(incoming.text, ORDER) or ""
    wanted = wish(rest, desk.now.date(), await desk.records.periods(), desk.forms)
    return await wished(incoming, desk, person, wanted)


async def wished(incoming: Incoming, desk: Desk, person: Person, wanted: Wish) -> Outcome:
    """Returns what somebody wants added up, or which period or unit is meant."""
    found = await meant(incoming, desk, person, wanted, lambda period, unit: View(period, unit).token)
    if isinstance(found, Outcome):
        return found
    return await _told(
        incoming, desk, person, wanted.applied(View(found.period.id, found.unit.id), found.period, desk.forms)
    )


async def _told(incoming: Incoming, desk: Desk, person: Person, view: View) -> Outcome:
    found = await table(desk, view)
    if found is None or view.figure > len(found.fields):
        return remark(incoming, _GONE)
    match view.side:
        case Side.SUMS:
            text = sums(found)
        case Side.COMPARED:
            text = compared(found)
        case Side.FIGURE:
            text = by_unit(found, view.figure)
    return tell(incoming, desk, text, _choices(desk, person, view, found))


def _choices(desk: Desk, person: Person, view: View, found: Table) -> tuple[Choice, ...]:
    """What can be looked at next. Words that follow without a period or unit mean those of these choices."""
    tree, today = found.tree, desk.now.date()
    sums_of = replace(view, side=Side.SUMS, figure=0)
    sides = [
        ("So kỳ trước", replace(sums_of, side=Side.COMPARED), view.side is not Side.COMPARED and bool(found.before)),
        ("Các tổng số", sums_of, view.side is not Side.SUMS),
        ("Theo địa bàn cũ", replace(view, old=True), found.rearranged),
        ("Theo địa bàn nay", replace(view, old=False), view.old),
    ]
    choices = [Choice(label, side.token) for label, side, offered in sides if offered]
    if len(found.period.forms) > 1:
        other = (view.form + 1) % len(found.period.forms)
        choices.append(Choice("Biểu khác", replace(sums_of, form=other).token))
    if any(tree.children(unit.id, found.day) for unit in tree.children(view.unit, found.day)):
        choices.append(Choice("Đơn vị dưới", f"{PAGE}:{view.token.partition(':')[2]}#0"))
    over = tree.parent(view.unit, found.day)
    if over is not None and reach(person, tree, desk).covers(over.id) and tree.find(view.unit) not in tree.roots(today):
        choices.append(Choice("Lên trên", view.of(over.id).token))
    if view.side is not Side.FIGURE and found.made_of == (found.period,):
        choices += [Choice("Tệp Excel", view.file("xlsx")), Choice("Tệp Word", view.file("docx"))]
    return tuple(choices)


async def _listed(incoming: Incoming, desk: Desk, view: View) -> Outcome:
    """Returns the units under one, a page at a time."""
    found = await table(desk, view)
    if found is None:
        return remark(incoming, _GONE)
    start = incoming.token.rpartition("#")[2].strip(":")
    under = found.tree.children(view.unit, found.day)
    choices = [Choice(shortened(unit.name), view.of(unit.id).token) for unit in under]
    shown = page(choices, int(start) if start.isdecimal() else 0, f"{PAGE}:{view.token.partition(':')[2]}#")
    return remark(incoming, "Đồng chí xem đơn vị nào?", shown)


HANDLER = Handler("totals", wants, handle)
