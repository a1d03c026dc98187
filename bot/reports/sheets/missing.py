"""The sheet of the units that still owe a report."""

from xlsxwriter import Workbook

from bot.reports.book import Book
from bot.reports.owing import Owing, owing
from bot.reports.sheets.names import Names
from bot.reports.sheets.sheet import FIRST, Cell, Column, Sheet
from bot.reports.sheets.styles import DAY, WHOLE, Style, Styles

_COLUMNS = (
    Column("STT", 6, Style(WHOLE, middle=True)),
    Column("Đơn vị", 36),
    Column("Thuộc", 52),
    Column("Tình trạng", 14),
    Column("Hạn nộp", 12, Style(DAY, middle=True)),
    Column("Trễ từ", 12, Style(DAY, middle=True)),
    Column("Số ngày trễ", 10, Style(WHOLE)),
)
_FORMS = Column("Mẫu chưa xong", 40, Style(wrap=True))


def missing(book: Workbook, styles: Styles, names: Names, values: Book) -> None:
    """Writes the sheet; with several forms it says which."""
    found = owing(values)
    title = f"ĐƠN VỊ CHƯA NỘP XONG BÁO CÁO {values.period.title}".upper()
    notes = (f"Đơn vị: {values.top.name}", f"{len(found)} trong {len(values.roll.lines)} đơn vị")
    sheet = Sheet(book, styles, names.fresh("Còn thiếu"), title, notes)
    several = len(values.forms) > 1
    sheet.head((*_COLUMNS, _FORMS) if several else _COLUMNS, frozen=2)
    for place, one in enumerate(found):
        forms = ", ".join(form.title for form in one.forms)
        sheet.row(FIRST + place, (*_cells(one, place + 1), forms) if several else _cells(one, place + 1))
    sheet.filter(FIRST + len(found) - 1)


def _cells(one: Owing, number: int) -> tuple[Cell, ...]:
    since = one.late_since
    days = (one.today - one.last_day).days if since else None
    return (number, one.unit.name, one.place, one.stand.state.value, one.last_day, since, days)
