"""The roll-up: figures of many units added up by the rule of each field (report_figures: Across). Pure, exact."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.model.figure import Value
from bot.model.held import Entry, Held
from bot.model.measure import Across, Measure
from bot.model.tree import Tree

_CENT = Decimal("0.01")
_NOTHING = frozenset(("", "0", "không", "không có", "không có gì", "ko", "khong", "khong co", "chưa có", "chua co"))


def is_nothing(text: str) -> bool:
    """Returns whether a text is what people write where they have nothing to write."""
    return text.strip().casefold() in _NOTHING


@dataclass(frozen=True, slots=True)
class Remark:
    """What one unit wrote."""

    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of several units together. ``value`` is None where nobody gave one, and for texts: see ``remarks``.

    ``given``: from how many reports it comes; ``asked``: how many should give it.
    """

    field: str
    value: int | Decimal | None
    given: int
    asked: int
    remarks: tuple[Remark, ...] = ()

    @property
    def missing(self) -> int:
        """How many reports do not give it (yet)."""
        return max(0, self.asked - self.given)

    @property
    def percent(self) -> int:
        """How many of a hundred give it, rounded down: 100 only when nobody is missing."""
        return min(100, 100 * self.given // self.asked) if self.asked else 0


def totals(measures: Sequence[Measure], reports: Iterable[Held], asked: int, tree: Tree) -> tuple[Total, ...]:
    """Returns the total of each measure over some reports, of which there should be ``asked``."""
    found: defaultdict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for report in reports:
        for entry in report.entries:
            found[entry.field].append((report.unit, entry))
    return tuple(_total(measure, found[measure.field], asked, tree) for measure in measures)


def _total(measure: Measure, given: Sequence[tuple[str, Entry]], asked: int, tree: Tree) -> Total:
    count = sum(entry.reports for _, entry in given)
    values = [(unit, entry.value) for unit, entry in given]
    match measure.across:
        case Across.SUM:
            return Total(measure.field, _sum(value for _, value in values), count, asked)
        case Across.COUNT_YES:
            yes = sum(value is True for _, value in values) if values else None
            return Total(measure.field, yes, count, asked)
        case Across.AVERAGE:
            return Total(measure.field, _average(values, tree), count, asked)
        case Across.LIST:
            said = tuple(
                Remark(unit, value.strip())
                for unit, value in values
                if isinstance(value, str) and not is_nothing(value)
            )
            return Total(measure.field, None, count, asked, said)


def _sum(values: Iterable[Value]) -> int | Decimal | None:
    numbers = [value for value in values if isinstance(value, int | Decimal)]
    if not numbers:
        return None
    whole = sum(number for number in numbers if isinstance(number, int))
    parts = [number for number in numbers if isinstance(number, Decimal)]
    return whole + sum(parts, Decimal(0)) if parts else whole


def _average(values: Sequence[tuple[str, Value]], tree: Tree) -> Decimal | None:
    """Returns the mean by members, to two decimals. A unit whose members nobody has said counts like an average one."""
    numbers = [(unit, Decimal(value)) for unit, value in values if isinstance(value, int | Decimal)]
    known = [found.members for unit, _ in numbers if (found := tree.find(unit)) is not None and found.members]
    usual = Decimal(sum(known)) / len(known) if known else Decimal(1)
    weights = [(Decimal(_members(unit, tree) or 0) or usual, number) for unit, number in numbers]
    whole = sum((weight for weight, _ in weights), Decimal(0))
    if not whole:
        return None
    return (sum((weight * number for weight, number in weights), Decimal(0)) / whole).quantize(_CENT, ROUND_HALF_UP)


def _members(unit: str, tree: Tree) -> int | None:
    found = tree.find(unit)
    return found.members if found is not None else None
