"""What stands in an Excel file."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

HEAD = 4
"""The row of the heads."""


def cached(content: bytes) -> Workbook:
    """Returns the file with the values that its formulas carry."""
    return load_workbook(BytesIO(content), data_only=True)


def cells(file: Workbook) -> list[Cell]:
    """Returns all cells."""
    return [cell for sheet in file.worksheets for row in sheet.iter_rows() for cell in row]


def formulas(content: bytes) -> dict[tuple[str, str], str]:
    """Returns the formulas by sheet and cell."""
    found = cells(load_workbook(BytesIO(content)))
    return {(cell.parent.title, cell.coordinate): str(cell.value) for cell in found if cell.data_type == "f"}


def table(sheet: Any, name: int) -> dict[str, dict[str, Any]]:
    """Returns the rows of a sheet by what stands in a column, each by the heads."""
    head = [cell.value for cell in sheet[HEAD]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1)]
    return {row[name]: dict(zip(head, row, strict=True)) for row in rows if row[name]}
