"""The sheet of sources: every figure with what was typed, by whom, when and how."""

from datetime import tzinfo
from decimal import Decimal

from xlsxwriter import Workbook

from bot.model.figure import Figure, Given
from bot.model.standing import Standing
from bot.model.submission import SubmissionState
from bot.reports.book import Book
from bot.reports.figure_line import FigureLine, figure_lines
from bot.reports.sheets.names import Names
from bot.reports.sheets.plan import cell
from bot.reports.sheets.sheet import FIRST, Cell, Column, Sheet
from bot.reports.sheets.styles import MOMENT, WHOLE, Style, Styles, decimal

_COLUMNS = (
    Column("Đơn vị", 30),
    Column("Thuộc", 30),
    Column("Mẫu", 24),
    Column("Bản", 6, Style(WHOLE, middle=True)),
    Column("Tình trạng", 13),
    Column("Chỉ tiêu", 34),
    Column("Giá trị", 16, Style(WHOLE)),
    Column("Đơn vị tính", 11),
    Column("Ghi chú", 11),
    Column("Đã gõ", 26),
    Column("Người nhập", 20),
    Column("Lúc", 16, Style(MOMENT)),
    Column("Kênh", 10),
)
_VALUE = 6
_STATES = {
    SubmissionState.SUBMITTED: Standing.SUBMITTED.value,
    SubmissionState.RETURNED: Standing.RETURNED.value,
    SubmissionState.ACCEPTED: Standing.ACCEPTED.value,
}
_NOTES = {Given.SKIPPED: "bỏ qua", Given.LATER: "chưa có số"}


def sources(book: Workbook, styles: Styles, names: Names, values: Book, digits: int) -> None:
    """Writes the sheet; ``digits`` stand behind the comma of numbers that are not whole."""
    notes = (f"Đơn vị: {values.top.name}", "Bản mới nhất của mỗi báo cáo; báo cáo đã rút thì không kể")
    sheet = Sheet(book, styles, names.fresh("Số liệu gốc"), f"SỐ LIỆU GỐC {values.period.title}".upper(), notes)
    sheet.head(_COLUMNS, frozen=1)
    places: dict[str, tuple[str, str]] = {}
    row, zone = FIRST, values.made.tzinfo
    broken = {_VALUE: Style(decimal(digits))}
    for row, line in enumerate(figure_lines(values), start=FIRST):
        name = line.report.key.unit
        if name not in places:
            unit = values.tree.find(name)
            places[name] = (unit.name, values.nearest(unit)) if unit is not None else (name, "")
        own = broken if isinstance(line.figure.value, Decimal) else None
        sheet.row(row, _cells(line, places[name], zone), own=own)
    sheet.filter(row)


def _cells(line: FigureLine, where: tuple[str, str], zone: tzinfo | None) -> tuple[Cell, ...]:
    report, figure, field = line.report, line.figure, line.field
    state = _STATES.get(report.state, report.state.value)
    return (
        *where,
        line.form.names[0] if line.form is not None else report.key.form,
        report.number,
        f"{state}, trễ" if report.late else state,
        field.label if field is not None else figure.field,
        cell(figure.value),
        field.unit if field is not None and field.kind.is_number else None,
        _note(figure),
        figure.typed,
        line.by,
        figure.at.astimezone(zone).replace(tzinfo=None),
        figure.channel,
    )


def _note(figure: Figure) -> str | None:
    return _NOTES.get(figure.given) or ("ước lượng" if figure.estimate else None)
