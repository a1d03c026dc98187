"""A figure told in a sentence, beside that of the period before."""

from decimal import Decimal

from babel.numbers import format_decimal

from bot.dialog.field import Field
from bot.dialog.showing import shown, shown_value_in_words
from bot.model.measure import Across
from bot.model.period import Period
from bot.reports.comparison import Comparison

_LOCALE = "vi"


def sentence(one: Comparison, before: Period | None, reports: int, level: str) -> str:
    """Returns "đã trồng mới 2,5 km đường hoa; …" without its subject; "" where nobody gave the figure.

    ``reports``: how many are in; where fewer give this figure it is said. ``level`` is what those are that report.
    """
    if one.now.value is None or one.field.sentence is None:
        return ""
    told = [one.field.sentence.with_value(_worth(one.field, one.now.value, level))]
    if before is not None and (compared := _compared(one, before, level)):
        told.append(compared)
    if one.now.given < reports:
        told.append(f"theo {one.now.given} báo cáo")
    return "; ".join(told)


def amount(value: int | Decimal | None) -> str:
    """Returns a number as it stands in a table."""
    return "chưa có số liệu" if value is None else str(format_decimal(value, locale=_LOCALE))


def _worth(field: Field, value: int | Decimal, level: str) -> str:
    return f"{amount(value)} {level}" if field.across is Across.COUNT_YES else shown_value_in_words(field, value)


def _compared(one: Comparison, before: Period, level: str) -> str:
    """Returns "so với năm 2025 (12 hộ) tăng 3 hộ"; "" where both say nothing about each other.

    Sums of unlike numbers of reports stand side by side, and nothing is said to have grown.
    """
    more = one.difference
    if more is None or one.before is None or one.before.value is None:
        return ""
    then = _short(one.field, one.before.value, level)
    if one.before.given != one.now.given:
        return f"{before.title} là {then}, theo {one.before.given} báo cáo"
    if not more:
        return f"bằng {before.title}"
    moved = f"tăng {_short(one.field, more, level)}" if more > 0 else f"giảm {_short(one.field, -more, level)}"
    return f"so với {before.title} ({then}) {moved}"


def _short(field: Field, value: int | Decimal, level: str) -> str:
    return f"{amount(value)} {level}" if field.across is Across.COUNT_YES else shown(field, value)
