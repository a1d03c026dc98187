"""The sheet of one level: each unit a line, what reported under it added up by formulas."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from bot.model.lines import Line
from bot.model.unit import Unit
from bot.reports.seats import Rank
from bot.reports.sheets.names import Names
from bot.reports.sheets.plan import of_fields
from bot.reports.sheets.reporting import Reporting
from bot.reports.sheets.sheet import FIRST, Cell, Column, Formula, Sheet
from bot.reports.sheets.styles import PERCENT, WHOLE, Style, Styles

_REPORTED, _EXPECTED, _FIRST_FIELD = 3, 4, 7
_COLUMNS = (
    Column("STT", 5, Style(WHOLE, middle=True)),
    Column("Đơn vị", 30),
    Column("Thuộc", 26),
    Column("Đã báo", 8, Style(WHOLE)),
    Column("Phải báo", 8, Style(WHOLE)),
    Column("Còn thiếu", 8, Style(WHOLE)),
    Column("Tỷ lệ", 8, Style(PERCENT)),
)
_TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many units under each one report, and how many have."""

    expected: Counter[str]
    reported: Counter[str]


def level(book: Workbook, styles: Styles, names: Names, source: Reporting, rank: Rank, title: str, wanted: str) -> None:
    """Writes the sheet of a level of a form."""
    plan = source.plan
    notes = (plan.form.title, f"Kỳ báo cáo: {plan.book.period.title}. Ô trống: chưa có số liệu.")
    sheet = Sheet(book, styles, names.fresh(wanted), title, notes)
    key = _FIRST_FIELD + len(plan.fields)
    sheet.head([*_COLUMNS, *(plan.column(field) for field in plan.fields), Column("mã", 5, Style(WHOLE))], frozen=2)
    sheet.hide(key, key)
    counts, lines = _counts(source), plan.book.lines(plan.form, rank.units)
    for place, line in enumerate(lines):
        row = FIRST + place
        sheet.row(row, _cells(source, line, counts, place, xl_rowcol_to_cell(row, key, col_abs=True)))
    last = FIRST + len(lines) - 1
    sheet.filter(last)
    sheet.row(last + 1, _total(source, last), total=True)


def _counts(source: Reporting) -> _Counts:
    plan = source.plan
    done = {report.key.unit for report in plan.book.reports if report.key.form == plan.form.id}
    expected: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    for seat in plan.seats:
        expected.update(seat.path)
        if seat.unit.id in done:
            reported.update(seat.path)
    return _Counts(expected, reported)


def _cells(source: Reporting, line: Line, counts: _Counts, place: int, key: str) -> Sequence[Cell | Formula]:
    plan, unit, row = source.plan, line.unit, FIRST + place
    keys = source.keys(_depth(source, unit))
    expected, reported = counts.expected[unit.id], counts.reported[unit.id]
    figures = (
        Formula(source.figures(field).under(keys, key), total.value)
        for field, total in zip(plan.fields, of_fields(line, plan.fields), strict=True)
    )
    return (
        *(place + 1, unit.name, plan.book.nearest(unit)),
        Formula(f"=SUMIF({keys},{key},{source.done})", reported),
        Formula(f"=COUNTIF({keys},{key})", expected),
        *_shares(row, reported, expected),
        *figures,
        plan.keys[unit.id],
    )


def _depth(source: Reporting, unit: Unit) -> int:
    return len(source.plan.book.over(unit)) + (unit.id != source.plan.book.top.id)


def _total(source: Reporting, last: int) -> Sequence[Cell | Formula]:
    plan = source.plan
    reported, expected = plan.book.reported(plan.form), len(plan.seats)
    figures = (
        Formula(source.figures(field).whole(), total.value)
        for field, total in zip(plan.fields, plan.totals, strict=True)
    )
    return (
        *(None, _TOTAL, None),
        Formula(f"=SUM({xl_range_abs(FIRST, _REPORTED, last, _REPORTED)})", reported),
        Formula(f"=SUM({xl_range_abs(FIRST, _EXPECTED, last, _EXPECTED)})", expected),
        *_shares(last + 1, reported, expected),
        *figures,
    )


def _shares(row: int, reported: int, expected: int) -> Sequence[Formula]:
    """How many are missing, and the share of those that are not, rounded down: 100 % only when nobody is missing."""
    done, asked = xl_rowcol_to_cell(row, _REPORTED), xl_rowcol_to_cell(row, _EXPECTED)
    return missing_and_share(done, asked, reported, expected)


def missing_and_share(done: str, asked: str, reported: int, expected: int) -> Sequence[Formula]:
    """Returns both formulas, from the cells that hold the two counts."""
    share = 100 * reported // expected if expected else 0
    return (
        Formula(f"=MAX(0,{asked}-{done})", max(0, expected - reported)),
        Formula(f"=IF({asked}=0,0,INT(100*{done}/{asked})/100)", float(share) / 100),
    )
