"""How totals are told: each sum with from how many reports it comes, how many are missing, and the percentage."""

from collections.abc import Sequence
from decimal import Decimal

from bot.dialog.field import Field
from bot.dialog.showing import shown
from bot.model.lines import Line
from bot.model.measure import Across, OverTime
from bot.model.over_time import as_long
from bot.model.total import Total
from bot.model.tree import Tree
from handlers.moments import shown_day
from handlers.period_words import counted, titled
from handlers.totals_table import Table

_MOST_UNITS = 25
_MOST_REMARKS = 12
_NONE_YET = 'Chưa nơi nào nộp, nên chưa có số để cộng. Ai chưa nộp: nhắn "tình hình".'


def sums(table: Table) -> str:
    """Returns every figure of the unit."""
    if not table.line.turnout.submitted:
        return "\n".join([*_head(table), _NONE_YET])
    lines = [*_head(table), *(_sum(place, field, total) for place, field, total in _numbered(table, table.line))]
    return "\n".join([*lines, 'Xem từng đơn vị một số: nhắn "tổng hợp" và số thứ tự, ví dụ: tổng hợp 1.'])


def compared(table: Table) -> str:
    """Returns every figure of the unit beside that of an earlier period."""
    if table.before is None or table.earlier is None:
        return "\n".join([*_head(table), "Chưa có kỳ trước để so."])
    same = as_long(table.before, table.period)
    lines = [*_head(table), f"So với kỳ {table.before.title}, {_reports(table.earlier)}:"]
    for place, field, total in _numbered(table, table.line):
        before = table.earlier.total(field.id)
        comparable = same or field.over_time is not OverTime.SUM
        lines.append(_difference(place, field, total, before if comparable else None, comparable=comparable))
    if not same:
        lines.append("Số nào ghi không so là vì kỳ trước dài hơn hoặc ngắn hơn kỳ này.")
    if table.line.turnout.submitted != table.earlier.turnout.submitted:
        lines.append("Số báo cáo của hai kỳ không bằng nhau, nên so để tham khảo.")
    return "\n".join(lines)


def by_unit(table: Table, place: int) -> str:
    """Returns one figure, unit by unit; a text as each unit wrote it."""
    field = table.fields[place - 1]
    whole = table.line.totals[place - 1]
    head = f"{field.label}, {table.period.title}, {table.top.name}:"
    if field.across is Across.LIST:
        said = [f"- {_name(remark.unit, table.tree)}: {remark.text}" for remark in whole.remarks]
        told = _at_most(said, _MOST_REMARKS, "ý kiến") or ["Chưa nơi nào ghi."]
        return "\n".join([head, *told, f"{_counts(whole)}."])
    units = [f"- {line.unit.name}: {_of_unit(field, line, table)}" for line in table.under]
    told = _at_most(units, _MOST_UNITS, "đơn vị")
    if table.own is not None and table.own.value is not None:
        told.append(f"- Riêng {table.top.name}: {_shown(field, table.own.value)}")
    return "\n".join([head, *told, f"Cộng: {_value(field, whole)}."])


def _head(table: Table) -> list[str]:
    lines = [f"Tổng hợp {table.period.title}, {table.top.name}."]
    if len(table.made_of) > 1:
        lines.append(f"Gộp từ: {', '.join(one.title for one in table.made_of)}.")
    if len(table.period.forms) > 1:
        lines.append(f"{table.form.title}.")
    missing = [line.unit for line in table.roll.lines if line.stand.owed]
    left = f" Còn thiếu {counted(missing)}." if missing else ""
    lines.append(f"{titled(_reports(table.line))}.{left}")
    if table.top.end is not None and table.top.end == table.day:
        lines.append(f"Đơn vị này có đến ngày {shown_day(table.day)}.")
    return lines


def _reports(line: Line) -> str:
    turnout = line.turnout
    return f"đã nộp {turnout.submitted}/{turnout.expected} ({turnout.percent} %)"


def _numbered(table: Table, line: Line) -> list[tuple[int, Field, Total]]:
    both = zip(table.fields, line.totals, strict=True)
    return [(place, field, total) for place, (field, total) in enumerate(both, start=1)]


def _sum(place: int, field: Field, total: Total) -> str:
    return f"{place}. {field.short}: {_value(field, total)}"


def _value(field: Field, total: Total) -> str:
    if field.across is Across.LIST:
        return f"{len(total.remarks)} nơi ghi ({_counts(total)})"
    if total.value is None:
        return f"chưa có số ({_counts(total)})"
    return f"{_shown(field, total.value)} ({_counts(total)})"


def _of_unit(field: Field, line: Line, table: Table) -> str:
    """Returns the value of a unit; one that reports itself has nobody to be counted."""
    (total,) = line.totals
    if table.tree.children(line.unit.id, table.day):
        return _value(field, total)
    return "chưa có số" if total.value is None else _shown(field, total.value)


def _shown(field: Field, value: int | Decimal) -> str:
    match field.across:
        case Across.COUNT_YES:
            return f"{value} nơi có"
        case Across.AVERAGE:
            return f"bình quân {shown(field, value)}"
        case _:
            return shown(field, value)


def _counts(total: Total) -> str:
    missing = f", thiếu {total.missing}" if total.missing else ""
    return f"{total.given}/{total.asked}{missing}, {total.percent} %"


def _difference(place: int, field: Field, total: Total, before: Total | None, *, comparable: bool) -> str:
    line = f"{place}. {field.short}: "
    if field.across is Across.LIST or total.value is None:
        return f"{line}{_value(field, total)}"
    now = _shown(field, total.value)
    if not comparable:
        return f"{line}{now} (không so)"
    if before is None or before.value is None:
        return f"{line}{now} (kỳ trước chưa có số)"
    change = Decimal(total.value) - Decimal(before.value)
    told = "bằng kỳ trước" if not change else f"{'tăng' if change > 0 else 'giảm'} {shown(field, abs(change))}"
    return f"{line}{now}, kỳ trước {shown(field, before.value)} ({told})"


def _name(unit: str, tree: Tree) -> str:
    found = tree.find(unit)
    return found.name if found is not None else unit


def _at_most(lines: Sequence[str], most: int, what: str) -> list[str]:
    """Returns so many lines as fit on some screens of a phone; the rest is in the Excel file."""
    left = len(lines) - most
    return [*lines[:most], f"… và {left} {what} nữa, có đủ trong tệp Excel."] if left > 0 else list(lines)
