"""The first sheet: how many have reported, and the total of each figure beside that of the period before."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from bot.model.standing import Standing
from bot.reports.book import Book
from bot.reports.comparison import Comparison, comparisons
from bot.reports.sheets.level import missing_and_share
from bot.reports.sheets.names import Names
from bot.reports.sheets.plan import Plan
from bot.reports.sheets.reporting import Reporting
from bot.reports.sheets.sheet import FIRST, Cell, Column, Formula, Sheet
from bot.reports.sheets.styles import PERCENT, WHOLE, Style, Styles
from bot.reports.wording import day, percent

_NOW, _GIVEN, _BEFORE, _DIFFERENCE = 2, 3, 6, 8
_COLUMNS = (
    Column("Chỉ tiêu", 64),
    Column("Đơn vị tính", 13),
    Column("Tổng", 17, Style(WHOLE)),
    Column("Số báo cáo có số", 10, Style(WHOLE)),
    Column("Còn thiếu", 9, Style(WHOLE)),
    Column("Tỷ lệ", 8, Style(PERCENT)),
    Column("Kỳ trước", 17, Style(WHOLE)),
    Column("Kỳ trước: số báo cáo", 11, Style(WHOLE)),
    Column("Chênh lệch", 17, Style(WHOLE)),
)


class Summary:
    """The sheet; it stands first and is filled last, when it is known where the figures stand."""

    def __init__(self, book: Workbook, styles: Styles, names: Names, values: Book) -> None:
        self._values = values
        top, made = values.top, values.made
        title = f"TỔNG HỢP BÁO CÁO {values.period.title}".upper()
        notes = (f"Đơn vị: {top.name}", f"Lập lúc {made:%H:%M} ngày {day(made.date())}. {_turnout(values)}")
        self._sheet = Sheet(book, styles, names.fresh("Tổng hợp"), title, notes)

    def fill(self, sources: Sequence[Reporting]) -> None:
        """Writes the table: a line for each form, and under it its figures."""
        self._sheet.head(_COLUMNS, frozen=1)
        row = FIRST
        for source in sources:
            self._sheet.row(row, _form_cells(source, row), total=True)
            for one in comparisons(self._values, source.plan.form):
                if one.field in source.plan.fields:
                    row += 1
                    self._figure(row, source, one)
            row += 1
        if self._values.before is not None:
            self._sheet.line(row + 1, 0, f"Kỳ trước: {self._values.before.title}. {_UNLIKE}")

    def _figure(self, row: int, source: Reporting, one: Comparison) -> None:
        style, figures = source.plan.style(one.field), source.figures(one.field)
        before = one.before.value if one.before is not None else None
        now, then = xl_rowcol_to_cell(row, _NOW), xl_rowcol_to_cell(row, _BEFORE)
        asked = f"COUNT({source.keys(0)})"
        shares = missing_and_share(xl_rowcol_to_cell(row, _GIVEN), asked, one.now.given, one.now.asked)
        difference = f'=IF(OR({now}="",{then}=""),"",ROUND({now}-{then},{source.plan.digits[one.field.id] or 3}))'
        cells: Sequence[Cell | Formula] = (
            one.field.label,
            one.field.unit if one.field.kind.is_number else "đơn vị có",
            Formula(figures.whole(), one.now.value),
            Formula(figures.given(), one.now.given),
            *shares,
            before,
            one.before.given if one.before is not None else None,
            Formula(difference, one.difference) if one.alike else None,
        )
        look = Style(style.number)
        self._sheet.row(row, cells, own={_NOW: look, _BEFORE: look, _DIFFERENCE: look})


_UNLIKE = "Số cộng dồn của hai kỳ dài ngắn khác nhau thì không so."


def _form_cells(source: Reporting, row: int) -> Sequence[Cell | Formula]:
    plan: Plan = source.plan
    reported = plan.book.reported(plan.form)
    done, asked = xl_rowcol_to_cell(row, _GIVEN), f"COUNT({source.keys(0)})"
    return (
        plan.form.title,
        "báo cáo",
        None,
        Formula(f"=SUM({source.done})", reported),
        *missing_and_share(done, asked, reported, len(plan.seats)),
        *(None, None, None),
    )


def _turnout(values: Book) -> str:
    """How many have reported on everything, and how many were or are late."""
    turnout = values.roll.turnout
    late = sum(line.stand.late and not line.stand.owed for line in values.roll.lines)
    overdue = sum(line.stand.late and line.stand.owed for line in values.roll.lines)
    returned = len(values.roll.where(Standing.RETURNED))
    share = percent(turnout.submitted, turnout.expected)
    told = (
        f"Đã báo {turnout.submitted}/{turnout.expected} đơn vị ({share})",
        f"nộp trễ {late}",
        f"quá hạn chưa xong {overdue}",
        f"trả lại {returned}",
    )
    return f"{', '.join(told)}."
