"""Somebody whom a broadcast goes to."""

from dataclasses import dataclass

from bot.messages import Address


@dataclass(frozen=True, slots=True)
class Receiver:
    """The chat, and who it is: ``person`` and ``name`` are "" for somebody who has not agreed to be known.

    ``unit`` is the id of the unit for which the person is addressed (as its leader or officer), "" for none.
    """

    address: Address
    person: str = ""
    name: str = ""
    unit: str = ""
