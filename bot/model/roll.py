"""The roll call of a period: every unit that has to report, and where it stands. Pure."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model.drafted import Drafted
from bot.model.held import Held
from bot.model.period import Period
from bot.model.standing import Stand, Standing, stand, together
from bot.model.tree import Tree
from bot.model.turnout import Turnout
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class RollLine:
    """A unit that has to report, and where it stands on all its forms together."""

    unit: Unit
    stand: Stand


@dataclass(frozen=True, slots=True)
class Roll:
    """Some or all units of a period, in the order of the tree."""

    lines: tuple[RollLine, ...]

    def under(self, top: str, tree: Tree, day: date) -> "Roll":
        """Returns those that count under a unit on this day's tree, its own line among them."""
        return Roll(tuple(line for line in self.lines if top in tree.path(line.unit.id, day)))

    def where(self, *states: Standing) -> tuple[Unit, ...]:
        """Returns the units that stand so."""
        return tuple(line.unit for line in self.lines if line.stand.state in states)

    @property
    def turnout(self) -> Turnout:
        """How many have reported: what was returned has been handed in once."""
        handed = self.where(Standing.SUBMITTED, Standing.ACCEPTED, Standing.RETURNED)
        return Turnout(len(self.lines), len(handed), len(self.where(Standing.DRAFT)))


def call(
    period: Period,
    tree: Tree,
    expected: Sequence[str],
    handed: Sequence[Held],
    drafted: Sequence[Drafted],
    today: date,
) -> Roll:
    """Returns the roll of a period."""
    reports = {(one.unit, one.form): one for one in handed if one.form in period.forms}
    begun: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafted:
        begun[draft.unit].add(draft.form)
    # What became of a unit after its period was closed changes nothing: who was missing then stays missing.
    day = min(today, period.closed.date()) if period.closed is not None else today
    units = reporting(expected, {unit for unit, _ in reports}, tree, day)

    def line(unit: Unit) -> RollLine:
        day = period.last_day(unit.level)
        stands = [
            stand(reports.get((unit.id, form)), day, today, drafted=form in begun[unit.id]) for form in period.forms
        ]
        return RollLine(unit, together(stands))

    return Roll(tuple(line(unit) for unit in units))


def reporting(expected: Sequence[str], handed: Collection[str], tree: Tree, today: date) -> tuple[Unit, ...]:
    """Returns the units whose reports make up a period: those that have to report and those that have.

    A unit that has ended without reporting hands its duty on to what it was merged into; what it reported before stays
    its own. So a merger changes no figure, and nobody who is gone is missing for ever.
    """
    found: dict[str, Unit] = {}
    for name in (*expected, *sorted(handed)):
        unit = tree.find(name)
        if unit is None:
            continue
        heir = tree.heir(name, today) if unit.ended(today) and name not in handed else None
        one = heir or unit
        found.setdefault(one.id, one)
    return tuple(found.values())
