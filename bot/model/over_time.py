"""Reports of several periods put together as one longer period (report_figures: Over time). Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.model.figure import Value
from bot.model.held import Entry, Held
from bot.model.measure import Measure, OverTime
from bot.model.period import Period, Span

MONTHS = {
    Span.QUARTER1: (1, 3),
    Span.QUARTER2: (4, 6),
    Span.HALF: (1, 6),
    Span.QUARTER3: (7, 9),
    Span.NINE: (1, 9),
    Span.QUARTER4: (10, 12),
    Span.YEAR: (1, 12),
}


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


def together(measures: Sequence[Measure], reports: Sequence[Sequence[Held]]) -> tuple[Held, ...]:
    """Returns one report for each unit and form out of those of several periods, the oldest period first."""
    rules = {measure.field: measure.over_time for measure in measures}
    found: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for period in reports:
        for report in period:
            found[report.unit, report.form].append(report)
    return tuple(replace(some[-1], entries=_entries(rules, some)) for some in found.values())


def _entries(rules: dict[str, OverTime], reports: Sequence[Held]) -> tuple[Entry, ...]:
    given: defaultdict[str, list[Entry]] = defaultdict(list)
    for report in reports:
        for entry in report.entries:
            given[entry.field].append(entry)
    return tuple(
        Entry(field, _value(rules[field], [one.value for one in some]), sum(one.reports for one in some))
        for field, some in given.items()
        if field in rules
    )


def _value(rule: OverTime, values: Sequence[Value]) -> Value:
    match rule:
        case OverTime.LAST:
            return values[-1]
        case OverTime.SUM:
            numbers = [value for value in values if isinstance(value, int | Decimal)]
            return sum(numbers[1:], numbers[0]) if numbers else None
        case OverTime.LIST:
            return "; ".join(value for value in values if isinstance(value, str) and value.strip())
