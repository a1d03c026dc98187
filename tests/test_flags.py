"""What deserves an officer's look, and what does not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog.checking import Beside
from bot.dialog.flags import FlagKind, flags
from bot.dialog.form import Form
from bot.model.figure import Value
from bot.model.period import Period, Span
from bot.model.values import Values
from knowledge.form_files import load_forms
from tests.forms import USUAL, period

FORM = next(form for form in load_forms() if form.id == "cuoc-van-dong")


def raised(
    changed: dict[str, Value] | None = None,
    before: dict[str, Value] | None = None,
    *,
    span: Span = Span.HALF,
    last: Period | None = None,
    form: Form = FORM,
    members: int | None = 44,
    half: dict[str, Value] | None = None,
) -> list[tuple[FlagKind, tuple[str, ...]]]:
    """Returns the flags of a usual report with some figures changed, beside those of the last period."""
    said = Values({**USUAL, **(changed or {})}.items())
    beside = Beside(span, members, Values((before or {}).items()), Values((half or {}).items()))
    if before is not None and last is None:
        last = period(Span.HALF, 2025)
    return [(flag.kind, flag.fields) for flag in flags(form, said, beside, last)]


def test_a_usual_report_has_no_flag() -> None:
    assert raised() == raised(before=USUAL) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"quy_vnn_tien": 20_000_001}, FlagKind.RANGE),
        ({"ho_phan_loai_rac": 45}, FlagKind.CHECK),
        ({"gdtt_buoi": None}, FlagKind.MISSING),
        ({"kien_nghi": "Xin hỗ trợ một nhà dột"}, FlagKind.NOTE),
    ],
)
def test_a_flag_names_its_field(changed: dict[str, Value], kind: FlagKind) -> None:
    assert raised(changed) == [(kind, tuple(changed))]


def test_nought_is_always_usual() -> None:
    assert raised({name: 0 for name, value in USUAL.items() if not isinstance(value, str)}) == []


def test_all_that_is_missing_is_one_flag() -> None:
    assert raised({"gdtt_buoi": None, "tt_buoi": None}) == [(FlagKind.MISSING, ("gdtt_buoi", "tt_buoi"))]


def test_words_may_stay_away() -> None:
    assert raised({"mo_hinh_ten": None, "kien_nghi": None}) == []


@pytest.mark.parametrize(
    "nothing", ["không", "Không có", "ko", "không có gì", "dạ không có kiến nghị gì ạ", "chưa có", "-", "…", "Không."]
)
def test_a_note_that_says_nothing_is_no_flag(nothing: str) -> None:
    assert raised({"kien_nghi": nothing}) == []


@pytest.mark.parametrize("something", ["không có đường vào thôn", "chưa có nhà văn hoá", "Xin thêm cây giống", "có"])
def test_a_note_that_says_something_is_one(something: str) -> None:
    assert raised({"kien_nghi": something}) == [(FlagKind.NOTE, ("kien_nghi",))]


@pytest.mark.parametrize(
    ("now", "before", "far"),
    [
        (9_000_000, 3_000_000, True),
        (8_900_000, 3_000_000, False),  # not three times
        (1_500_000, 500_000, False),  # three times, and a small matter
        (1_000_000, 6_000_000, True),
        (0, 5_000_000, True),
        (0, 4_000_000, False),
        (6_000_000, 0, True),
    ],
)
def test_money_is_far_where_it_is_three_times_and_matters(now: int, before: int, far: bool) -> None:
    found = raised({"quy_vnn_tien": now}, {"quy_vnn_tien": before})
    assert found == ([(FlagKind.FAR, ("quy_vnn_tien",))] if far else [])


@pytest.mark.parametrize(("now", "before", "far"), [(3, 1, False), (6, 1, True), (6, 2, False), (7, 2, True)])
def test_a_count_is_far_where_it_is_three_times_and_five_more(now: int, before: int, far: bool) -> None:
    assert bool(raised({"ho_ccb_ngheo": now}, {"ho_ccb_ngheo": before})) is far


@given(st.integers(0, 20_000_000), st.integers(0, 20_000_000))
def test_far_is_the_same_upwards_and_downwards(one: int, other: int) -> None:
    assert raised({"quy_vnn_tien": one}, {"quy_vnn_tien": other}) == raised(
        {"quy_vnn_tien": other}, {"quy_vnn_tien": one}
    )


@given(st.integers(1, 20_000_000), st.fractions(min_value="1/3", max_value=3))
def test_what_is_less_than_three_times_is_never_far(before: int, times: Fraction) -> None:
    now = min(int(before * times), 3 * before - 1, 20_000_000)
    if 3 * now > before:
        assert raised({"quy_vnn_tien": now}, {"quy_vnn_tien": before}) == []


def test_what_adds_up_is_compared_with_half_of_a_whole_year() -> None:
    year = period(Span.YEAR, 2025)
    assert raised({"quy_vnn_tien": 6_000_000}, {"quy_vnn_tien": 18_000_000}, last=year) == []
    assert raised({"quy_vnn_tien": 3_000_000}, {"quy_vnn_tien": 18_000_000}, last=year) == [
        (FlagKind.FAR, ("quy_vnn_tien",))
    ]


def test_a_whole_year_may_be_twice_as_much() -> None:
    assert raised({"quy_vnn_tien": 40_000_000}, span=Span.YEAR) == []
    assert (FlagKind.RANGE, ("quy_vnn_tien",)) in raised({"quy_vnn_tien": 40_000_001}, span=Span.YEAR)


def test_a_whole_year_that_is_less_than_its_half_does_not_agree() -> None:
    found = raised({"tt_buoi": 4}, span=Span.YEAR, half={"tt_buoi": 6})
    assert found == [(FlagKind.CHECK, ("tt_buoi",))]


def test_a_rule_of_the_form_names_all_its_fields() -> None:
    form = next(form for form in load_forms() if form.checks)
    check = form.checks[0]
    said = Values([(name, 5) for name in check.left] + [(name, 0) for name in check.right])
    beside = Beside(Span.HALF, None, Values(), Values())
    assert (FlagKind.CHECK, (*check.left, *check.right)) in [
        (flag.kind, flag.fields) for flag in flags(form, said, beside, None)
    ]


def test_a_period_without_one_before_has_nothing_to_be_far_from() -> None:
    beside = Beside(Span.HALF, None, Values(), Values())
    assert flags(FORM, Values(USUAL.items()), beside, None) == ()
