"""A roll divided among the units right under one: who stands how far. Pure."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bot.model.roll import Roll, RollLine
from bot.model.standing import Standing
from bot.model.tree import Tree
from bot.model.unit import Unit

_OWED = (Standing.MISSING, Standing.DRAFT, Standing.RETURNED)


@dataclass(frozen=True, slots=True)
class Part:
    """A unit, and the roll of what counts under it. ``own``: it reports itself and has nobody under it that does."""

    unit: Unit
    roll: Roll

    @property
    def own(self) -> bool:
        """Whether it is the unit itself that reports."""
        return all(line.unit.id == self.unit.id for line in self.roll.lines)

    @property
    def owed(self) -> tuple[RollLine, ...]:
        """Returns the lines of those that have something to do still."""
        return tuple(line for line in self.roll.lines if line.stand.state in _OWED)


def divided(top: str, roll: Roll, tree: Tree, day: date) -> tuple[Part, ...]:
    """Returns the parts of a roll right under a unit, the worst first; () where the unit has none under it.

    The worst has the smallest share handed in, then the most that owe something, then the fewest that have begun;
    equals stay in the order of the tree.
    What the unit itself reports beside those under it is no part.
    """
    found: defaultdict[str, list[RollLine]] = defaultdict(list)
    for line in roll.lines:
        path = tree.path(line.unit.id, day)
        if top in path[1:]:
            found[path[path.index(top) - 1]].append(line)
    places = {unit.id: place for place, unit in enumerate(tree.units)}
    parts = [
        Part(unit, Roll(tuple(lines)))
        for name, lines in sorted(found.items(), key=lambda one: places[one[0]])
        if (unit := tree.find(name)) is not None
    ]
    return tuple(sorted(parts, key=_worst))


def _worst(part: Part) -> tuple[float, int, int]:
    turnout = part.roll.turnout
    return turnout.submitted / turnout.expected, -len(part.owed), turnout.drafts
