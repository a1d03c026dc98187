"""The sheet of the units that report: the figures as they were given, which everything else adds up."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from bot.dialog.field import Field
from bot.model.submission import Submission
from bot.reports.owing import Stands
from bot.reports.seats import Seat
from bot.reports.sheets.formulas import Figures, Source
from bot.reports.sheets.plan import Plan, cell
from bot.reports.sheets.sheet import FIRST, Cell, Column, Formula, Sheet
from bot.reports.sheets.styles import WHOLE, Style, Styles

_MEMBERS, _DONE, _FIRST_FIELD = 3, 5, 6
_COLUMNS = (
    Column("STT", 5, Style(WHOLE, middle=True)),
    Column("Đơn vị", 30),
    Column("Thuộc", 26),
    Column("Hội viên", 8, Style(WHOLE)),
    Column("Tình trạng", 13),
    Column("Đã báo", 7, Style(WHOLE, middle=True)),
)
_TOTAL = "Tổng cộng"


@dataclass(frozen=True, slots=True)
class Reporting:
    """Where the figures of a form stand: in the sheet of this name."""

    plan: Plan
    name: str

    @property
    def source(self) -> Source:
        """The sheet as formulas name it. A table without a line has an empty one."""
        escaped = self.name.replace("'", "''")
        return Source(f"'{escaped}'", FIRST, FIRST + max(len(self.plan.seats), 1) - 1, _MEMBERS)

    def figures(self, field: Field) -> Figures:
        """Returns the column of a field."""
        return self.plan.figures(field, self.source, _FIRST_FIELD)

    @property
    def done(self) -> str:
        """The cells that hold 1 for a report that is in."""
        return self.source.column(_DONE)

    def keys(self, depth: int) -> str:
        """Returns the cells with the keys of the units that stand so many steps under the top."""
        return self.source.column(_FIRST_FIELD + len(self.plan.fields) + depth)


def reporting(book: Workbook, styles: Styles, source: Reporting, title: str) -> None:
    """Writes the sheet."""
    plan = source.plan
    notes = (plan.form.title, f"Kỳ báo cáo: {plan.book.period.title}. Ô trống: chưa có số liệu.")
    sheet = Sheet(book, styles, source.name, title, notes)
    keys = [Column(f"mã {depth}", 5, Style(WHOLE)) for depth in range(plan.deepest)]
    sheet.head([*_COLUMNS, *(plan.column(field) for field in plan.fields), *keys], frozen=2)
    sheet.hide(_FIRST_FIELD + len(plan.fields), _FIRST_FIELD + len(plan.fields) + len(keys) - 1)
    reports = {one.key.unit: one for one in plan.book.reports if one.key.form == plan.form.id}
    known = Stands.of(plan.book)
    for place, seat in enumerate(plan.seats):
        told = str(known.stand(plan.book, seat.unit, plan.form))
        sheet.row(FIRST + place, _cells(plan, seat, place + 1, told, reports.get(seat.unit.id)))
    sheet.filter(source.source.last)
    sheet.row(source.source.last + 1, _total(source), total=True)


def _cells(plan: Plan, seat: Seat, number: int, told: str, report: Submission | None) -> Sequence[Cell]:
    values = {figure.field: figure.value for figure in report.figures} if report is not None else {}
    keys: list[Cell] = [plan.keys[name] for name in seat.path]
    unit = seat.unit
    return (
        *(number, unit.name, plan.book.nearest(unit), unit.members, told, int(report is not None)),
        *(cell(values.get(field.id)) for field in plan.fields),
        *keys,
        *[None] * (plan.deepest - len(keys)),
    )


def _total(found: Reporting) -> Sequence[Cell | Formula]:
    done = Formula(f"=SUM({found.done})", found.plan.book.reported(found.plan.form))
    totals = (
        Formula(found.figures(field).whole(), total.value)
        for field, total in zip(found.plan.fields, found.plan.totals, strict=True)
    )
    return (None, _TOTAL, None, None, None, done, *totals)
