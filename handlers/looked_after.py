"""The units that somebody looks after: an officer those under their own, an admin all."""

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.own_units import reach

NOT_YOURS = "Việc này do cán bộ Hội cấp trên làm. Đồng chí hỏi {office}."
"""What is said to somebody who looks after no other unit and wants to."""


def keeps(person: Person | None) -> bool:
    """Returns whether somebody looks after other units at all."""
    return person is not None and (person.has(RoleKind.ADMIN) or person.has(RoleKind.OFFICER))


def looked_after(person: Person, tree: Tree, desk: Desk, kind: RoleKind) -> list[Unit]:
    """Returns the units for which somebody may give and end roles of a kind now, in the order of the tree.

    Leaders are of units without others under them, officers of all others. Officers are named by an admin only.
    """
    if kind is not RoleKind.LEADER and not person.has(RoleKind.ADMIN):
        return []
    today = desk.now.date()
    mine = reach(person, tree, desk).units()
    return [unit for unit in mine if bool(tree.children(unit.id, today)) == (kind is not RoleKind.LEADER)]
