"""The roll call on a tree that changes: nobody counts twice, nobody is lost, whatever is merged or moved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.load import PROVINCE, REARRANGED, example
from bot.model.divided import divided
from bot.model.drafted import Drafted
from bot.model.held import Held
from bot.model.period import LevelDeadline, Period, Span
from bot.model.rearranging import remembering
from bot.model.roll import Roll, call, reporting
from bot.model.standing import Standing
from bot.model.submission import SubmissionState
from bot.model.tree import Tree
from bot.model.unit import Place, Unit

DAY = date(2026, 7, 2)
BEFORE = date(2026, 6, 30)
LAST = date(2026, 5, 25)
PERIOD = Period(
    "6T-2026",
    "6 tháng đầu năm 2026",
    Span.HALF,
    2026,
    ("a", "b"),
    date(2026, 5, 31),
    (LevelDeadline("chi hội", LAST),),
    datetime(2026, 4, 1, tzinfo=UTC),
    "x",
)
REARRANGED_TREE = Tree(remembering(example(PROVINCE), example(REARRANGED), date(2026, 7, 1)))
LEAVES = [
    unit.id
    for root in Tree(example(PROVINCE)).roots(BEFORE)
    for unit in Tree(example(PROVINCE)).leaves(root.id, BEFORE)
]


def held(unit: str, form: str = "a", state: SubmissionState = SubmissionState.SUBMITTED) -> Held:
    """Returns what the office holds of a unit."""
    return Held(unit, form, state, late=False)


def roll(tree: Tree, expected: Sequence[str], handed: Sequence[Held] = (), drafted: Sequence[Drafted] = ()) -> Roll:
    """Returns the roll on the day."""
    return call(PERIOD, tree, expected, handed, drafted, DAY)


def small() -> Tree:
    """Two communes become one, a chi hội becomes part of another, a third moves, a district ends."""
    return Tree(
        (
            Unit("t", "Tỉnh", "tỉnh"),
            Unit("h", "Huyện", "huyện", "t", end=BEFORE, merged_into="t"),
            Unit("x", "Xã X", "xã", "h", end=BEFORE, merged_into="n"),
            Unit("y", "Xã Y", "xã", "h", end=BEFORE, merged_into="n"),
            Unit("z", "Xã Z", "xã", "t"),
            Unit("n", "Xã mới", "xã", "t", start=BEFORE + timedelta(days=1)),
            Unit("x1", "Một", "chi hội", "n", earlier=(Place("x", BEFORE),)),
            Unit("x2", "Hai", "chi hội", "x", end=BEFORE, merged_into="x1"),
            Unit("y1", "Ba", "chi hội", "z", earlier=(Place("y", BEFORE),)),
        )
    )


class TestTree:
    @pytest.mark.parametrize(
        ("unit", "day", "over"),
        [
            ("x1", BEFORE, "x"),
            ("x1", DAY, "n"),
            ("y1", BEFORE, "y"),
            ("y1", DAY, "z"),
            ("x", BEFORE, "h"),
            ("n", DAY, "t"),
        ],
    )
    def test_a_unit_stands_where_it_stood_on_that_day(self, unit: str, day: date, over: str) -> None:
        found = small().parent(unit, day)
        assert found is not None
        assert found.id == over

    def test_a_root_has_nobody_over_it(self) -> None:
        assert small().parent("t", DAY) is None

    @pytest.mark.parametrize(("unit", "seat"), [("x1", "x1"), ("x2", "x1"), ("x", "n"), ("h", "t")])
    def test_figures_count_with_what_goes_on(self, unit: str, seat: str) -> None:
        found = small().seat(unit, DAY)
        assert found is not None
        assert found.id == seat

    def test_what_an_ended_unit_reported_counts_beside_its_heir_and_under_the_same_roof(self) -> None:
        assert small().path("x2", DAY) == ("x2", "n", "t")
        assert small().path("x2", BEFORE) == ("x2", "x", "h", "t")
        assert small().path("x1", DAY) == ("x1", "n", "t")

    def test_nobody_is_lost_in_the_rearranged_province(self) -> None:
        assert all(REARRANGED_TREE.path(name, DAY)[-1] == "tinh-nam-van" for name in LEAVES)
        assert all(REARRANGED_TREE.path(name, BEFORE)[-1] == "tinh-nam-van" for name in LEAVES)


class TestReporting:
    def test_a_merged_unit_hands_its_duty_on(self) -> None:
        assert [unit.id for unit in reporting(["x1", "x2", "y1"], (), small(), DAY)] == ["x1", "y1"]

    def test_a_merged_unit_that_has_reported_keeps_its_report(self) -> None:
        assert [unit.id for unit in reporting(["x1", "x2", "y1"], {"x2"}, small(), DAY)] == ["x1", "x2", "y1"]

    def test_who_reports_without_having_to_counts_too(self) -> None:
        assert [unit.id for unit in reporting(["x1"], {"y1"}, small(), DAY)] == ["x1", "y1"]

    def test_a_unit_that_nobody_knows_is_left_out(self) -> None:
        assert reporting(["gone"], {"never"}, small(), DAY) == ()


class TestCall:
    def test_a_unit_has_reported_when_all_its_forms_are_in(self) -> None:
        found = roll(small(), ["x1", "y1"], [held("x1", "a"), held("x1", "b"), held("y1", "a")])
        assert [(line.unit.id, line.stand.state) for line in found.lines] == [
            ("x1", Standing.SUBMITTED),
            ("y1", Standing.DRAFT),
        ]

    def test_a_form_that_the_period_does_not_ask_for_counts_nothing(self) -> None:
        (line,) = roll(small(), ["x1"], [held("x1", "other")], [Drafted("x1", "other")]).lines
        assert line.stand.state is Standing.MISSING

    def test_what_is_owed_after_the_level_s_last_day_is_late(self) -> None:
        (line,) = roll(small(), ["x1"], drafted=[Drafted("x1", "a")]).lines
        assert (line.stand.state, line.stand.late) == (Standing.DRAFT, True)

    def test_what_was_returned_has_been_handed_in_once(self) -> None:
        returned = [held("x1", form, SubmissionState.RETURNED) for form in PERIOD.forms]
        turnout = roll(small(), ["x1", "y1"], returned).turnout
        assert (turnout.submitted, turnout.drafts, turnout.missing) == (1, 0, 1)

    def test_a_unit_sees_what_counts_under_it_on_today_s_tree(self) -> None:
        whole = roll(small(), ["x1", "x2", "y1"], [held("x2")])
        assert [line.unit.id for line in whole.under("n", small(), DAY).lines] == ["x1", "x2"]
        assert [line.unit.id for line in whole.under("z", small(), DAY).lines] == ["y1"]
        assert [line.unit.id for line in whole.under("t", small(), DAY).lines] == ["x1", "x2", "y1"]
        assert whole.under("x", small(), DAY).lines == ()


class TestDivided:
    def test_a_commune_is_divided_into_its_chi_hoi_with_those_that_were_merged(self) -> None:
        whole = roll(small(), ["x1", "x2", "y1"], [held("x2", "a"), held("x2", "b")])
        parts = divided("n", whole.under("n", small(), DAY), small(), DAY)
        assert [(part.unit.id, part.own) for part in parts] == [("x1", True), ("x2", True)]

    def test_the_worst_comes_first(self) -> None:
        some = [name for name in LEAVES if name in ("thon-trung-dong", "thon-an-hoa", "thon-phu-trach")]
        tree = Tree(example(PROVINCE))
        handed = [held("thon-phu-trach", form) for form in PERIOD.forms]
        parts = divided("huyen-thach-linh", roll(tree, some, handed), tree, BEFORE)
        assert [part.unit.id for part in parts] == ["xa-van-tra", "xa-ha-linh"]
        assert [len(part.owed) for part in parts] == [2, 0]
        assert not any(part.own for part in parts)

    def test_a_chi_hoi_is_not_divided(self) -> None:
        whole = roll(small(), ["x1"])
        assert divided("x1", whole.under("x1", small(), DAY), small(), DAY) == ()

    @given(st.sets(st.sampled_from(LEAVES)), st.sets(st.sampled_from(LEAVES)), st.sampled_from([BEFORE, DAY]))
    def test_every_unit_counts_once_at_every_level(self, handed: set[str], drafted: set[str], day: date) -> None:
        reports = [held(name, form) for name in sorted(handed) for form in PERIOD.forms]
        whole = call(PERIOD, REARRANGED_TREE, LEAVES, reports, [Drafted(name, "a") for name in drafted], day)
        assert {line.unit.id for line in whole.lines if line.stand.state is Standing.SUBMITTED} == handed
        waiting = ["tinh-nam-van"]
        while waiting:
            top = waiting.pop()
            roof = whole.under(top, REARRANGED_TREE, day)
            parts = divided(top, roof, REARRANGED_TREE, day)
            below = [line.unit.id for part in parts for line in part.roll.lines]
            assert sorted(below) == sorted(line.unit.id for line in roof.lines if parts)
            assert len(below) == len(set(below))
            waiting += [part.unit.id for part in parts if not part.own]
        assert whole.under("tinh-nam-van", REARRANGED_TREE, day) == whole

    @given(st.sets(st.sampled_from(LEAVES)))
    def test_a_merger_changes_no_number_of_those_that_have_reported(self, handed: set[str]) -> None:
        reports = [held(name, form) for name in sorted(handed) for form in PERIOD.forms]
        then = call(PERIOD, REARRANGED_TREE, LEAVES, reports, (), BEFORE).turnout
        now = call(PERIOD, REARRANGED_TREE, LEAVES, reports, (), DAY).turnout
        assert then.submitted == now.submitted == len(handed)
        assert now.expected <= then.expected == len(LEAVES)


class TestClosedPeriods:
    def test_a_merger_after_the_closing_does_not_make_a_missing_unit_one_that_reported(self) -> None:
        closed = replace(PERIOD, closed=datetime(2026, 6, 10, tzinfo=UTC))
        before = call(closed, small(), ("x1", "x2"), [held("x1"), held("x1", "b")], [], date(2026, 6, 10))
        after = call(closed, small(), ("x1", "x2"), [held("x1"), held("x1", "b")], [], DAY)
        assert after.turnout == before.turnout
        assert (after.turnout.submitted, after.turnout.expected) == (1, 2)


class TestSeveralForms:
    def test_a_unit_that_has_not_handed_in_all_forms_has_not_reported(self) -> None:
        returned = held("x1", "a", SubmissionState.RETURNED)
        assert roll(small(), ("x1",), [returned]).turnout.submitted == 0
        assert roll(small(), ("x1",), [returned, held("x1", "b")]).turnout.submitted == 1


class TestUnder:
    def test_what_counts_beside_the_unit_that_took_it_over_is_not_under_it(self) -> None:
        found = roll(small(), (), [held("x2"), held("x1")])
        assert [line.unit.id for line in found.under("x1", small(), DAY).lines] == ["x1"]
        assert [line.unit.id for line in found.under("x2", small(), DAY).lines] == ["x2"]
        assert [line.unit.id for line in found.under("n", small(), DAY).lines] == ["x1", "x2"]
