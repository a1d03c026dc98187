"""The files of a made province of 2,000 chi hội: every total is what SQL finds, and what LibreOffice works out."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from docx import Document
from sqlalchemy import text

from bot.demo.reports import FORM
from bot.reports.excel import excel
from bot.work.binding import bound
from bot.work.exporting import Format, written
from knowledge.form_files import load_forms
from tests.office_suite import converted, needs_office, spoiled
from tests.province import LARGE, ROOT, SMALL, ZONE, Size, fill
from tests.stores import opened
from tests.workbooks import cached, formulas, table

_SUMS = """
SELECT figures.field, SUM(CAST(ROUND(figures.value * 1000) AS INTEGER)), COUNT(*)
FROM figures JOIN submissions USING (period, unit, form, number)
WHERE period = '6T-2026' AND latest AND state <> 'withdrawn' AND given = 'value' AND kind IN ('int', 'dec') GROUP BY 1
"""


def in_word(content: bytes) -> dict[str, tuple[str, ...]]:
    """Returns what stands beside each figure in the table of the Word report: total, reports, missing, before."""
    rows = [row for table in Document(BytesIO(content)).tables for row in table.rows]
    cells = [[cell.text for cell in row.cells] for row in rows if len(row.cells) > 4]
    return {row[1]: tuple(row[3:]) for row in cells}


async def check(size: Size, folder: Path, *, recalculated: bool) -> None:
    """Compares every total of the Excel and the Word file of a province with plain SQL."""
    async with opened(folder) as store:
        await store.change(lambda connection: fill(connection, size, seed=5))
        now = datetime(2026, 6, 2, 9, tzinfo=ZONE)
        async with store.reading() as records:
            book = await bound(records, load_forms(), "6T-2026", ROOT, now.date(), now)
        rows = await store.look(lambda connection: connection.execute(text(_SUMS)).all())
    assert book is not None
    assert len(book.roll.lines) == size.all_branches
    sums = {field: (Decimal(value) / 1000, count) for field, value, count in rows}
    content = excel(book)
    summary = table(cached(content)["Tổng hợp"], 0)
    (form,) = (form for form in load_forms() if form.id == FORM)
    numbers = [field for field in form.asked_in(book.period.span) if field.kind.is_number]
    assert len(numbers) == len(sums) > 5
    for field in numbers:
        row = summary[field.label]
        assert (Decimal(str(row["Tổng"])), row["Số báo cáo có số"]) == sums[field.id]
    told = in_word(written(book, Format.DOCX))
    for field in numbers:
        value, count = sums[field.id]
        assert told[field.label][:2] == (format_decimal(value, locale="vi"), format_decimal(count, locale="vi"))
    if recalculated:
        carried, again = cached(content), cached(converted(spoiled(content), "large.xlsx", "xlsx", folder))
        assert len(formulas(content)) > 100
        for sheet, place in formulas(content):
            told, anew = carried[sheet][place].value, again[sheet][place].value
            assert (told or 0) == pytest.approx(anew or 0, abs=1e-9), (sheet, place)


async def test_every_total_of_a_made_province_is_what_plain_sql_finds(tmp_path: Path) -> None:
    await check(SMALL, tmp_path, recalculated=False)


@pytest.mark.soak
@needs_office
async def test_every_total_of_two_thousand_chi_hoi_is_what_sql_and_libreoffice_find(tmp_path: Path) -> None:
    await check(LARGE, tmp_path, recalculated=True)
