"""A unit of the association: a chi hội, a commune, a province, or whatever level the tree has."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the days on which it exists: ``start`` is its first day, ``end`` its last, None where open.

    ``level`` is the association's own word ("chi hội", "xã"). ``members`` is the number of its members, None where
    nobody has said it. ``merged_into`` names the unit that goes on with its figures after ``end``.
    """

    id: str
    name: str
    level: str
    parent: str = ""
    start: date | None = None
    end: date | None = None
    merged_into: str = ""
    members: int | None = None

    def alive(self, day: date) -> bool:
        """Returns whether the unit exists on this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
