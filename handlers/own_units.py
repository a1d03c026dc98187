"""The units at the top of what somebody looks after: an officer's own as they are now, an admin's the roots."""

from dataclasses import dataclass
from datetime import date

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody's look goes on a day: the tops, and all under them at any depth."""

    tops: tuple[Unit, ...]
    tree: Tree
    day: date

    def covers(self, unit: str) -> bool:
        """Returns whether a unit, also one that has ended, is or lies under one of the tops."""
        path = self.tree.path(unit, self.day) if self.tree.find(unit) is not None else ()
        return any(top.id in path for top in self.tops)

    def units(self) -> list[Unit]:
        """Returns the tops and all that exist under them, in the order of the tree."""
        return list({unit.id: unit for top in self.tops for unit in self.tree.below(top.id, self.day)}.values())

    def ever(self) -> list[Unit]:
        """Returns these and those that have ended and lie there."""
        return [unit for unit in self.tree.units if self.covers(unit.id)]


def tops(person: Person, tree: Tree, desk: Desk) -> list[Unit]:
    """Returns the units at the top of what somebody looks after now, none of them under another one.

    Where an officer's unit was merged it is the one that goes on for it. A leader has none.
    """
    today = desk.now.date()
    if person.has(RoleKind.ADMIN):
        return tree.roots(today)
    heirs = [takes_over(name, tree, desk) for name in person.units(RoleKind.OFFICER)]
    mine = {unit.id: unit for unit in heirs if unit is not None}
    return [unit for unit in mine.values() if not any(one.id in mine for one in tree.above(unit.id, today))]


def reach(person: Person, tree: Tree, desk: Desk) -> Reach:
    """Returns how far somebody's look goes now."""
    return Reach(tuple(tops(person, tree, desk)), tree, desk.now.date())


def takes_over(name: str, tree: Tree, desk: Desk) -> Unit | None:
    """Returns the unit that goes on for one, None where only a unit above it is left.

    A district that is gone leaves its officer nothing: the province is not theirs.
    """
    today = desk.now.date()
    heir = tree.heir(name, today)
    return None if heir is not None and heir.id != name and tree.within(name, heir.id, today) else heir
