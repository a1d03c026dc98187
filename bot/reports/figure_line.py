"""Every figure of a period as it was given: what the CSV and the sheet of sources show, a line each."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.figure import Figure
from bot.model.submission import Submission
from bot.reports.book import Book


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with its report. ``form`` and ``field`` are None where a form does not know it any more; ``by`` is the
    name of who typed it, the id of one who is not known (any more).
    """

    report: Submission
    figure: Figure
    form: Form | None
    field: Field | None
    by: str


def figure_lines(book: Book) -> Iterator[FigureLine]:
    """Yields the lines in the order of the reports, and of the questions in each."""
    forms = {form.id: form for form in book.forms}
    fields = {form.id: {field.id: field for field in form.fields} for form in book.forms}
    names = {person.id: person.name for person in book.people}
    for report in book.reports:
        form = report.key.form
        for figure in report.figures:
            field = fields.get(form, {}).get(figure.field)
            yield FigureLine(report, figure, forms.get(form), field, names.get(figure.by) or figure.by)
