"""Numbers as they are written in Vietnamese: "3.500.000 đồng", "2,5 km"."""

from decimal import Decimal

from babel.numbers import format_decimal


def shown(number: Decimal | int) -> str:
    """Returns a number in the Vietnamese manner, with all its decimals."""
    return str(format_decimal(number, locale="vi", decimal_quantization=False))


def shown_in(number: Decimal | int, unit: str) -> str:
    """Returns a number with its unit."""
    return f"{shown(number)} {unit}".strip()
