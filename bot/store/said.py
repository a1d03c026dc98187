"""What thousands of reports say, read at once: a row for each report, not for each of its figures.

Making an object of every row costs more than the database does, so it puts the figures of a report together. The marks
between them are control characters, which nobody types; in words they are left out.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, func, select

from bot.model.figure import Value
from bot.store.report_tables import FIGURES, SUBMISSIONS
from bot.store.value_text import value_from_text

Said = dict[tuple[str, str], list[tuple[str, Value]]]
"""By unit and form: the fields with their values."""

_KEY = ("period", "unit", "form", "number")
_NONE = "none"
_IN, _BETWEEN = "\x1f", "\x1e"
_VALUE = func.replace(func.replace(FIGURES.c.value, _IN, ""), _BETWEEN, "")
_TOGETHER = (
    select(func.aggregate_strings(FIGURES.c.field + _IN + FIGURES.c.kind + _IN + _VALUE, _BETWEEN))
    .where(*(FIGURES.c[name] == SUBMISSIONS.c[name] for name in _KEY), FIGURES.c.kind != _NONE)
    .correlate(SUBMISSIONS)
)
# Report by report: a join would go through the figures of every version and ask for the report of each.


def said(connection: Connection, reports: ColumnElement[bool], *figures: ColumnElement[bool]) -> Said:
    """Returns the figures with a value of some reports of one period; of all figures, or of those that are such."""
    together = _TOGETHER.where(*figures).scalar_subquery()
    found = select(SUBMISSIONS.c.unit, SUBMISSIONS.c.form, together).where(reports)
    return {(unit, form): _figures(text) for unit, form, text in connection.execute(found).all() if text}


def _figures(together: str) -> list[tuple[str, Value]]:
    parts: Iterable[list[str]] = (one.split(_IN) for one in together.split(_BETWEEN))
    return [(field, value_from_text(kind, text)) for field, kind, text in parts]
