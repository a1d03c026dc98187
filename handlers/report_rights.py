"""Who may touch the figures of a unit."""

from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree


def may_report(person: Person, unit: str, tree: Tree) -> bool:
    """Returns whether somebody may hand in the figures of a unit: its leader, or an officer of it or of one above."""
    return leads(person, unit, tree) or may_help(person, unit, tree)


def leads(person: Person, unit: str, tree: Tree) -> bool:
    """Returns whether somebody leads a unit, or one that was merged into it."""
    return any(unit == name or _was_merged(name, unit, tree) for name in person.units(RoleKind.LEADER))


def may_help(person: Person, unit: str, tree: Tree) -> bool:
    """Returns whether somebody may enter figures for the leader of a unit."""
    return any(tree.within(unit, top) for top in person.units(RoleKind.OFFICER))


def _was_merged(name: str, into: str, tree: Tree) -> bool:
    seen: set[str] = set()
    unit = tree.find(name)
    while unit is not None and unit.id not in seen:
        if unit.id == into:
            return True
        seen.add(unit.id)
        unit = tree.find(unit.merged_into)
    return False
