"""The figures of a period as CSV, for other programs (DESIGN 9: its columns are a contract)."""

import csv as tables
from decimal import Decimal
from io import StringIO

from bot.model.figure import Value
from bot.reports.book import Book
from bot.reports.figure_line import figure_lines

COLUMNS = ("period", "unit", "form", "version", "state", "field", "value", "typed", "by", "at", "channel")
_MARK = "'"
_OPENING = ("=", "+", "-", "@", "\t", "\r", _MARK)


def csv(book: Book) -> bytes:
    """Returns a line for each figure of the latest version of every report; reports taken back are left out.

    UTF-8 with the mark that Excel wants, lines end as RFC 4180 says. ``value`` is a number with a point, true, false or
    a text, and empty where none was given. A text that a spreadsheet could take for a formula (it begins with = + - @,
    a tab or a line's end) has a ' in front, and so has one that begins with ': whoever reads it drops the first '.
    Numbers are never touched. ``by`` is a name, an id where nobody is known. ``version`` is the report's.
    """
    out = StringIO(newline="")
    writer = tables.writer(out)
    writer.writerow(COLUMNS)
    zone = book.made.tzinfo
    for line in figure_lines(book):
        report, figure = line.report, line.figure
        writer.writerow(
            (
                _safe(report.key.period),
                _safe(report.key.unit),
                _safe(report.key.form),
                report.number,
                report.state.value,
                _safe(figure.field),
                _value(figure.value),
                _safe(figure.typed),
                _safe(line.by),
                figure.at.astimezone(zone).isoformat(timespec="seconds"),
                _safe(figure.channel),
            )
        )
    return out.getvalue().encode("utf-8-sig", "replace")


def _value(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case str():
            return _safe(value)


def _safe(text: str) -> str:
    return f"{_MARK}{text}" if text.startswith(_OPENING) else text
