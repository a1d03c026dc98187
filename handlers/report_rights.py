"""Who may touch the figures of a unit."""

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from handlers.own_units import takes_over


def may_report(person: Person, unit: str, tree: Tree, desk: Desk) -> bool:
    """Returns whether somebody may hand in the figures of a unit: its leader, an officer over it, an admin."""
    return _leads(person, unit, tree, desk) or oversees(person, unit, tree, desk)


def _leads(person: Person, unit: str, tree: Tree, desk: Desk) -> bool:
    """Returns whether somebody leads a unit, or one that was merged into it."""
    return any(_now(name, tree, desk) == unit or name == unit for name in person.units(RoleKind.LEADER))


def oversees(person: Person, unit: str, tree: Tree, desk: Desk) -> bool:
    """Returns whether somebody is an officer of a unit that stands over this one, or of what it was merged into."""
    return person.has(RoleKind.ADMIN) or any(
        tree.within(unit, _now(name, tree, desk) or name, desk.now.date()) for name in person.units(RoleKind.OFFICER)
    )


def _now(name: str, tree: Tree, desk: Desk) -> str:
    unit = takes_over(name, tree, desk)
    return unit.id if unit is not None else ""
