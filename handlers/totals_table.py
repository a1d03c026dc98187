"""What is read for one view of the totals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.desk import Desk
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.comparing import compared_with
from bot.model.held import Held
from bot.model.lines import Line, lines, right_under
from bot.model.over_time import parts, together
from bot.model.period import Period, Span, period_title
from bot.model.roll import Roll
from bot.model.total import Total, totals
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.roll_call import roll_call
from handlers.totals_view import Side, View


@dataclass(frozen=True, slots=True)
class Table:
    """The totals of a unit, and where one figure is looked at that of those right under it, on the tree of ``day``.

    ``own`` is what the unit reported itself beside those under it, None where it has not.
    ``period`` may be put together of shorter ones: ``made_of``. ``earlier`` is what it is compared with.
    ``rearranged``: the tree of the period's last day shows them elsewhere than today's.
    """

    period: Period
    made_of: tuple[Period, ...]
    form: Form
    top: Unit
    tree: Tree
    day: date
    roll: Roll
    line: Line
    under: tuple[Line, ...]
    own: Total | None
    earlier: Line | None
    before: Period | None
    rearranged: bool

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in the order of the totals."""
        return self.form.asked_in(self.period.span)


async def period_of(desk: Desk, name: str) -> tuple[Period, tuple[Period, ...]] | None:
    """Returns a period, and of which it is put together where nobody reported on it as a whole; None without either."""
    periods = await desk.records.periods()
    found = next((one for one in periods if one.id == name), None)
    if found is not None:
        return found, (found,)
    span, _, year = name.rpartition("-")
    if span not in list(Span) or not year.isdecimal():
        return None
    made_of = parts(Span(span), int(year), periods)
    if not made_of:
        return None
    whole = replace(made_of[-1], id=name, title=period_title(Span(span), int(year)), span=Span(span))
    return whole, made_of


async def table(desk: Desk, view: View) -> Table | None:
    """Returns the totals; None where the period, the unit or the form is not known (any more)."""
    found = await period_of(desk, view.period)
    tree = await desk.records.tree()
    top = tree.find(view.unit)
    if found is None or top is None:
        return None
    period, made_of = found
    forms = [one for name in period.forms for one in desk.forms if one.id == name]
    if not view.form < len(forms):
        return None
    asked = forms[view.form]
    today = desk.now.date()
    day = min(today, period.deadline) if view.old else today
    day = min(day, top.end) if top.end else day
    *sooner, whole = [await roll_call(desk.records, part, tree, today) for part in made_of]
    roll = whole.under(top.id, tree, day)
    inside = {line.unit.id for one in (*sooner, whole) for line in one.under(top.id, tree, day).lines}
    fields = asked.asked_in(period.span)
    only = fields[view.figure - 1].id if view.side is Side.FIGURE and view.figure <= len(fields) else ""
    held = await _held(desk, made_of, asked, period, tree, sorted(inside), only)
    measures = [field.measure for field in fields]
    under = right_under(top.id, roll, tree, day) if view.side is Side.FIGURE else ()
    one = measures[view.figure - 1 : view.figure]
    mine = [report for report in held if report.unit == top.id]
    before = await _before(desk, period, made_of, asked)
    return Table(
        period=period,
        made_of=made_of,
        form=asked,
        top=top,
        tree=tree,
        day=day,
        roll=roll,
        line=lines((top,), measures, held, roll, tree, day, sooner)[0],
        under=lines(under, one, held, roll, tree, day, sooner),
        own=totals(one, mine, len(mine), tree)[0] if under and one and mine else None,
        earlier=await _earlier(desk, before, asked, top, tree, day) if view.side is Side.COMPARED else None,
        before=before,
        rearranged=day == today > period.deadline and _moved(roll, tree, period.deadline, today),
    )


async def _held(
    desk: Desk, made_of: Sequence[Period], form: Form, period: Period, tree: Tree, units: Sequence[str], only: str
) -> Sequence[Held]:
    found = [
        (part, [one for one in await desk.records.held(part.id, units, only) if one.form == form.id])
        for part in made_of
    ]
    if len(found) == 1:
        return found[0][1]
    return together([field.measure for field in form.asked_in(period.span)], found, tree)


async def _before(desk: Desk, period: Period, made_of: Sequence[Period], form: Form) -> Period | None:
    others = [one for one in await desk.records.periods() if one not in made_of and form.id in one.forms]
    return compared_with(period, others)


async def _earlier(desk: Desk, before: Period | None, form: Form, top: Unit, tree: Tree, day: date) -> Line | None:
    if before is None:
        return None
    measures = [field.measure for field in form.asked_in(before.span)]
    roll = (await roll_call(desk.records, before, tree, desk.now.date())).under(top.id, tree, day)
    units = [line.unit.id for line in roll.lines]
    held = [one for one in await desk.records.held(before.id, units) if one.form == form.id]
    return lines((top,), measures, held, roll, tree, day)[0]


def _moved(roll: Roll, tree: Tree, then: date, today: date) -> bool:
    changed = any(unit.end or unit.earlier for unit in tree.units)
    return changed and any(tree.path(line.unit.id, then) != tree.path(line.unit.id, today) for line in roll.lines)
