"""The table of a period: one line for each unit, what is under it added up. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.model.held import Held
from bot.model.measure import Measure
from bot.model.roll import Roll, RollLine
from bot.model.total import Total, totals
from bot.model.tree import Tree
from bot.model.turnout import Turnout
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Line:
    """A unit, the totals of the figures in their order, and how many of the units under it have reported."""

    unit: Unit
    totals: tuple[Total, ...]
    turnout: Turnout

    def total(self, field: str) -> Total | None:
        """Returns the total of a field."""
        return next((total for total in self.totals if total.field == field), None)


@dataclass(frozen=True, slots=True)
class Level:
    """The units of one level ("xã")."""

    name: str
    units: tuple[Unit, ...]


def lines(
    units: Sequence[Unit],
    measures: Sequence[Measure],
    reports: Sequence[Held],
    roll: Roll,
    tree: Tree,
    day: date,
    earlier: Sequence[Roll] = (),
) -> tuple[Line, ...]:
    """Returns a line for each of ``units``, from all that counts under it on this day's tree.

    ``earlier`` are the rolls of the other periods where the reports are put together: what they ask for is asked, too.
    """
    if not units:
        return ()
    wanted = {unit.id for unit in units}
    asked = [*roll.lines, *(line for one in earlier for line in one.lines)]
    names = {*(line.unit.id for line in asked), *(report.unit for report in reports)}
    over = {name: [one for one in tree.path(name, day) if one in wanted] for name in names}
    held: defaultdict[str, list[Held]] = defaultdict(list)
    rolls: defaultdict[str, list[RollLine]] = defaultdict(list)
    for report in reports:
        for name in over[report.unit]:
            held[name].append(report)
    for line in roll.lines:
        for name in over[line.unit.id]:
            rolls[name].append(line)
    due = Counter(name for line in asked for name in over[line.unit.id])
    found = []
    for unit in units:
        turnout = Roll(tuple(rolls[unit.id])).turnout
        found.append(Line(unit, totals(measures, held[unit.id], due[unit.id], tree), turnout))
    return tuple(found)


def by_level(top: str, roll: Roll, tree: Tree, day: date) -> tuple[Level, ...]:
    """Returns the levels under a unit, the highest first. A unit that has ended and had reported keeps its place."""
    under = tree.below(top, day)
    depth = {unit.id: len(tree.above(unit.id, day)) for unit in under}
    levels: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in sorted(under, key=lambda one: depth[one.id]):
        levels[unit.level].append(unit)
    for line in roll.lines:
        if line.unit.id not in depth:
            levels[line.unit.level].append(line.unit)
    return tuple(Level(name, tuple(units)) for name, units in levels.items())


def right_under(top: str, roll: Roll, tree: Tree, day: date) -> tuple[Unit, ...]:
    """Returns the units right under one, with those that have ended and reported before."""
    children = tree.children(top, day)
    known = {unit.id for unit in children}
    others = [line.unit for line in roll.lines if line.unit.id not in known]
    return (*children, *(unit for unit in others if tree.path(unit.id, day)[1:2] == (top,)))
