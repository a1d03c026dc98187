"""The tree of units: who belongs to whom on which day. Its levels are data, never a fixed number (DESIGN 1)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from bot.model.unit import Unit


class Tree:
    """Every unit that ever was, on every day. Immutable once made."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """``units`` in any order; a parent that is not among them makes its child a root."""
        self.units = tuple(units)
        self._by_id = {unit.id: unit for unit in units}
        self._merged: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            if unit.merged_into:
                self._merged[unit.merged_into].append(unit)
        # What is asked of thousands of units is found once for each day.
        self._days: dict[date, defaultdict[str, list[Unit]]] = {}
        self._above: dict[tuple[str, date], tuple[Unit, ...]] = {}

    def find(self, name: str) -> Unit | None:
        """Returns the unit with this id, None when there is none."""
        return self._by_id.get(name)

    def parent(self, name: str, day: date) -> Unit | None:
        """Returns the unit that a unit stands under on this day, None for a root.

        Where that one has ended it is what it was merged into, else what is over it: nobody is lost by a merger.
        """
        unit, seen = self._by_id.get(name), {name}
        while unit is not None:
            over = self._by_id.get(unit.parent_on(day))
            if over is None:
                return None
            heir = self.heir(over.id, day)
            if heir is not None and heir.id != name:
                return heir
            if over.id in seen:
                return None
            seen.add(over.id)
            unit = over
        return None

    def children(self, name: str, day: date) -> list[Unit]:
        """Returns the units right under one that exist on this day; of "" the roots."""
        return list(self._children(day).get(name, ()))

    def below(self, name: str, day: date) -> list[Unit]:
        """Returns a unit and all under it that exist on this day, parents first."""
        top = self._by_id.get(name)
        return [] if top is None or not top.alive(day) else self._walk(top, self._children(day))

    def leaves(self, name: str, day: date) -> list[Unit]:
        """Returns those of ``below`` that have nobody under them: the units that hand in figures."""
        children = self._children(day)
        return [unit for unit in self.below(name, day) if unit.id not in children]

    def roots(self, day: date) -> list[Unit]:
        """Returns the units without a parent that exist on this day."""
        return self.children("", day)

    def above(self, name: str, day: date) -> tuple[Unit, ...]:
        """Returns the units over one on this day, the nearest first."""
        found = self._above.get((name, day))
        if found is None:
            over = self.parent(name, day)
            self._above[name, day] = ()  # should a file lead in a circle
            found = () if over is None else (over, *(one for one in self.above(over.id, day) if one.id != name))
            self._above[name, day] = found
        return found

    def within(self, name: str, top: str, day: date) -> bool:
        """Returns whether a unit is ``top`` or stands under it on this day."""
        return name == top or any(unit.id == top for unit in self.above(name, day))

    def heir(self, name: str, day: date) -> Unit | None:
        """Returns the unit that goes on for one on this day: itself, or what it was merged into. None for neither."""
        unit, steps = self._by_id.get(name), len(self.units)
        while unit is not None and not unit.alive(day) and steps:
            unit, steps = self._by_id.get(unit.merged_into), steps - 1
        return unit if unit is not None and unit.alive(day) else None

    def seat(self, name: str, day: date) -> Unit | None:
        """Returns where on this day's tree the figures of a unit count: with itself, with what it was merged into, else
        with the nearest unit over it. So no figure is lost, whichever day's tree is looked at.

        A unit that was not there yet counts under what was over all those that were merged into it.
        """
        unit = self._by_id.get(name)
        if unit is None:
            return None
        if unit.alive(day):
            return unit
        if unit.ended(day):
            return self.heir(name, day) or self.parent(name, day)
        before = [self.above(one.id, day) for one in self._merged.get(name, ()) if one.alive(day)]
        shared = [over for over in before[0] if all(over in others for others in before)] if before else []
        return shared[0] if shared else self.parent(name, day)

    def path(self, name: str, day: date) -> tuple[str, ...]:
        """Returns the ids of the units under which the figures of one count on this day: itself, then who is over it.

        What a unit reported that has ended counts beside what it was merged into, not within it.
        """
        seat = self.seat(name, day)
        if seat is None or seat.id == name:
            start: tuple[str, ...] = (name,)
        else:
            start = (name, seat.id) if seat.id in self._children(day) else (name,)
        over = self.above(seat.id, day) if seat is not None else []
        return (*start, *(unit.id for unit in over))

    def _children(self, day: date) -> defaultdict[str, list[Unit]]:
        """Returns who stands under whom on a day; found once for each day that is asked for."""
        if day not in self._days:
            found: defaultdict[str, list[Unit]] = defaultdict(list)
            for unit in self.units:
                if unit.alive(day):
                    over = self.parent(unit.id, day)
                    found[over.id if over else ""].append(unit)
            self._days[day] = found
        return self._days[day]

    def _walk(self, top: Unit, children: defaultdict[str, list[Unit]]) -> list[Unit]:
        """A file can merge units in a circle; nobody is met twice."""
        found: dict[str, Unit] = {}
        left = [top]
        while left:
            unit = left.pop()
            if unit.id not in found:
                found[unit.id] = unit
                left += reversed(children.get(unit.id, ()))
        return list(found.values())
