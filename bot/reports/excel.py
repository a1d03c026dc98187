"""The Excel file of a period: totals as formulas over the figures as they were given."""

from collections import Counter
from io import BytesIO

from xlsxwriter import Workbook

from bot.reports.book import Book
from bot.reports.seats import Seat, ranks, seats
from bot.reports.sheets.level import level
from bot.reports.sheets.missing import missing
from bot.reports.sheets.names import Names
from bot.reports.sheets.plan import Plan
from bot.reports.sheets.remarks import remarks
from bot.reports.sheets.reporting import Reporting, reporting
from bot.reports.sheets.sources import sources
from bot.reports.sheets.styles import Styles
from bot.reports.sheets.summary import Summary

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def excel(book: Book) -> bytes:
    """Returns the file: totals, a sheet for each level (and form), who is missing, what was written, the sources.

    Every formula carries its value, so that previews show it.
    """
    out = BytesIO()
    made = Workbook(out, _OPTIONS)
    made.set_properties({"title": f"Báo cáo {book.period.title}", "subject": book.top.name, "created": _naive(book)})
    styles, names = Styles(made), Names()
    summary = Summary(made, styles, names, book)
    reporting_units = seats(book)
    levels = ranks(book, reporting_units)
    found = []
    for form in book.forms:
        plan = Plan.of(book, form, reporting_units, levels)
        behind = f" - {form.names[0]}" if len(book.forms) > 1 else ""
        source = Reporting(plan, names.fresh(f"{_capital(_usual(reporting_units))}{behind}"))
        for rank in levels:
            title = f"{form.title} {book.period.title} theo {rank.level}".upper()
            level(made, styles, names, source, rank, title, f"{_capital(rank.level)}{behind}")
        reporting(made, styles, source, f"{form.title} {book.period.title}".upper())
        found.append(source)
    summary.fill(found)
    missing(made, styles, names, book)
    remarks(made, styles, names, book)
    sources(made, styles, names, book, max((max(one.plan.digits.values(), default=0) for one in found), default=0))
    made.close()
    return out.getvalue()


def _usual(reporting_units: tuple[Seat, ...]) -> str:
    """Returns the level of most units that report."""
    return next((name for name, _ in Counter(seat.unit.level for seat in reporting_units).most_common(1)), "đơn vị")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _naive(book: Book) -> object:
    return book.made.replace(tzinfo=None)
