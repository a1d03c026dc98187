"""The reports that wait for an officer, each with what deserves a look. All of them are read and weighed at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.desk import Desk
from bot.dialog.checking import Beside
from bot.dialog.flags import Flag, flags
from bot.dialog.form import Form
from bot.model.period import Period, Span, period_id
from bot.model.periods import taking
from bot.model.person import Person
from bot.model.review import Review
from bot.model.sheet import Sheet
from bot.model.submission import SubmissionState
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.model.values import Values, joined
from handlers.own_units import Reach, reach, takes_over
from handlers.report_room import short

_HELD = (SubmissionState.SUBMITTED, SubmissionState.RETURNED, SubmissionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Item:
    """A report that waits. ``since``: handed in, or opened again, then. ``last`` is the period of the figures in
    ``beside``; ``returned`` the decision that sent an earlier version back.
    """

    sheet: Sheet
    unit: Unit
    period: Period
    form: Form
    since: datetime
    beside: Beside
    last: Period | None
    flags: tuple[Flag, ...]
    returned: Review | None

    @property
    def flagged(self) -> bool:
        """Whether somebody has to look at it. What was sent back and comes again is looked at by its reviewer."""
        return bool(self.flags) or self.returned is not None


@dataclass(frozen=True, slots=True)
class Queue:
    """The reports that wait, flagged ones first, then in the order of the tree."""

    items: tuple[Item, ...]

    @property
    def plain(self) -> tuple[Item, ...]:
        """Those without flags."""
        return tuple(item for item in self.items if not item.flagged)

    def find(self, receipt: str) -> Item | None:
        """Returns the report with this receipt."""
        return next((item for item in self.items if item.sheet.receipt == receipt), None)

    def after(self, receipt: str) -> Item | None:
        """Returns the one that comes after a report, None after the last."""
        place = next((place for place, item in enumerate(self.items) if item.sheet.receipt == receipt), -1)
        return self.items[place + 1] if place + 1 < len(self.items) else None

    def without(self, done: Sequence[Item]) -> "Queue":
        """Returns what is left after these."""
        gone = {item.sheet.receipt for item in done}
        return Queue(tuple(item for item in self.items if item.sheet.receipt not in gone))


async def waiting(desk: Desk, person: Person, scope: str = "") -> Queue:
    """Returns what waits for somebody; ``scope``: the short name of the unit under which, "" for all of theirs."""
    tree = await desk.records.tree()
    units = tended(person, tree, desk, scope)
    periods = await desk.records.periods()
    found = [item for period in current(periods) for item in await _in_period(desk, period, periods, units)]
    places = {unit.id: place for place, unit in enumerate(tree.units)}
    found.sort(key=lambda item: (not item.flagged, places[item.unit.id]))
    return Queue(tuple(found))


def tended(person: Person, tree: Tree, desk: Desk, scope: str = "") -> list[Unit]:
    """Returns the units whose reports somebody reviews: those that they look after, and what has ended there: it was
    merged into one of these, or its figures count under one of them.
    """
    look = reach(person, tree, desk)
    mine = look.units()
    top = next((unit for unit in mine if scope and named(unit) == scope), None)
    if top is not None:
        look = Reach((top,), tree, look.day)
        mine = look.units()
    names = {unit.id for unit in mine}
    gone = [unit for unit in tree.units if unit.ended(look.day)]
    return [
        *mine,
        *(
            unit
            for unit in gone
            if look.covers(unit.id) or ((heir := takes_over(unit.id, tree, desk)) and heir.id in names)
        ),
    ]


def named(unit: Unit) -> str:
    """Returns the short name of a unit, as buttons carry it."""
    return short(unit.id)


def current(periods: Sequence[Period]) -> list[Period]:
    """Returns the periods whose reports are reviewed: those that are not closed, and the one closed last."""
    closed = [(one.closed, one) for one in periods if one.closed is not None]
    return [*taking(periods), *([max(closed, key=lambda one: one[0])[1]] if closed else [])]


async def _in_period(desk: Desk, period: Period, periods: Sequence[Period], units: Sequence[Unit]) -> list[Item]:
    by_name = {unit.id: unit for unit in units}
    forms = {form.id: form for form in desk.forms}
    sheets = await desk.records.sheets(period.id, list(by_name), (SubmissionState.SUBMITTED,))
    sheets = [sheet for sheet in sheets if sheet.key.form in forms]
    if not sheets:
        return []
    names = list(dict.fromkeys(sheet.key.unit for sheet in sheets))
    last = _last(period, periods)
    before = await _said(desk, last, names)
    of_year = period_id(Span.HALF, period.year) if period.span is Span.YEAR else ""
    half = await _said(desk, next((one for one in periods if one.id == of_year), None), names)
    decided = {one.key: one for one in await desk.records.reviews(period.id, names)}
    nothing = Values()
    found = []
    for sheet in sheets:
        unit, form = by_name[sheet.key.unit], forms[sheet.key.form]
        beside = Beside(period.span, unit.members, before.get(unit.id, nothing), half.get(unit.id, nothing))
        flagged = flags(form, sheet.values, beside, last)
        review = decided.get(sheet.key)
        since = review.at if review is not None and review.number == sheet.number else sheet.at
        found.append(Item(sheet, unit, period, form, since, beside, last, flagged, _returned(sheet, review)))
    return found


def _last(period: Period, periods: Sequence[Period]) -> Period | None:
    """Returns the period before this one that asked for some of the same forms."""
    earlier = [one for one in periods if one.opened < period.opened and set(one.forms) & set(period.forms)]
    return max(earlier, key=lambda one: one.opened, default=None)


async def _said(desk: Desk, period: Period | None, units: Sequence[str]) -> dict[str, Values]:
    """Returns what these units reported in a period, on all forms together."""
    if period is None:
        return {}
    found: defaultdict[str, list[Values]] = defaultdict(list)
    for sheet in await desk.records.sheets(period.id, units, _HELD):
        found[sheet.key.unit].append(sheet.values)
    return {unit: joined(several) for unit, several in found.items()}


def _returned(sheet: Sheet, latest: Review | None) -> Review | None:
    """Returns the decision that sent the version before this one back, None where the latest one did not."""
    if latest is None or latest.state is not SubmissionState.RETURNED or latest.number >= sheet.number:
        return None
    return latest
