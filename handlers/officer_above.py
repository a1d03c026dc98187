"""Whom somebody with a role turns to: the nearest officer above, by name."""

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from handlers.contacts import contacts
from handlers.role_words import title


async def officer_above(person: Person, desk: Desk) -> str:
    """Returns the officer of the nearest unit above with somebody else who looks after it, "" without any:
    "Nguyễn Văn Tư, cán bộ xã Vân Trà".
    """
    tree = await desk.records.tree()
    units = [unit for role in person.roles if role.unit for unit in tree.above(role.unit, desk.now.date())]
    found = await contacts(desk, tree, RoleKind.OFFICER, units)
    nearest = next((one for one in found if one.people and one.people[0].id != person.id), None)
    return f"{nearest.people[0].name}, {title(RoleKind.OFFICER, nearest.unit)}" if nearest else ""
