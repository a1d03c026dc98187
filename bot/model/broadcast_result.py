"""What became of a broadcast, unit by unit. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.tree import Tree
from bot.model.unit import Unit

SENT, BLOCKED, FAILED, UNKNOWN, CANCELLED = "sent", "blocked", "failed", "unknown", "cancelled"
"""The states in which a letter ends (DESIGN 5); in any other it still waits."""


@dataclass(frozen=True, slots=True)
class UnitResult:
    """How many letters to a unit came to which end; ``unit`` is None for receivers who belong to none.

    ``acknowledged`` are of those that were sent; ``waiting`` have come to no end yet. Without it they add up.
    """

    unit: Unit | None
    sent: int
    acknowledged: int
    blocked: int
    failed: int
    unknown: int
    cancelled: int
    waiting: int

    @property
    def audience(self) -> int:
        """How many receivers there are."""
        return self.sent + self.blocked + self.failed + self.unknown + self.cancelled + self.waiting


def by_unit(outcomes: Sequence[ReceiverOutcome], tree: Tree, day: date) -> tuple[UnitResult, ...]:
    """Returns the results of the units over those that hand in figures; where that is one only, of each of these.

    In the order of the tree, those without a unit last.
    """
    seats = {one.receiver.unit: _over(one.receiver.unit, tree, day) for one in outcomes}
    if len(set(seats.values())) == 1:
        seats = {unit: unit for unit in seats}
    found: defaultdict[str, list[ReceiverOutcome]] = defaultdict(list)
    for one in outcomes:
        found[seats[one.receiver.unit]].append(one)
    order = {unit.id: place for place, unit in enumerate(tree.units)}
    names = sorted(found, key=lambda name: order.get(name, len(order)))
    return tuple(result(tree.find(name), found[name]) for name in names)


def result(unit: Unit | None, outcomes: Sequence[ReceiverOutcome]) -> UnitResult:
    """Returns these outcomes together."""
    states = Counter(one.state for one in outcomes)
    ended = {state: states.pop(state, 0) for state in (SENT, BLOCKED, FAILED, UNKNOWN, CANCELLED)}
    return UnitResult(
        unit,
        acknowledged=sum(one.acknowledged and one.state == SENT for one in outcomes),
        waiting=states.total(),
        **ended,
    )


def _over(name: str, tree: Tree, day: date) -> str:
    if tree.children(name, day) or tree.find(name) is None:
        return name if tree.find(name) is not None else ""
    over = tree.parent(name, day)
    return over.id if over is not None else name
