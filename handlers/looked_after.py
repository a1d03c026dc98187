"""The units that somebody looks after: an officer those under their own, an admin all."""

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit

NOT_YOURS = "Việc này do cán bộ Hội cấp trên làm. Đồng chí hỏi {office}."
"""What is said to somebody who looks after no other unit and wants to."""


def keeps(person: Person | None) -> bool:
    """Returns whether somebody looks after other units at all."""
    return person is not None and (person.has(RoleKind.ADMIN) or person.has(RoleKind.OFFICER))


def takes_over(name: str, tree: Tree, desk: Desk) -> Unit | None:
    """Returns the unit that goes on for one, None where only a unit above it is left.

    A district that is gone leaves its officer nothing: the province is not theirs.
    """
    today = desk.now.date()
    heir = tree.heir(name, today)
    return None if heir is not None and heir.id != name and tree.within(name, heir.id, today) else heir


def overseen(person: Person, tree: Tree, desk: Desk) -> list[Unit]:
    """Returns the units that somebody looks after, the own ones and all below, in the order of the tree.

    An admin looks after all of them.
    """
    today = desk.now.date()
    if person.has(RoleKind.ADMIN):
        tops = [root.id for root in tree.roots(today)]
    else:
        heirs = [takes_over(name, tree, desk) for name in person.units(RoleKind.OFFICER)]
        tops = [unit.id for unit in heirs if unit is not None]
    return list({unit.id: unit for top in tops for unit in tree.below(top, today)}.values())


def looked_after(person: Person, tree: Tree, desk: Desk, kind: RoleKind) -> list[Unit]:
    """Returns the units for which somebody may give and end roles of a kind now, in the order of the tree.

    Leaders are of units without others under them, officers of all others. Officers are named by an admin only.
    """
    if kind is not RoleKind.LEADER and not person.has(RoleKind.ADMIN):
        return []
    today = desk.now.date()
    return [
        unit
        for unit in overseen(person, tree, desk)
        if bool(tree.children(unit.id, today)) == (kind is not RoleKind.LEADER)
    ]
