"""Figures as people read them: "3 hộ", "3.500.000 đồng (ba triệu năm trăm nghìn đồng)", "0,5 km"."""

from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal

from bot.dialog.field import Field
from bot.model.figure import Figure, Given, Value
from bot.reading.kind import FigureKind
from bot.reading.spelled import spelled_in

STORED = "Đã ghi "
"""How a line begins that reads back what was stored."""

_LOCALE = "vi"
_AREA = "m²"
_NOTHING = {Given.SKIPPED: "bỏ qua", Given.LATER: "chưa có số"}


def shown(field: Field, value: Value) -> str:
    """Returns a value with its unit."""
    match value:
        case None:
            return "chưa có số"
        case bool():
            return "có" if value else "không"
        case int() | Decimal():
            return f"{_written(value)} {field.unit}".rstrip()
        case str():
            return value or "không có"


@lru_cache(maxsize=4_096)
def _written(value: int | Decimal) -> str:
    """Kept: an officer's queue shows the same small numbers ten thousand times."""
    return format_decimal(value, locale=_LOCALE)


def shown_figure(field: Field, figure: Figure) -> str:
    """Returns what was given for a field, with a mark where it is an estimate."""
    if figure.given is not Given.VALUE:
        return _NOTHING[figure.given]
    about = "khoảng " if figure.estimate else ""
    return f"{about}{shown(field, figure.value)}"


def shown_in_words(field: Field, figure: Figure) -> str:
    """Returns what was given for a field; money and areas also in words (reading-rules, Figures 3)."""
    return f"{shown_figure(field, figure)}{_in_words(field, figure.value)}"


def shown_value_in_words(field: Field, value: int | Decimal) -> str:
    """Returns a number with its unit; money and areas also in words."""
    return f"{shown(field, value)}{_in_words(field, value)}"


def _in_words(field: Field, value: Value) -> str:
    large = field.kind is FigureKind.MONEY or field.unit == _AREA
    if not large or not isinstance(value, int | Decimal) or not value:
        return ""
    return f" ({spelled_in(value, field.unit)})"


def read_back(field: Field, figure: Figure, how: str = "") -> str:
    """Returns the line that says what was stored; ``how`` shows a conversion or a calculation."""
    told = f"{STORED}{field.short}: {shown_in_words(field, figure)}{f' ({how})' if how else ''}"
    return told if told.endswith(("?", "!", ".")) else f"{told}."
