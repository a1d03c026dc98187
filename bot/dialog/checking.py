"""The cross-checks of a report (report_figures, section I): what does not agree is said, and never refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.dialog.check import Check, Rule
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.showing import shown
from bot.model.measure import OverTime
from bot.model.period import Span
from bot.model.values import Number, Values, values


@dataclass(frozen=True, slots=True)
class Beside:
    """What a report is compared with: the unit's members, its last figures, and for a whole year those of the half."""

    span: Span
    members: int | None
    before: Values
    half: Values


@dataclass(frozen=True, slots=True)
class Broken:
    """What does not agree, and between which fields."""

    fields: tuple[str, ...]
    say: str


def beside(known: Known) -> Beside:
    """Returns what the report of a run is compared with."""
    return Beside(known.period.span, known.members, values(known.previous), values(known.half))


def broken(form: Form, given: Values, beside: Beside) -> list[Broken]:
    """Returns each thing that does not agree: field by field, then by the rules of the form."""
    by_field = [
        one
        for field in form.asked_in(beside.span)
        if field.members_bound or beside.span is Span.YEAR
        for one in _alone(field, given.number(field.id), beside)
    ]
    return [*by_field, *(_by_rule(check) for check in form.checks if _is_broken(check, given, beside))]


def _alone(field: Field, value: Number | None, beside: Beside) -> Iterator[Broken]:
    if value is None:
        return
    if field.members_bound and beside.members is not None and value > beside.members:
        say = f"{field.short}: {shown(field, value)}, nhiều hơn số hội viên ({beside.members})."
        yield Broken((field.id,), say)
    half = beside.half.number(field.id)
    if beside.span is Span.YEAR and field.over_time is OverTime.SUM and half is not None and value < half:
        say = f"{field.short}: cả năm {shown(field, value)}, ít hơn số 6 tháng đầu năm ({shown(field, half)})."
        yield Broken((field.id,), say)


def _by_rule(check: Check) -> Broken:
    return Broken((*check.left, *check.right), check.say)


def _is_broken(check: Check, given: Values, beside: Beside) -> bool:
    left, right = _sum(check.left, given), _sum(check.right, given)
    if left is None or right is None:
        return False
    match check.rule:
        case Rule.AT_MOST:
            return left > right
        case Rule.NEEDS:
            return left > 0 and right < 1
        case Rule.CARRIES:
            before = beside.before.number(check.left[0])
            return before is not None and left != before - right


def _sum(names: Sequence[str], given: Values) -> Number | None:
    """Returns the sum of the figures, None where one is missing."""
    known = [value for name in names if (value := given.number(name)) is not None]
    return sum(known, Decimal(0)) if len(known) == len(names) else None
