"""The Excel file of a broadcast: what became of it unit by unit, and with each receiver."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

from bot.model.broadcast import Broadcast
from bot.model.broadcast_result import BLOCKED, CANCELLED, FAILED, SENT, UNKNOWN, UnitResult, by_unit, result
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.tree import Tree
from bot.reports.sheets.names import Names
from bot.reports.sheets.sheet import FIRST, Cell, Column, Sheet
from bot.reports.sheets.styles import WHOLE, Style, Styles

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_COUNT = Style(WHOLE)
_MIDDLE = Style(WHOLE, middle=True)
_BY_UNIT = (
    Column("STT", 6, _MIDDLE),
    Column("Đơn vị", 40),
    *(
        Column(head, 11, _COUNT)
        for head in ("Người nhận", "Đã gửi", "Đã báo nhận", "Đã chặn", "Lỗi", "Chưa rõ", "Đã huỷ", "Còn chờ")
    ),
)
_BY_PERSON = (
    Column("STT", 6, _MIDDLE),
    Column("Họ tên", 30),
    Column("Đơn vị", 40),
    Column("Kết quả", 14),
    Column("Lý do", 30, Style(wrap=True)),
    Column("Đã báo nhận", 12, Style(middle=True)),
)
_STATES = {SENT: "đã gửi", BLOCKED: "đã chặn", FAILED: "lỗi", UNKNOWN: "chưa rõ", CANCELLED: "đã huỷ"}
_WAITING = "còn chờ"
_OF_NONE = "(không thuộc đơn vị nào)"


@dataclass(frozen=True, slots=True)
class BroadcastBook:
    """What the file is made of; ``made`` is when, in the association's zone."""

    broadcast: Broadcast
    outcomes: Sequence[ReceiverOutcome]
    tree: Tree
    today: date
    made: datetime


def broadcast_file(values: BroadcastBook) -> bytes:
    """Returns the file (xlsx): a sheet by unit with the sums, and one by receiver."""
    out = BytesIO()
    made = Workbook(out, _OPTIONS)
    made.set_properties({"title": f"Thông báo {values.broadcast.number}", "created": values.made.replace(tzinfo=None)})
    styles, names = Styles(made), Names()
    _units(made, styles, names, values)
    _people(made, styles, names, values)
    made.close()
    return out.getvalue()


def _units(book: Workbook, styles: Styles, names: Names, values: BroadcastBook) -> None:
    sheet = Sheet(book, styles, names.fresh("Theo đơn vị"), _title(values), _notes(values))
    sheet.head(_BY_UNIT, frozen=2)
    lines = by_unit(values.outcomes, values.tree, values.today)
    for place, line in enumerate(lines):
        sheet.row(FIRST + place, (place + 1, line.unit.name if line.unit else _OF_NONE, *_counts(line)))
    sheet.row(FIRST + len(lines), (None, "Cộng", *_counts(result(None, values.outcomes))), total=True)


def _counts(line: UnitResult) -> tuple[Cell, ...]:
    return (
        line.audience,
        line.sent,
        line.acknowledged,
        line.blocked,
        line.failed,
        line.unknown,
        line.cancelled,
        line.waiting,
    )


def _people(book: Workbook, styles: Styles, names: Names, values: BroadcastBook) -> None:
    sheet = Sheet(book, styles, names.fresh("Theo người nhận"), _title(values), _notes(values))
    sheet.head(_BY_PERSON, frozen=2)
    for place, one in enumerate(values.outcomes):
        unit = values.tree.find(one.receiver.unit)
        cells: tuple[Cell, ...] = (
            place + 1,
            one.receiver.name or "(chưa cho biết tên)",
            unit.name if unit else "",
            _STATES.get(one.state, _WAITING),
            one.reason,
            "có" if one.acknowledged else "",
        )
        sheet.row(FIRST + place, cells)
    sheet.filter(FIRST + len(values.outcomes) - 1)


def _title(values: BroadcastBook) -> str:
    return f"KẾT QUẢ THÔNG BÁO {values.broadcast.number}"


def _notes(values: BroadcastBook) -> tuple[str, str]:
    first = values.broadcast.text.strip().splitlines()
    at = values.made
    return (
        f"Nội dung: {first[0] if first else ''}",
        f"Lập lúc {at.hour}:{at.minute:02d} ngày {at.day}/{at.month}/{at.year}",
    )
