"""The Excel file of a period: every total is a formula, carries its value, and is what the database holds."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.reports.excel import excel
from bot.reports.sheets.names import Names
from bot.store import units
from tests.books import DAY, FORMS, NASTY, TOP, book_of, crooked, every_report, every_rule, form_of, province
from tests.office_suite import converted, needs_office, spoiled
from tests.stores import Opened, opened
from tests.workbooks import HEAD, cached, cells, formulas, table

KNOWN = {"IF", "OR", "SUM", "SUMIF", "SUMPRODUCT", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "ROUND", "MAX", "INT"}
KNOWN |= {"ISNUMBER"}
_SUMS = """
SELECT {group}, figures.field, SUM(CAST(ROUND(figures.value * 1000) AS INTEGER)), COUNT(*)
FROM figures JOIN submissions USING (period, unit, form, number) JOIN units ON units.id = figures.unit
JOIN units AS over ON over.id = units.parent
WHERE period = '6T-2026' AND latest = 1 AND state <> 'withdrawn' AND given = 'value' AND kind IN ('int', 'dec')
GROUP BY 1, 2
"""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Opened]:
    async with opened(tmp_path) as found:
        await province(found)
        yield found


def thousandths(value: Any) -> int | None:
    """Returns a number as the database adds it up."""
    return None if value in (None, "") else int((Decimal(str(value)) * 1000).to_integral_value())


def by_sql(connection: Connection, group: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Returns sums and counts by group and field, as plain SQL finds them."""
    return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(text(_SUMS.format(group=group)))}


async def test_every_total_is_what_plain_sql_finds(store: Opened) -> None:
    file = cached(excel(await book_of(store)))
    form, tree = form_of("cuoc-van-dong"), await store.look(units.tree)
    numbers = [field for field in form.fields if field.kind.is_number]
    whole = await store.look(lambda connection: by_sql(connection, "'all'"))
    summary, raw = table(file["Tổng hợp"], 0), table(file["Chi hội"], 1)["Tổng cộng"]
    for field in numbers:
        row, head = summary[field.label], f"{field.short} ({field.unit})"
        assert (thousandths(row["Tổng"]), row["Số báo cáo có số"]) == whole["all", field.id]
        assert thousandths(raw[head]) == whole["all", field.id][0]
    for sheet, group in (("Xã", "over.id"), ("Huyện", "over.parent")):
        found = await store.look(lambda connection, group=group: by_sql(connection, group))
        rows = table(file[sheet], 1)
        named = {unit.name: unit.id for unit in tree.below(TOP, DAY) if unit.level == sheet.lower()}
        assert set(named) | {"Tổng cộng"} == set(rows)
        for name, unit in named.items():
            for field in numbers:
                told = rows[name][f"{field.short} ({field.unit})"]
                assert thousandths(told) == found.get((unit, field.id), (None, 0))[0], (name, field.id)
    assert len(whole) == len(numbers)


async def test_how_many_reported_stands_beside_every_level(store: Opened) -> None:
    book = await book_of(store)
    file = cached(excel(book))
    done, asked = len(book.reports), len(book.roll.lines)
    for sheet in ("Xã", "Huyện"):
        total = table(file[sheet], 1)["Tổng cộng"]
        assert (total["Đã báo"], total["Phải báo"], total["Còn thiếu"]) == (done, asked, asked - done)
        assert total["Tỷ lệ"] == 100 * done // asked / 100
    assert f"Đã báo {done}/{asked} đơn vị" in file["Tổng hợp"]["A3"].value


@needs_office
async def test_libreoffice_works_out_the_same_values(store: Opened, tmp_path: Path) -> None:
    before = await book_of(store, period="N-2025")
    for name, book in (("now", await book_of(store)), ("before", before), ("crooked", crooked_book())):
        content = excel(book)
        wrong = spoiled(content)
        assert sum(cell.value in (77777, "77777") for cell in cells(cached(wrong))) == len(formulas(content))
        again = cached(converted(wrong, f"{name}.xlsx", "xlsx", tmp_path))
        carried, found = cached(content), formulas(content)
        assert len(found) > 100
        for sheet, place in found:
            told, anew = carried[sheet][place].value, again[sheet][place].value
            assert (told or 0) == pytest.approx(anew or 0, abs=1e-9), (name, sheet, place, found[sheet, place])
            assert (told in (None, "")) == (anew in (None, "")), (name, sheet, place)


def crooked_book() -> Any:
    """Returns the book with a figure of every rule."""
    return crooked(every_report(), [every_rule()])


def test_units_at_every_height_are_counted_once() -> None:
    file = cached(excel(crooked_book()))
    communes, districts = table(file["Xã phường"], 1), table(file["Huyện"], 1)
    assert set(communes) == {"Hội xã Một", "Hội xã Hai", "Hội xã Ba", "Chi hội cơ quan", "Tổng cộng"}
    assert set(districts) == {"Huyện hội", "Chi hội 1", "Chi hội cơ quan", "Chi hội 6", "Tổng cộng"}
    for rows in (communes, districts):
        for head in ("Hộ CCB nghèo (hộ)", "Quỹ Vì người nghèo (đồng)"):
            parts = [row[head] or 0 for name, row in rows.items() if name != "Tổng cộng"]
            assert sum(parts) == rows["Tổng cộng"][head]
    one = communes["Hội xã Một"]
    assert (one["Đã báo"], one["Phải báo"], one["Hộ CCB nghèo (hộ)"], one["Đường hoa (km)"]) == (3, 3, 4, 0.3)


def test_an_average_is_by_members_and_yes_is_counted() -> None:
    file = cached(excel(crooked_book()))
    one, all_ = table(file["Xã phường"], 1)["Hội xã Một"], table(file["Xã phường"], 1)["Tổng cộng"]
    income = "Thu nhập BQ (triệu đồng/người/năm)"
    assert one[income] == float(round(Decimal("2055.5") / 45, 2))
    assert all_[income] == float(round((Decimal("2055.5") + 15 * Decimal("30.25")) / 60, 2))
    assert (one["Đã đăng ký"], all_["Đã đăng ký"]) == (2, 3)


def test_what_nobody_gave_is_empty_and_never_nought() -> None:
    file = cached(excel(crooked([], [every_rule()])))
    rows = table(file["Tổng hợp"], 0)
    assert rows["Số hộ hội viên CCB nghèo hiện còn"]["Tổng"] in (None, "")
    assert rows["Số hộ hội viên CCB nghèo hiện còn"]["Số báo cáo có số"] == 0
    alone = table(file["Xã phường"], 1)["Hội xã Ba"]
    assert (alone["Phải báo"], alone["Đã báo"], alone["Hộ CCB nghèo (hộ)"] or "") == (1, 0, "")


async def test_what_people_typed_is_never_a_formula_and_stays_as_it_was(store: Opened) -> None:
    content = excel(await book_of(store))
    assert [found for found in formulas(content).values() if "HYPERLINK" in found or "+84" in found] == []
    texts = {cell.value for cell in cells(cached(content)) if isinstance(cell.value, str)}
    assert {NASTY[0], NASTY[1], NASTY[2], NASTY[3], NASTY[4], NASTY[5], NASTY[10]} <= texts
    assert "ab <b>&amp;</b> " in texts


async def test_formulas_are_those_of_excel_2010(store: Opened) -> None:
    found = [*formulas(excel(await book_of(store))).values(), *formulas(excel(crooked_book())).values()]
    assert {name for formula in found for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", formula)} == KNOWN


async def test_numbers_are_numbers_and_days_are_days(store: Opened) -> None:
    file = cached(excel(await book_of(store)))
    texts = [cell for cell in cells(file) if isinstance(cell.value, str) and cell.parent.title in ("Xã", "Huyện")]
    assert [cell.value for cell in texts if re.fullmatch(r"[\d.,]+", cell.value)] == []
    assert table(file["Còn thiếu"], 1)
    assert all(row["Hạn nộp"].date().isoformat() == "2026-05-25" for row in table(file["Còn thiếu"], 1).values())
    assert all(cell.is_date for cell in file["Số liệu gốc"]["L"][HEAD:])


async def test_every_sheet_prints_on_landscape_a4_under_its_head(store: Opened) -> None:
    file = cached(excel(await book_of(store)))
    assert file.sheetnames == [
        *("Tổng hợp", "Huyện", "Xã", "Chi hội"),
        *("Còn thiếu", "Mô hình, kiến nghị", "Số liệu gốc"),
    ]
    for sheet in file.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.print_title_rows, sheet.freeze_panes[1:]) == (f"${HEAD}:${HEAD}", str(HEAD + 1))


def test_several_forms_have_sheets_of_their_own() -> None:
    forms = [replace(form, names=(f"{form.names[0]} với một tên rất dài: [a/b]?",)) for form in FORMS]
    names = cached(excel(crooked(every_report("cuoc-van-dong"), forms))).sheetnames
    assert len(names) == 4 + 3 * len(forms)
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize("wanted", ["", "'", "History", "x" * 40, "a/b", "'xã'", "\x01"])
def test_a_sheet_has_a_name_that_excel_takes(wanted: str) -> None:
    names = Names()
    first, second = names.fresh(wanted), names.fresh(wanted.upper())
    assert first.casefold() != second.casefold()
    for name in (first, second):
        assert 0 < len(name) <= 31
        assert name.casefold() != "history"
        assert name.strip("'") == name


async def test_the_file_of_one_chi_hoi_holds_its_own_figures(store: Opened) -> None:
    file = cached(excel(await book_of(store, "thon-trung-dong")))
    assert set(table(file["Chi hội"], 1)) == {"Chi hội thôn Trung Đông", "Tổng cộng"}
    assert "Xã" not in file.sheetnames


def test_who_has_not_reported_is_listed_with_place_and_delay() -> None:
    rows = table(cached(excel(crooked_book()))["Còn thiếu"], 1)
    assert set(rows) == {"Chi hội cơ quan", "Hội xã Ba"}
    assert (rows["Hội xã Ba"]["Thuộc"], rows["Hội xã Ba"]["Tình trạng"]) == ("Huyện hội", "chưa báo")
    assert rows["Chi hội cơ quan"]["Số ngày trễ"] == 3
