"""The sheet of what the units wrote: models, good examples, petitions."""

from xlsxwriter import Workbook

from bot.model.measure import Across
from bot.reports.book import Book
from bot.reports.sheets.names import Names
from bot.reports.sheets.sheet import FIRST, Column, Sheet
from bot.reports.sheets.styles import WHOLE, Style, Styles

_COLUMNS = (
    Column("STT", 6, Style(WHOLE, middle=True)),
    Column("Mục", 28, Style(wrap=True)),
    Column("Đơn vị", 32),
    Column("Thuộc", 36, Style(wrap=True)),
    Column("Nội dung", 70, Style(wrap=True)),
)
_TEXT = 4


def remarks(book: Workbook, styles: Styles, names: Names, values: Book) -> None:
    """Writes the sheet, unless no form asks for words."""
    fields = [
        (field, total)
        for form in values.forms
        for field, total in zip(form.asked_in(values.period.span), values.whole(form).totals, strict=True)
        if field.across is Across.LIST
    ]
    texts = [(field, remark) for field, total in fields for remark in total.remarks]
    if not fields:
        return
    title = f"MÔ HÌNH, KIẾN NGHỊ {values.period.title}".upper()
    notes = (f"Đơn vị: {values.top.name}", f"{len(texts)} ý kiến")
    sheet = Sheet(book, styles, names.fresh("Mô hình, kiến nghị"), title, notes)
    sheet.head(_COLUMNS, frozen=3)
    for place, (field, remark) in enumerate(texts):
        unit = values.tree.find(remark.unit)
        where = (unit.name, values.place(unit)) if unit is not None else (remark.unit, "")
        sheet.grow(FIRST + place, _TEXT, remark.text)
        sheet.row(FIRST + place, (place + 1, field.label, *where, remark.text))
    sheet.filter(FIRST + len(texts) - 1)
