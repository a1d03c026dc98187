"""The units that an audience covers on a day. Pure."""

from datetime import date

from bot.model.audience import Audience
from bot.model.tree import Tree


class Covered:
    """Those of ``unit`` and all under it, less the ones left out. A unit that was merged counts with its heir."""

    def __init__(self, audience: Audience, tree: Tree, day: date) -> None:
        self._tree = tree
        self._day = day
        self._top = self._today(audience.unit) if audience.unit else ""
        self._without = tuple(self._today(unit) for unit in audience.without_units)

    def seat(self, unit: str) -> str:
        """Returns the id of the unit with which one counts on this day, "" where the audience does not cover it."""
        found = self._tree.seat(unit, self._day)
        if found is None:
            return "" if self._top else unit
        inside = not self._top or self._within(found.id, self._top)
        return found.id if inside and not any(self._within(found.id, out) for out in self._without) else ""

    def _within(self, unit: str, top: str) -> bool:
        return self._tree.within(unit, top, self._day)

    def _today(self, unit: str) -> str:
        heir = self._tree.heir(unit, self._day)
        return heir.id if heir is not None else unit
