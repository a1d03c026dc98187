"""The CSV of a period: a contract with other programs (DESIGN 9)."""

import csv as tables
from collections.abc import AsyncIterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.model.submission import SubmissionState
from bot.records import Forgotten
from bot.reports.csv_file import COLUMNS, csv
from bot.store import writing
from tests.books import BY, book_of, crooked, every_report, every_rule, province, report
from tests.storehouse import at
from tests.stores import Opened, opened

_ALL = """
SELECT figures.period, figures.unit, figures.form, figures.number, state, field, kind, value, typed, figures.channel
FROM figures JOIN submissions USING (period, unit, form, number)
WHERE period = '6T-2026' AND latest = 1 AND state <> 'withdrawn'
"""
_BOOLS = {"1": "true", "0": "false"}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path) as found:
        await province(found)
        yield found


def rows(content: bytes) -> list[dict[str, str]]:
    """Returns the lines as a program reads them, without the mark in front of what looks like a formula."""
    found = tables.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))
    return [{name: value.removeprefix("'") for name, value in row.items()} for row in found]


async def test_it_comes_back_as_the_database_holds_it(store: Opened) -> None:
    found = rows(csv(await book_of(store)))
    held = await store.look(lambda connection: list(connection.execute(text(_ALL))))
    names = ("period", "unit", "form", "version", "state", "field", "value", "typed", "channel")
    told = {tuple(row[name] for name in names) for row in found}
    assert told == {
        (*map(str, row[:6]), _BOOLS.get(row[7], "") if row[6] == "bool" else row[7], *row[8:]) for row in held
    }
    assert len(found) == len(held) > 1000
    assert "2" in {row["version"] for row in found}


def test_the_first_line_names_the_columns_after_the_mark_of_utf_8() -> None:
    content = csv(crooked(every_report(), [every_rule()]))
    assert content.startswith(b"\xef\xbb\xbfperiod,unit,form,version,state,field,value,typed,by,at,channel\r\n")
    assert content.endswith(b"\r\n")
    assert list(rows(content)[0]) == list(COLUMNS)


def test_values_are_plain() -> None:
    found = {(row["unit"], row["field"]): row for row in rows(csv(crooked(every_report(), [every_rule()])))}
    assert found["c2", "quy_vnn_tien"]["value"] == "125500000"
    assert found["c1", "thu_nhap_bq"]["value"] == "45.55"
    assert (found["c1", "co_dang_ky"]["value"], found["c2", "co_dang_ky"]["value"]) == ("true", "false")
    assert (found["c3", "quy_vnn_tien"]["value"], found["c2", "ho_ccb_ngheo"]["value"]) == ("", "0")
    assert found["c1", "quy_vnn_tien"]["at"] == "2026-05-28T09:30:00+07:00"
    assert found["c1", "quy_vnn_tien"]["by"] == "Ba"


@pytest.mark.parametrize("typed", ["=1+1", "+84", "-5", "@x", "\t=1", "\r=1", "'=1", "'", 'a "b", c\r\nd'])
def test_what_looks_like_a_formula_is_marked_and_comes_back(typed: str) -> None:
    content = csv(crooked([report("c1", {"kien_nghi": typed}, "moi")], [every_rule()]))
    raw = list(tables.reader(StringIO(content.decode("utf-8-sig"), newline="")))[1]
    assert not raw[6].startswith(("=", "+", "-", "@", "\t", "\r"))
    (row,) = rows(content)
    assert (row["value"], row["typed"]) == (typed, typed)


def test_what_was_taken_back_or_replaced_is_not_in_it() -> None:
    kept = crooked(every_report(), [every_rule()])
    assert {row["unit"] for row in rows(csv(kept))} == {"c1", "c2", "c3", "c5", "c6"}
    assert rows(csv(replace(kept, reports=()))) == []


async def test_only_the_latest_version_that_was_not_taken_back_is_bound(store: Opened) -> None:
    book = await book_of(store)
    assert SubmissionState.WITHDRAWN not in {one.state for one in book.reports}
    assert len({one.key for one in book.reports}) == len(book.reports)


async def test_who_is_not_known_any_more_is_an_id_that_says_nothing(store: Opened) -> None:
    await store.change(lambda connection: writing.write(connection, [Forgotten(BY)], at()))
    names = {row["by"] for row in rows(csv(await book_of(store)))}
    assert all(name.startswith("forgotten:") for name in names)
