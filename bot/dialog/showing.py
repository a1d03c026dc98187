"""Figures as people read them: "3 hộ", "3.500.000 đồng (ba triệu năm trăm nghìn đồng)", "0,5 km"."""

from decimal import Decimal

from babel.numbers import format_decimal

from bot.dialog.field import Field
from bot.model.figure import Figure, Given, Value
from bot.reading.kind import FigureKind

_LOCALE = "vi"
_NOTHING = {Given.SKIPPED: "bỏ qua", Given.LATER: "chưa có số"}


def shown(field: Field, value: Value) -> str:
    """Returns a value with its unit."""
    match value:
        case None:
            return "chưa có số"
        case bool():
            return "có" if value else "không"
        case int() | Decimal():
            return f"{format_decimal(value, locale=_LOCALE)} {field.unit}".rstrip()
        case str():
            return value or "không có"


def shown_figure(field: Field, figure: Figure) -> str:
    """Returns what was given for a field, with a mark where it is an estimate."""
    if figure.given is not Given.VALUE:
        return _NOTHING[figure.given]
    about = "khoảng " if figure.estimate else ""
    return f"{about}{shown(field, figure.value)}"


def read_back(field: Field, figure: Figure, words: str = "") -> str:
    """Returns the line that says what was stored; money and areas also in ``words``."""
    spelled = f" ({words})" if words and field.kind is FigureKind.MONEY else ""
    return f"Đã ghi {field.short}: {shown_figure(field, figure)}{spelled}."
