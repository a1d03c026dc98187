"""The roll-up: by unit, over time, with what is missing; the same as plain SQL says."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, text

from bot.model.comparing import compared_with
from bot.model.held import Entry, Held
from bot.model.lines import by_level, lines, right_under
from bot.model.measure import Across, Measure, OverTime
from bot.model.over_time import parts, together
from bot.model.period import Period, Span, period_id, period_title
from bot.model.roll import Roll, call
from bot.model.submission import SubmissionState
from bot.model.total import Remark, Total, totals
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.store import periods, rolling, sheets
from bot.store import units as unit_table
from bot.store.tables import METADATA
from knowledge.form_files import load_forms
from tests.province import ROOT, SMALL, fill
from tests.virtual_clock import START

TREE = Tree([Unit("a", "A", "chi hội", members=10), Unit("b", "B", "chi hội", members=30), Unit("c", "C", "chi hội")])


def held(unit: str, *entries: tuple[str, object]) -> Held:
    """Returns what a unit reported."""
    return Held(unit, "f", SubmissionState.SUBMITTED, False, tuple(Entry(*entry) for entry in entries))


def measure(across: Across, over_time: OverTime = OverTime.SUM) -> Measure:
    """Returns the rules of the field "x"."""
    return Measure("x", across, over_time)


def total(rule: Measure, reports: Sequence[Held], asked: int, tree: Tree) -> Total:
    """Returns the total of one field."""
    (found,) = totals([rule], reports, asked, tree)
    return found


def test_a_sum_says_from_how_many_reports_it_is_and_how_many_are_missing() -> None:
    found = total(measure(Across.SUM), [held("a", ("x", 2)), held("b", ("x", 0)), held("c")], 4, TREE)
    assert (found.value, found.given, found.missing, found.percent) == (2, 2, 2, 50)


def test_what_nobody_gave_is_no_nought() -> None:
    found = total(measure(Across.SUM), [held("a")], 1, TREE)
    assert (found.value, found.given, found.percent) == (None, 0, 0)


def test_the_percentage_is_a_hundred_only_when_nobody_is_missing() -> None:
    assert total(measure(Across.SUM), [held("a", ("x", 1))] * 999, 1000, TREE).percent == 99


@given(st.lists(st.integers(0, 10**12), min_size=1), st.lists(st.decimals(0, 10**6, places=3), min_size=1))
def test_sums_are_exact(whole: list[int], parts_of: list[Decimal]) -> None:
    assert total(measure(Across.SUM), [held("a", ("x", one)) for one in whole], 1, TREE).value == sum(whole)
    found = total(measure(Across.SUM), [held("a", ("x", one)) for one in (*whole, *parts_of)], 1, TREE)
    assert found.value == sum(whole) + sum(parts_of, Decimal(0))


def test_an_average_is_weighted_by_members() -> None:
    both = [held("a", ("x", Decimal(40))), held("b", ("x", Decimal(60)))]
    assert total(measure(Across.AVERAGE), both, 2, TREE).value == Decimal("55.00")


def test_whose_members_are_not_known_counts_like_an_average_unit() -> None:
    three = [held("a", ("x", Decimal(40))), held("b", ("x", Decimal(60))), held("c", ("x", Decimal(55)))]
    assert total(measure(Across.AVERAGE), three, 3, TREE).value == Decimal("55.00")


def test_yes_is_counted() -> None:
    found = total(measure(Across.COUNT_YES), [held("a", ("x", True)), held("b", ("x", False))], 2, TREE)
    assert (found.value, found.given) == (1, 2)


def test_texts_are_listed_with_who_wrote_them_and_nothing_is_left_out() -> None:
    found = total(measure(Across.LIST), [held("a", ("x", "Đường hoa ")), held("b", ("x", "Không"))], 3, TREE)
    assert (found.remarks, found.given, found.value) == ((Remark("a", "Đường hoa"),), 2, None)


def period(span: Span, year: int = 2026) -> Period:
    """Returns a period of this span."""
    name, title = period_id(span, year), period_title(span, year)
    return Period(name, title, span, year, ("f",), date(year, 12, 31), (), START, "an")


@pytest.mark.parametrize(
    ("span", "there", "made_of"),
    [
        (Span.HALF, "Q1 Q2", "Q1 Q2"),
        (Span.HALF, "Q1 Q3", ""),
        (Span.NINE, "Q1 Q2 Q3", "Q1 Q2 Q3"),
        (Span.NINE, "6T Q3", "6T Q3"),
        (Span.YEAR, "Q1 Q2 6T Q3 Q4", "6T Q3 Q4"),
        (Span.YEAR, "9T Q4", "9T Q4"),
        (Span.YEAR, "6T", ""),
        (Span.QUARTER1, "6T", ""),
    ],
)
def test_a_longer_period_is_made_of_shorter_ones_without_a_gap(span: Span, there: str, made_of: str) -> None:
    found = parts(span, 2026, [period(Span(name)) for name in there.split()] + [period(Span.QUARTER2, 2025)])
    assert [one.span.value for one in found] == made_of.split()


def test_over_time_flows_add_up_stocks_are_the_newest_and_texts_follow_each_other() -> None:
    rules = [
        Measure("flow", Across.SUM, OverTime.SUM),
        Measure("stock", Across.SUM, OverTime.LAST),
        Measure("text", Across.LIST, OverTime.LIST),
    ]
    first = [held("a", ("flow", 2), ("stock", 5), ("text", "một"))]
    second = [held("a", ("flow", Decimal("0.5")), ("stock", 3), ("text", "hai")), held("b", ("flow", 1))]
    a, b = together(rules, [(period(Span.QUARTER1), first), (period(Span.QUARTER2), second)], TREE)
    assert a.entries == (Entry("flow", Decimal("2.5"), 2), Entry("stock", 3, 2), Entry("text", "một; hai", 2))
    assert b.entries == (Entry("flow", 1, 1),)


STOCK = [Measure("x", Across.SUM, OverTime.LAST)]
MERGED = Tree(
    [
        Unit("t", "T", "xã"),
        Unit("a", "A", "chi hội", "t", end=date(2026, 3, 31), merged_into="b"),
        Unit("b", "B", "chi hội", "t"),
        Unit("c", "C", "chi hội", "t"),
    ]
)
QUARTERS = (period(Span.QUARTER1), period(Span.QUARTER2))


def of_both(first: Sequence[Held], second: Sequence[Held]) -> Sequence[Held]:
    """Returns both quarters put together on a tree where a was merged into b after the first."""
    return together(STOCK, list(zip(QUARTERS, (first, second), strict=True)), MERGED)


def test_the_stock_of_a_merged_unit_is_counted_once() -> None:
    whole = of_both([held("a", ("x", 3)), held("b", ("x", 4))], [held("b", ("x", 7))])
    assert total(STOCK[0], whole, 3, MERGED).value == 7


def test_the_stock_of_a_merged_unit_counts_until_the_one_that_goes_on_has_reported() -> None:
    whole = of_both([held("a", ("x", 3)), held("b", ("x", 4))], [held("b"), held("c", ("x", 2))])
    assert total(STOCK[0], whole, 4, MERGED).value == 9


def test_what_is_asked_over_time_is_what_each_period_asked() -> None:
    reports = of_both([held("a", ("x", 3)), held("b", ("x", 4)), held("c", ("x", 1))], [held("b", ("x", 7))])
    today = date(2026, 7, 1)
    first = call(QUARTERS[0], MERGED, "abc", [held("a"), held("b"), held("c")], [], today)
    second = call(QUARTERS[1], MERGED, "bc", [held("b")], [], today)
    (top,) = [unit for unit in MERGED.units if unit.id == "t"]
    (line,) = lines((top,), STOCK, reports, second, MERGED, today, [first])
    (found,) = line.totals
    assert (found.given, found.asked, found.missing, found.percent) == (4, 5, 1, 80)


def test_nothing_to_say_twice_is_nothing_to_say() -> None:
    rule = Measure("x", Across.LIST, OverTime.LIST)
    both = [(one, [held("a", ("x", "Không"))]) for one in QUARTERS]
    assert total(rule, together([rule], both, TREE), 2, TREE).remarks == ()


def test_a_period_is_compared_with_the_same_time_of_the_year_before_else_with_the_nearest() -> None:
    now = period(Span.HALF)
    assert compared_with(now, [period(Span.YEAR, 2025), now, period(Span.HALF, 2025)]) == period(Span.HALF, 2025)
    assert compared_with(now, [period(Span.YEAR, 2025), period(Span.QUARTER1, 2025), now]) == period(Span.YEAR, 2025)
    assert compared_with(now, [now, period(Span.YEAR, 2026)]) is None


@pytest.fixture(scope="module")
def province() -> Iterator[Connection]:
    """A made province of twenty chi hội with three periods."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.begin() as connection:
        fill(connection, SMALL, seed=3)
        yield connection
    engine.dispose()


_BY_HAND = """
SELECT count(*), sum(CAST(figures.value AS NUMERIC))
FROM submissions
JOIN figures ON figures.period = submissions.period AND figures.unit = submissions.unit
    AND figures.form = submissions.form AND figures.number = submissions.number
WHERE submissions.period = :period AND submissions.latest AND submissions.state <> 'withdrawn'
    AND figures.field = :field AND figures.kind IN ('int', 'dec') AND submissions.unit LIKE :under
"""


def test_every_total_is_what_plain_sql_says(province: Connection) -> None:
    today = date(2026, 6, 2)
    tree = unit_table.tree(province)
    checked = 0
    for one in periods.every(province):
        roll = roll_of(province, one, tree, today)
        (form,) = [form for form in load_forms() if form.id in one.forms]
        fields = form.asked_in(one.span)
        units = [unit for unit in tree.units if unit.level != "chi hội"]
        reports = rolling.held(province, one.id, [unit.id for unit in tree.units])
        for line in lines(units, [field.measure for field in fields], reports, roll, tree, today):
            under = "%" if line.unit.id == ROOT else f"{line.unit.id}%"
            for field, found in zip(fields, line.totals, strict=True):
                asked = {"period": one.id, "field": field.id, "under": under}
                count, value = province.execute(text(_BY_HAND), asked).one()
                if field.across is Across.SUM:
                    assert (found.given, float(found.value or 0)) == (count, pytest.approx(float(value or 0)))
                    checked += 1
    assert checked > 200


def test_what_is_read_of_few_units_is_what_is_read_of_many(province: Connection) -> None:
    some = [unit.id for unit in unit_table.tree(province).units if unit.level == "chi hội"][:3]
    many = [*some, *(f"nobody-{place}" for place in range(1000))]
    for one in periods.every(province):
        found = rolling.held(province, one.id, some)
        assert {report.unit for report in found} <= set(some)
        assert found == rolling.held(province, one.id, many)
        few, all_of_them = (sheets.of_units(province, one.id, names, list(SubmissionState)) for names in (some, many))
        assert [sheet.receipt for sheet in few] == [sheet.receipt for sheet in all_of_them]
    assert found


def roll_of(connection: Connection, one: Period, tree: Tree, today: date) -> Roll:
    """Returns the roll of a period."""
    handed = rolling.handed(connection, one.id)
    return call(one, tree, periods.expected(connection, one.id), handed, rolling.drafted(connection, one.id), today)


def test_what_is_right_under_a_unit_adds_up_to_it(province: Connection) -> None:
    today = date(2026, 6, 2)
    tree = unit_table.tree(province)
    one = periods.every(province)[0]
    roll = roll_of(province, one, tree, today)
    reports = rolling.held(province, one.id, [unit.id for unit in tree.units])
    rule = [Measure("quy_vnn_tien", Across.SUM, OverTime.SUM)]
    for unit in tree.units:
        under = right_under(unit.id, roll.under(unit.id, tree, today), tree, today)
        if under:
            (whole,) = lines((unit,), rule, reports, roll, tree, today)
            some = lines(under, rule, reports, roll, tree, today)
            assert sums([line.totals[0].value for line in some]) == whole.totals[0].value
            assert sum(line.turnout.expected for line in some) == whole.turnout.expected


def sums(values: Sequence[int | Decimal | None]) -> int | Decimal:
    """Returns the sum of what is there."""
    return sum((value for value in values if value is not None), 0)


def test_the_levels_hold_every_unit_once(province: Connection) -> None:
    today = date(2026, 6, 2)
    tree = unit_table.tree(province)
    roll = roll_of(province, periods.every(province)[0], tree, today)
    levels = by_level(ROOT, roll, tree, today)
    assert [level.name for level in levels] == ["tỉnh", "huyện", "xã", "chi hội"]
    assert sorted(unit.id for level in levels for unit in level.units) == sorted(unit.id for unit in tree.units)
