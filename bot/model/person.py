"""Somebody who agreed to be known."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Address
from bot.model.role import Role, RoleKind


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the address where they want to be written to, and the roles that hold now.

    ``consented`` is when they agreed that name and address are kept (Luật 91/2025/QH15: silence is no consent).
    ``phone`` is the number that they let officers above them see, ten digits; "" where they did not agree to that.
    """

    id: str
    name: str
    address: Address
    consented: datetime
    roles: tuple[Role, ...] = ()
    phone: str = ""

    def units(self, kind: RoleKind) -> tuple[str, ...]:
        """Returns the ids of the units in which this person has such a role."""
        return tuple(role.unit for role in self.roles if role.kind is kind)

    def has(self, kind: RoleKind) -> bool:
        """Returns whether this person has such a role anywhere."""
        return any(role.kind is kind for role in self.roles)


def person_id(address: Address) -> str:
    """Returns the id of the person who is first met at an address. Whoever comes there after them needs another."""
    return f"{address.channel}:{address.bot}:{address.chat}"
