"""The chart of who has reported: which bars there are; and that it is a picture of a phone's width."""

import struct
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from bot.reports.chart import MOST, Bar, Chart, chart, drawn

COUNT = st.integers(0, 50)
BARS = st.lists(st.builds(Bar, st.text("abc", min_size=1), COUNT, COUNT, COUNT, COUNT), max_size=60)


def summed(bars: tuple[Bar, ...] | list[Bar]) -> tuple[int, int, int, int]:
    """Returns the counts of all bars together."""
    return (
        sum(bar.done for bar in bars),
        sum(bar.draft for bar in bars),
        sum(bar.missing for bar in bars),
        sum(bar.returned for bar in bars),
    )


@given(BARS)
def test_no_more_bars_than_a_phone_shows_and_no_unit_is_left_out(bars: list[Bar]) -> None:
    few = drawn(bars)
    assert len(few) <= MOST
    assert summed(few) == summed(bars)


@given(BARS)
def test_the_worst_bar_comes_first(bars: list[Bar]) -> None:
    shares = [bar.handed / bar.total for bar in drawn(bars) if not bar.name.startswith("…")]
    assert shares == sorted(shares)


def test_the_rest_says_how_many_units_it_is() -> None:
    bars = [Bar(f"xã {number}", number, 0, 100 - number) for number in range(100)]
    few = drawn(bars)
    assert [bar.name for bar in few[:2]] == ["xã 0", "xã 1"]
    assert few[-1].name == "… 81 đơn vị khác"


def test_a_unit_that_has_nothing_to_report_has_no_bar() -> None:
    assert drawn([Bar("xã A", 0, 0, 0), Bar("xã B", 1, 0, 0)]) == (Bar("xã B", 1, 0, 0),)


def test_a_report_that_was_returned_comes_before_one_that_is_done() -> None:
    done, returned = Bar("thôn A", 1, 0, 0), Bar("thôn B", 0, 0, 0, returned=1)
    assert drawn([done, returned]) == (returned, done)


def test_pictures_are_drawn_side_by_side_and_come_out_alike() -> None:
    bars = tuple(Bar(f"thôn Thượng Quý {number}", number, 1, 3, 1) for number in range(5))
    values = Chart("Hội CCB xã Vân Trà", "6 tháng đầu năm 2026\n10/40 đã nộp (25 %)", bars)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(chart, (values, values))
    assert one == other
    assert one.startswith(b"\x89PNG")
    assert struct.unpack(">I", one[16:20]) == (1080,)


def test_a_chart_without_bars_is_still_a_picture() -> None:
    assert chart(Chart("Hội", "chưa có gì", ())).startswith(b"\x89PNG")
