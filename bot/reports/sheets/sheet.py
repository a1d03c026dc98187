"""One sheet: a title, a table with a frozen head, landscape A4. Cells are written by their kind, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.reports.printable import printable
from bot.reports.sheets.styles import PLAIN, Style, Styles

HEAD = 3
"""The row of the head, counted from 0: above it stand the title and two notes."""
FIRST = HEAD + 1
_LONGEST = 32_767
_A4 = 9
_EVERYWHERE = "A1:XFD1048576"
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
_TALLEST_HEAD, _LINE, _TALLEST = 48, 15, 400

Cell = str | int | float | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its head, its width in characters, how its cells look."""

    head: str
    width: float
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that it has now, None for "" (nobody gave one)."""

    text: str
    value: int | float | Decimal | None


class Sheet:
    """A sheet that is being written."""

    def __init__(self, book: Workbook, styles: Styles, name: str, title: str, notes: Sequence[str]) -> None:
        """``name`` from Names; ``notes`` are up to two lines under the title."""
        self.name = name
        self._styles = styles
        self._sheet: Worksheet = book.add_worksheet(name)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(**_MARGINS)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&L&A&RTrang &P/&N")
        # What was typed ("3") and some names look like numbers: they are texts, and Excel need not mark each of them.
        self._sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})
        self._text(0, 0, title, styles.title)
        for row, note in enumerate(notes, start=1):
            self._text(row, 0, note, styles.note)
        self._columns: Sequence[Column] = ()
        self._looks: Sequence[Format] = ()
        self._totals: Sequence[Format] = ()

    def head(self, columns: Sequence[Column], frozen: int, row: int = HEAD) -> None:
        """Writes the head of the table; so many columns stay when one scrolls to the right."""
        self._columns = columns
        self._looks = [self._styles.of(column.style) for column in columns]
        self._totals = [self._styles.of(replace(column.style, total=True)) for column in columns]
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width, self._styles.plain)
            self._text(row, place, column.head, self._styles.head)
        self._sheet.set_row(row, _TALLEST_HEAD)
        self._sheet.freeze_panes(row + 1, frozen)
        self._sheet.repeat_rows(row)

    def hide(self, first: int, last: int) -> None:
        """Hides columns that only formulas read."""
        self._sheet.set_column(first, last, None, self._styles.plain, {"hidden": True})

    def filter(self, last: int, row: int = HEAD) -> None:
        """Lets people pick rows; ``last`` is the last row of the table."""
        self._sheet.autofilter(row, 0, max(last, row + 1), len(self._columns) - 1)

    def row(
        self,
        row: int,
        cells: Sequence[Cell | Formula],
        *,
        total: bool = False,
        own: Mapping[int, Style] | None = None,
    ) -> None:
        """Writes a row of the table; ``own`` are the styles of cells that do not look like their column."""
        looks = self._totals if total else self._looks
        for place, cell in enumerate(cells):
            look = looks[place] if own is None or place not in own else self._styles.of(own[place])
            self._cell(row, place, cell, look)

    def grow(self, row: int, place: int, text: str) -> None:
        """Makes a row as high as a long text needs: not every program does so by itself."""
        width = self._columns[place].width
        lines = sum(max(1, ceil(len(line) / width)) for line in text.splitlines() or [""])
        if lines > 1:
            self._sheet.set_row(row, min(lines * _LINE, _TALLEST))

    def line(self, row: int, place: int, text: str, *, bold: bool = False) -> None:
        """Writes a text outside the table."""
        self._text(row, place, text, self._styles.bold if bold else self._styles.plain)

    def _cell(self, row: int, place: int, cell: Cell | Formula, look: Format) -> None:
        """What people typed is a text, whatever it begins with."""
        match cell:
            case str():
                self._text(row, place, cell, look)
            case None:
                self._sheet.write_blank(row, place, None, look)
            case Formula(text, value):
                self._sheet.write_formula(row, place, text, look, _cached(value))
            case date():
                self._sheet.write_datetime(row, place, cell, look)
            case _:
                self._sheet.write_number(row, place, float(cell) if isinstance(cell, Decimal) else cell, look)

    def _text(self, row: int, place: int, text: str, look: Format) -> None:
        self._sheet.write_string(row, place, printable(text)[:_LONGEST], look)


def _cached(value: int | float | Decimal | None) -> str | int | float:
    if value is None:
        return ""
    return float(value) if isinstance(value, Decimal) else value
