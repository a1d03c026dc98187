"""A unit of the association: a chi hội, a commune, a province, or whatever level the tree has."""

from dataclasses import dataclass
from datetime import date

_HEADS = ("Chi hội ", "Hội CCB ", "Hội Cựu chiến binh ")


@dataclass(frozen=True, slots=True)
class Place:
    """Under which unit one stood, and the last day on which it did."""

    parent: str
    until: date


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the days on which it exists: ``start`` is its first day, ``end`` its last, None where open.

    ``level`` is the association's own word ("chi hội", "xã"). ``members`` is the number of its members, None where
    nobody has said it. ``merged_into`` names the unit that goes on with its figures after ``end``. ``earlier`` are the
    places where it stood before ``parent``, the oldest first: the old tree stays known.
    """

    id: str
    name: str
    level: str
    parent: str = ""
    start: date | None = None
    end: date | None = None
    merged_into: str = ""
    members: int | None = None
    earlier: tuple[Place, ...] = ()

    @property
    def short(self) -> str:
        """The name as it stands in a list: "thôn Trung Đông", "xã Vân Trà"."""
        name = self.name
        for head in _HEADS:
            name = name.removeprefix(head)
        return name

    def alive(self, day: date) -> bool:
        """Returns whether the unit exists on this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def ended(self, day: date) -> bool:
        """Returns whether the unit is over on this day."""
        return self.end is not None and self.end < day

    def parent_on(self, day: date) -> str:
        """Returns the id of the unit under which it stood on this day."""
        return next((place.parent for place in self.earlier if day <= place.until), self.parent)
