"""Who leads or looks after units now, whom an officer above them may call."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.reading.phone import shown_phone
from handlers.own_units import takes_over
from handlers.role_words import TITLES


@dataclass(frozen=True, slots=True)
class Contact:
    """A unit, and who holds the role in it, the oldest role first."""

    unit: Unit
    kind: RoleKind
    people: tuple[Person, ...]

    def __str__(self) -> str:
        """Returns the name and the number where there is consent: "Nguyễn Văn Ba, 0905 123 456"."""
        if not self.people:
            return f"chưa có {TITLES[self.kind]} trên trợ lý"
        first = next((one for one in self.people if one.phone), self.people[0])
        return f"{first.name}, {shown_phone(first.phone) if first.phone else 'chưa cho số điện thoại'}"


async def contacts(desk: Desk, tree: Tree, kind: RoleKind, units: Sequence[Unit]) -> tuple[Contact, ...]:
    """Returns the contact of each unit, in one query: its own people, else those of what was merged into it."""
    names = {unit.id: [unit.id] for unit in units}
    for one in tree.units:
        if one.ended(desk.now.date()) and (heir := takes_over(one.id, tree, desk)) and heir.id in names:
            names[heir.id].append(one.id)
    people = await desk.records.holders(kind, [name for some in names.values() for name in some])

    held: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        for name in person.units(kind):
            held[name].append(person)

    def found(unit: Unit) -> Contact:
        merged = [person for name in names[unit.id][1:] for person in held[name]]
        return Contact(unit, kind, tuple(held[unit.id] or merged))

    return tuple(found(unit) for unit in units)
