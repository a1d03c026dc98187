"""What roles and units are called when they are talked about."""

from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from knowledge.fold import plain

TITLES = {RoleKind.LEADER: "chi hội trưởng", RoleKind.OFFICER: "cán bộ", RoleKind.ADMIN: "quản trị viên của trợ lý"}
_ABOVE = ("Hội CCB ", "Hội Cựu chiến binh ")


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
    short = above.name
    for head in _ABOVE:
        short = short.removeprefix(head)
    return f"{unit.name}, {short}"
