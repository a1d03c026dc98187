"""Reports of several periods put together as one longer period (report_figures: Over time). Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.model.figure import Value
from bot.model.held import Entry, Held
from bot.model.measure import Measure, OverTime
from bot.model.months import MONTHS, end, months
from bot.model.period import Period, Span
from bot.model.total import is_nothing
from bot.model.tree import Tree


def as_long(period: Period, other: Period) -> bool:
    """Returns whether two periods report on equally long times: what adds up in one says something beside the other."""
    return months(period.span) == months(other.span)


def parts(span: Span, year: int, periods: Sequence[Period]) -> tuple[Period, ...]:
    """Returns the shorter periods that make up a longer one without a gap, the oldest first; () where they do not.

    As few as can be: a year is its first half and two quarters rather than four quarters.
    """
    first, last = MONTHS[span]
    found: list[Period] = []
    while first <= last:
        fitting = [one for one in periods if one.year == year and one.span is not span and MONTHS[one.span][0] == first]
        longest = max(fitting, key=lambda one: MONTHS[one.span][1], default=None)
        if longest is None or MONTHS[longest.span][1] > last:
            return ()
        found.append(longest)
        first = MONTHS[longest.span][1] + 1
    return tuple(found)


def together(
    measures: Sequence[Measure], reports: Sequence[tuple[Period, Sequence[Held]]], tree: Tree
) -> tuple[Held, ...]:
    """Returns one report for each unit and form out of those of several periods, the oldest period first.

    What is the newest counts once: where a unit was merged and the one that goes on for it gave the figure later, its
    own is within that one, and it has no value any more.
    """
    rules = {measure.field: measure.over_time for measure in measures}
    found: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    newest: dict[tuple[str, str, str], int] = {}
    for place, (_, some) in enumerate(reports):
        for report in some:
            found[report.unit, report.form].append(report)
            newest |= {(report.unit, report.form, entry.field): place for entry in report.entries}
    days = [end(period.span, period.year) for period, _ in reports]

    def taken_over(unit: str, form: str) -> frozenset[str]:
        fields = {entry.field for report in found[unit, form] for entry in report.entries}
        heirs = _heirs(unit, days, tree)
        return frozenset(
            field
            for field in fields
            if any(newest.get((heir, form, field), -1) > newest[unit, form, field] for heir in heirs)
        )

    return tuple(
        replace(some[-1], entries=_entries(rules, some, taken_over(unit, form))) for (unit, form), some in found.items()
    )


def _heirs(name: str, days: Sequence[date], tree: Tree) -> set[str]:
    """Returns what a unit has been merged into by these days, one after the other."""
    unit = tree.find(name)
    if unit is None or unit.end is None:
        return set()
    return {heir.id for day in days if (heir := tree.heir(name, day)) is not None} - {name}


def _entries(rules: Mapping[str, OverTime], reports: Sequence[Held], taken_over: frozenset[str]) -> tuple[Entry, ...]:
    given: defaultdict[str, list[Entry]] = defaultdict(list)
    for report in reports:
        for entry in report.entries:
            given[entry.field].append(entry)
    return tuple(
        Entry(
            field,
            _value(rules[field], [one.value for one in some], field in taken_over),
            sum(one.reports for one in some),
        )
        for field, some in given.items()
        if field in rules
    )


def _value(rule: OverTime, values: Sequence[Value], taken_over: bool) -> Value:
    match rule:
        case OverTime.LAST:
            return None if taken_over else values[-1]
        case OverTime.SUM:
            numbers = [value for value in values if isinstance(value, int | Decimal)]
            return sum(numbers[1:], numbers[0]) if numbers else None
        case OverTime.LIST:
            return "; ".join(value for value in values if isinstance(value, str) and not is_nothing(value))
