"""How cells look: the font of Vietnamese offices, numbers and days as they are written there."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

WHOLE = "[$-42A]#,##0"
PERCENT = "0%"
DAY = "d/m/yyyy"
MOMENT = "d/m/yyyy hh:mm"
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_GREY = "#E7E6E6"


def decimal(digits: int) -> str:
    """Returns the format of a number with so many digits behind the comma."""
    return f"{WHOLE}.{'0' * digits}" if digits else WHOLE


@dataclass(frozen=True, slots=True)
class Style:
    """A cell of the table: its number format, and whether it is of the total, wraps its lines, stands in the middle."""

    number: str = ""
    total: bool = False
    wrap: bool = False
    middle: bool = False


PLAIN = Style()
"""A cell with a text."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Style, Format] = {}
        self.title = self._new(bold=True, font_size=14)
        self.note = self._new(italic=True)
        self.plain = self._new()
        self.bold = self._new(bold=True)
        self.head = self._new(bold=True, border=1, text_wrap=True, align="center", bg_color=_GREY)

    def of(self, style: Style) -> Format:
        """Returns the format of a cell."""
        if style not in self._made:
            more: dict[str, Any] = {"border": 1, "text_wrap": style.wrap, "bold": style.total}
            if style.number:
                more["num_format"] = style.number
            if style.middle:
                more["align"] = "center"
            if style.total:
                more["bg_color"] = _GREY
            self._made[style] = self._new(**more)
        return self._made[style]

    def _new(self, **more: Any) -> Format:
        return self._book.add_format({**_FONT, **more})
