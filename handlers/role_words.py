"""What roles and units are called when they are talked about."""

from collections.abc import Sequence

from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from knowledge.fold import plain

TITLES = {RoleKind.LEADER: "chi hội trưởng", RoleKind.OFFICER: "cán bộ", RoleKind.ADMIN: "quản trị viên của trợ lý"}


def title(kind: RoleKind, unit: Unit | None) -> str:
    """Returns what somebody is: "chi hội trưởng thôn Trung Đông"."""
    if kind is RoleKind.ADMIN:
        return TITLES[kind]
    name = unit.name if unit is not None else "(đơn vị không còn)"
    return f"{TITLES[kind]} {name.removeprefix('Chi hội ') if kind is RoleKind.LEADER else name}"


def titles(person: Person, tree: Tree) -> str:
    """Returns what somebody is, all roles in a row: "" for nobody."""
    return ", ".join(role_title(role, tree) for role in person.roles)


def role_title(role: Role, tree: Tree) -> str:
    """Returns what somebody with this role is."""
    return title(role.kind, tree.find(role.unit))


def placed(unit: Unit, tree: Tree) -> str:
    """Returns a unit with where it lies, for telling namesakes apart: "Chi hội thôn An Hòa, xã Vân Trà"."""
    above = tree.find(unit.parent)
    if above is None or plain(above.name) == plain(unit.name):
        return unit.name
    return f"{unit.name}, {above.short}"


def told_apart(units: Sequence[Unit], tree: Tree) -> list[str]:
    """Returns their short names; namesakes that were put under one roof are told apart by where they came from."""
    names = [unit.short for unit in units]
    return [
        f"{name} ({over.short})"
        if names.count(name) > 1 and (over := tree.find(_came_from(unit))) is not None
        else name
        for name, unit in zip(names, units, strict=True)
    ]


def _came_from(unit: Unit) -> str:
    return unit.earlier[-1].parent if unit.earlier else unit.parent
