"""The file of units is read whole or refused with every fault named by its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.load import PROVINCE, REARRANGED, example
from bot.errors import BrokenUnitsError
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.units_file import read_units

HEAD = "id,name,level,parent,from,to,merged_into,members"


def table(*lines: str) -> bytes:
    """Returns a file with these lines under the head."""
    return "\n".join([HEAD, *lines, ""]).encode()


def faults(raw: bytes) -> list[str]:
    """Returns the faults of a file."""
    with pytest.raises(BrokenUnitsError) as caught:
        read_units(raw, "t.csv")
    return str(caught.value).splitlines()


def test_a_line_is_a_unit() -> None:
    (unit, _) = read_units(table("a,Chi hội Á,chi hội,b,2026-07-01,30/6/2027,b,44", "b,B,xã"), "t.csv")
    assert unit == Unit("a", "Chi hội Á", "chi hội", "b", date(2026, 7, 1), date(2027, 6, 30), "b", 44)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_writes_is_read(mark: str, comma: str, end: str) -> None:
    text = end.join([HEAD + ",,", 'a,"Chi hội ""Á"" ",chi hội,,,,,44,,', ",,,,,,,,,", ""]).replace(",", comma)
    assert read_units(f"{mark}{text}".encode(), "t.csv") == (Unit("a", 'Chi hội "Á"', "chi hội", members=44),)


def test_the_columns_may_stand_in_any_order() -> None:
    raw = b"members,merged_into,to,from,parent,level,name,id\n7,,,,,xa,A,a\n"
    assert read_units(raw, "t.csv") == (Unit("a", "A", "xa", members=7),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("b,B,xã,x", "parent x is no unit of this file"),
        ("b,B,xã,,,2026-01-01,x", "merged_into x is no unit of this file"),
        ("b,B,xã,,,,a", "merged_into needs the last day (to)"),
        ("b,B,xã,b", "b stands under itself"),
        ("b,B,xã,,,2026-01-01,b", "b is merged into itself"),
        ("b,B,xã,,2026-01-02,2026-01-01", "to (2026-01-01) is before from (2026-01-02)"),
        ("b,B,xã,,hôm qua", "from: hôm qua is no day such as 2026-07-01"),
        ("b,B,xã,,,,,bốn", "members: bốn is no whole number"),
        ("b,B,xã,,,,,-4", "members: -4 is no whole number"),
        ("a,B,xã", "id a stands in line 2 already"),
        (",B,xã", "id is empty"),
        ("b,,xã", "name is empty"),
        ("b,B,", "level is empty"),
        ("Thôn B,B,xã", "id Thôn B: at most 40 of a-z 0-9 . _ - are allowed"),
        ("b,B,xã,,,,,4,thừa", "more cells than columns"),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(line: str, why: str) -> None:
    assert faults(table("a,A,xã", line)) == [f"t.csv:3: {why}"]


def test_all_faults_are_named_at_once() -> None:
    assert faults(table("a,A,xã,b", "b,B,xã,a", "c,C,xã,x")) == [
        "t.csv:2: a stands under itself",
        "t.csv:3: b stands under itself",
        "t.csv:4: parent x is no unit of this file",
    ]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "column id is missing"),
        (HEAD.replace("members", "member").encode(), "column member is unknown"),
        (f"{HEAD},id".encode(), "column id stands here twice"),
        (table("a,A,xã") + "b,Bí,xã".encode("latin-1"), "this is not UTF-8"),
        (table('a,"A,xã'), "this is no table"),
    ],
)
def test_a_file_that_is_no_table_of_units_is_refused(raw: bytes, why: str) -> None:
    assert why in "\n".join(faults(raw))


@given(st.binary(max_size=200))
def test_whatever_is_in_the_file_it_is_read_or_refused(raw: bytes) -> None:
    for some in (raw, table("a,A,xã") + raw):
        try:
            read_units(some, "t.csv")
        except BrokenUnitsError as error:
            assert str(error).startswith("t.csv:")  # noqa: PT017 (either is right)


def test_the_example_goes_on_after_it_is_rearranged() -> None:
    before, after = Tree(example(PROVINCE)), Tree(example(REARRANGED))
    day = date(2026, 7, 1)
    assert len([unit for unit in before.units if unit.level == "chi hội"]) == 197
    assert {unit.id for unit in before.units} < {unit.id for unit in after.units}
    assert {unit.level for unit in after.below("tinh-nam-van", day)} == {"tỉnh", "xã", "chi hội"}
    assert all(after.heir(unit.id, day) is not None for unit in before.units)
    assert all(after.within(unit.id, "tinh-nam-van", unit.end or date(2026, 7, 1)) for unit in after.units)
    assert {unit.level for unit in after.leaves("tinh-nam-van", day)} == {"chi hội"}
