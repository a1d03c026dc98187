"""The fields of the forms: 79 of them, as report_figures.md has them, in the project's own words."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from bot.dialog.field import Field, Span
from bot.errors import BrokenFieldError, BrokenPlanFileError
from bot.reading.kind import FigureKind
from knowledge.fields import FIELDS, load_fields
from tests.shared import SHARED, needs_shared

_ROW = re.compile(r"^\| \d+ \| `(\w+)` \|(.*)\|$", re.MULTILINE)
_KINDS = {"integer": "count", "decimal": "measure", "money": "money", "yes-no": "yes_no", "text": "text"}


@pytest.fixture(scope="module")
def fields() -> tuple[Field, ...]:
    return load_fields()


def test_there_are_79_fields(fields: tuple[Field, ...]) -> None:
    assert Counter(field.kind.value for field in fields) == {
        "count": 50,
        "money": 13,
        "measure": 10,
        "yes_no": 3,
        "text": 3,
    }


def test_every_question_is_short_and_speaks_to_the_branch(fields: tuple[Field, ...]) -> None:
    assert [field.id for field in fields if len(field.ask.split()) >= 20] == []
    addressed = re.compile("chi hội|đồng chí|hội viên", re.IGNORECASE)
    assert [field.id for field in fields if not addressed.search(field.ask)] == []
    assert [field.id for field in fields if len(field.why.split()) > 25 or not field.why.endswith(".")] == []


def test_a_whole_year_may_be_twice_as_much_only_where_it_adds_up(fields: tuple[Field, ...]) -> None:
    known = {field.id: field for field in fields}
    assert known["quy_vnn_tien"].asked(Span.YEAR).high == 40_000_000
    assert known["nha_tam_con"].asked(Span.YEAR).high == 5
    assert known["thu_nhap_bq"].asked().low == 20
    assert known["nha_tam_con"].asked(previous=Decimal(2)).previous == 2


@needs_shared
def test_keys_units_ranges_and_sums_are_those_of_the_source(fields: tuple[Field, ...]) -> None:
    text = (SHARED / "report_figures.md").read_text(encoding="utf-8").partition("## H.")[0]
    rows = [(key, [cell.strip() for cell in rest.split("|")]) for key, rest in _ROW.findall(text)]
    assert [field.id for field in fields] == [key for key, _ in rows]
    for field, (_, cells) in zip(fields, rows, strict=True):
        _, _, unit, kind, limits, across, over_time, when, *_ = cells
        assert (field.unit, field.kind.value, field.over_time.value) == (unit, _KINDS[kind], over_time), field.id
        assert across.startswith({"average": "avg", "count_yes": "count(yes)"}.get(field.across, field.across)), (
            field.id
        )
        assert len(field.when) == (2 if when == "6T+N" else 1), field.id
        if field.kind.is_number:
            low, high = (Decimal(limit.replace(".", "")) for limit in limits.split("–"))
            assert (field.low, field.high) == (low, high), field.id
        elif field.kind is FigureKind.TEXT:
            assert str(field.longest) in limits


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('kind = "count"', 'kin = "count"', "unknown: kin"),
        ('kind = "count"', 'kind = "number"', "kind"),
        ("range = [0, 8]", "range = [8, 0]", "low is above high"),
        ("range = [0, 8]", "range = 8", "two numbers"),
        ("range = [0, 8]", "range = [0, 8.5]", "whole numbers"),
        ('"hộ CCB nghèo", ', '"cận nghèo", ', "can ngheo is ho_ccb_ngheo already"),
        ('id = "ho_ccb_can_ngheo"', 'id = "ho_ccb_ngheo"', "twice"),
        ("?", "", "ends with"),
        ('over_time = "last"', 'over_time = "sum"', "left"),
    ],
)
def test_a_broken_field_names_its_file_and_itself(tmp_path: Path, before: str, after: str, why: str) -> None:
    broken = tmp_path / "fields.toml"
    broken.write_text(FIELDS.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(BrokenFieldError, match=rf"fields\.toml: field ho_ccb_.*{why}"):
        load_fields(broken)


def test_a_file_that_is_no_list_of_fields_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("[plan]", encoding="utf-8")
    with pytest.raises(BrokenPlanFileError, match=r"x\.toml"):
        load_fields(tmp_path / "x.toml")
