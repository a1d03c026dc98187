"""The units that somebody sees from above: an officer's own, an admin's are the roots."""

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.looked_after import takes_over


def tops(person: Person, tree: Tree, desk: Desk) -> list[Unit]:
    """Returns the highest units whose reports somebody may see, in the order of the tree."""
    today = desk.now.date()
    if person.has(RoleKind.ADMIN):
        return tree.roots(today)
    mine = [unit for name in person.units(RoleKind.OFFICER) if (unit := takes_over(name, tree, desk)) is not None]
    own = {unit.id: unit for unit in mine}
    return [unit for name, unit in own.items() if own.keys().isdisjoint(one.id for one in tree.above(name, today))]


def reach(person: Person, name: str, tree: Tree, desk: Desk) -> bool:
    """Returns whether somebody may see what counts under a unit: it lies under theirs, or what it became does."""
    mine = {unit.id for unit in tops(person, tree, desk)}
    return tree.find(name) is not None and not mine.isdisjoint(tree.path(name, desk.now.date()))


def reached(person: Person, tree: Tree, desk: Desk) -> list[Unit]:
    """Returns all units that somebody may see, those that have ended among them, in the order of the tree."""
    mine, today = {unit.id for unit in tops(person, tree, desk)}, desk.now.date()
    return [unit for unit in tree.units if not mine.isdisjoint(tree.path(unit.id, today))]
