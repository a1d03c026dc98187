"""The tree of units: who belongs to whom on which day. Its levels are data, never a fixed number (DESIGN 1)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from bot.model.unit import Unit


class Tree:
    """Every unit that ever was. Immutable once made."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """``units`` in any order; a parent that is not among them makes its child a root."""
        self.units = tuple(units)
        self._by_id = {unit.id: unit for unit in units}
        self._children: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self._children[unit.parent if unit.parent in self._by_id else ""].append(unit)

    def find(self, name: str) -> Unit | None:
        """Returns the unit with this id, None when there is none."""
        return self._by_id.get(name)

    def children(self, name: str, day: date) -> list[Unit]:
        """Returns the units right under one that exist on this day; of "" the roots."""
        return [unit for unit in self._children.get(name, ()) if unit.alive(day)]

    def below(self, name: str, day: date) -> list[Unit]:
        """Returns a unit and all under it that exist on this day, parents first."""
        top = self._by_id.get(name)
        return [] if top is None else [unit for unit in self._walk(top) if unit.alive(day)]

    def leaves(self, name: str, day: date) -> list[Unit]:
        """Returns those of ``below`` that have nobody under them: the units that hand in figures."""
        return [unit for unit in self.below(name, day) if not self.children(unit.id, day)]

    def roots(self, day: date) -> list[Unit]:
        """Returns the units without a parent that exist on this day."""
        return self.children("", day)

    def above(self, name: str) -> list[Unit]:
        """Returns the units over one, the nearest first."""
        found: list[Unit] = []
        unit = self._by_id.get(name)
        while unit is not None and unit.parent in self._by_id and len(found) < len(self.units):
            unit = self._by_id[unit.parent]
            found.append(unit)
        return found

    def within(self, name: str, top: str) -> bool:
        """Returns whether a unit is ``top`` or stands under it."""
        return name == top or any(unit.id == top for unit in self.above(name))

    def heir(self, name: str, day: date) -> Unit | None:
        """Returns the unit that goes on for one on this day: itself, or what it was merged into. None for neither."""
        unit, steps = self._by_id.get(name), len(self.units)
        while unit is not None and not unit.alive(day) and steps:
            unit, steps = self._by_id.get(unit.merged_into), steps - 1
        return unit if unit is not None and unit.alive(day) else None

    def _walk(self, unit: Unit) -> Iterator[Unit]:
        yield unit
        for child in self._children.get(unit.id, ()):
            yield from self._walk(child)
