"""A chat in which somebody is known: one person may have several, on several channels."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Address


@dataclass(frozen=True, slots=True)
class Account:
    """Whoever writes from this address is this person. ``since`` is when it was linked, None for the first one."""

    person: str
    address: Address
    since: datetime | None = None
