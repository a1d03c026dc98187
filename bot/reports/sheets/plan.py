"""What the sheets of one form need to know together: its fields, the units in their order, the formulas' source."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.figure import Value
from bot.model.lines import Line
from bot.model.measure import Across
from bot.model.total import Total
from bot.reading.kind import FigureKind
from bot.reports.book import Book
from bot.reports.seats import Rank, Seat
from bot.reports.sheets.formulas import NO, YES, Figures, Source
from bot.reports.sheets.sheet import Cell, Column
from bot.reports.sheets.styles import WHOLE, Style, decimal

_NOTHING = "không có"
_AVERAGE_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """A form of a book. ``digits`` are those behind the comma of each field; ``keys`` number the units, so that
    formulas compare numbers and no names. ``fields`` are those that can be added up, ``totals`` theirs. ``deepest`` is
    how many units the longest path has.
    """

    book: Book
    form: Form
    fields: tuple[Field, ...]
    totals: tuple[Total, ...]
    digits: dict[str, int]
    seats: tuple[Seat, ...]
    keys: dict[str, int]
    deepest: int

    @classmethod
    def of(cls, book: Book, form: Form, seats: tuple[Seat, ...], ranks: tuple[Rank, ...]) -> "Plan":
        """Returns the plan of a form."""
        fields = tuple(field for field in form.asked_in(book.period.span) if field.across is not Across.LIST)
        names = dict.fromkeys(name for seat in seats for name in seat.path)
        names |= dict.fromkeys(unit.id for rank in ranks for unit in rank.units)
        keys = {name: number for number, name in enumerate(names, start=1)}
        deepest = max((len(seat.path) for seat in seats), default=1)
        totals = of_fields(book.whole(form), fields)
        return cls(book, form, fields, totals, _digits(book, form, fields), seats, keys, deepest)

    def column(self, field: Field) -> Column:
        """Returns the column of a field."""
        return Column(headed(field), _width(field), self.style(field))

    def style(self, field: Field) -> Style:
        """Returns how the values of a field look."""
        match field.kind:
            case FigureKind.COUNT | FigureKind.MONEY:
                return Style(WHOLE)
            case FigureKind.MEASURE:
                return Style(decimal(self.digits[field.id]))
            case FigureKind.YES_NO:
                return Style(WHOLE, middle=True)
            case _:
                return Style()

    def figures(self, field: Field, source: Source, first: int) -> Figures:
        """Returns the column of a field in the sheet of those that report; ``first`` is that of the first field."""
        return Figures(source, first + self.fields.index(field), field.across, self.digits[field.id])


def of_fields(line: Line, fields: Sequence[Field]) -> tuple[Total, ...]:
    """Returns the totals of these fields in a line."""
    names = {field.id for field in fields}
    return tuple(total for total in line.totals if total.field in names)


def headed(field: Field) -> str:
    """Returns what stands over the column of a field."""
    return f"{field.short} ({field.unit})" if field.kind.is_number else field.short


def cell(value: Value) -> Cell:
    """Returns a value as a cell shows it."""
    match value:
        case bool():
            return YES if value else NO
        case str():
            return value if value.strip() else _NOTHING
        case _:
            return value


def _width(field: Field) -> float:
    longest = max(len(word) for word in headed(field).split())
    return max(15 if field.kind is FigureKind.MONEY else 10, longest)


def _digits(book: Book, form: Form, fields: Sequence[Field]) -> dict[str, int]:
    found = {field.id: _AVERAGE_DIGITS if field.across is Across.AVERAGE else 0 for field in fields}
    for report in book.reports:
        if report.key.form == form.id:
            for figure in report.figures:
                if isinstance(figure.value, Decimal) and figure.field in found:
                    exponent = figure.value.normalize().as_tuple().exponent
                    places = -exponent if isinstance(exponent, int) else 0
                    found[figure.field] = max(found[figure.field], places)
    return found
