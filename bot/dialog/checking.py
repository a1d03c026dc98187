"""The cross-checks of a report (report_figures, section I): what does not agree is said, and never refused."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.dialog.check import Check, Rule
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Progress
from bot.dialog.showing import shown
from bot.model.figure import Figure
from bot.model.measure import OverTime
from bot.model.period import Span

_Number = int | Decimal


def broken(form: Form, progress: Progress, known: Known) -> list[str]:
    """Returns a sentence for each thing that does not agree: field by field, then by the rules of the form."""
    fields = form.asked_in(known.period.span)
    by_field = [line for field in fields for line in _alone(field, progress.figure(field.id), known)]
    return [*by_field, *(check.say for check in form.checks if _is_broken(check, progress, known))]


def _alone(field: Field, figure: Figure | None, known: Known) -> Iterator[str]:
    value = _number(figure)
    if value is None:
        return
    if field.members_bound and known.members is not None and value > known.members:
        yield f"{field.short}: {shown(field, value)}, nhiều hơn số hội viên ({known.members})."
    half = _number(known.in_half(field.id))
    if known.period.span is Span.YEAR and field.over_time is OverTime.SUM and half is not None and value < half:
        yield f"{field.short}: cả năm {shown(field, value)}, ít hơn số 6 tháng đầu năm ({shown(field, half)})."


def _is_broken(check: Check, progress: Progress, known: Known) -> bool:
    left, right = _sum(check.left, progress), _sum(check.right, progress)
    if left is None or right is None:
        return False
    match check.rule:
        case Rule.AT_MOST:
            return left > right
        case Rule.NEEDS:
            return left > 0 and right < 1
        case Rule.CARRIES:
            before = _number(known.before(check.left[0]))
            return before is not None and left != before - right


def _sum(names: Sequence[str], progress: Progress) -> _Number | None:
    """Returns the sum of the figures, None where one is missing."""
    values = [_number(progress.figure(name)) for name in names]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _number(figure: Figure | None) -> _Number | None:
    value = figure.value if figure is not None else None
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
