"""What an officer should look at in a report before accepting it. A flag warns; it never refuses. Pure.

- RANGE: outside the field's usual range (twice the high bound where a whole year adds up); 0 is always usual.
- FAR: at least three times the last period's figure or at most a third of it, and by a difference that matters: a
  quarter of the usual high bound, and no less than 5 of what is counted or 1.000.000 đồng. Where a field adds up over
  time, the last figure is first brought to the length of this period.
- CHECK: a cross-check that the leader saw at the review, too, and sent all the same.
- MISSING: a number or a yes or no that was passed over, put off or never asked. Words may stay away.
- NOTE: the leader wrote to the office. A wish that nobody reads is worse than a report too many to look at.

An estimate ("khoảng 20") and the reason of an amendment are shown, and are no flags: the figure is there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from bot.dialog.checking import Beside, broken
from bot.dialog.field import Field, length
from bot.dialog.form import Form
from bot.dialog.showing import shown
from bot.model.measure import OverTime
from bot.model.months import months
from bot.model.period import Period
from bot.model.values import Number, Values
from bot.reading.kind import FigureKind
from knowledge.fold import plain

_TIMES = 3
_PART = 4
_LEAST = {FigureKind.COUNT: 5, FigureKind.MONEY: 1_000_000}
_WORD = re.compile(r"[a-z0-9]+")
_NO_NOTE = re.compile(
    r"(?:da |thua )*(?:khong|ko|k|hong|chua|0)(?: co)?"
    r"(?: (?:gi|chi|y kien|de xuat|kien nghi|kho khan))*(?: (?:a|het|ca|them))*"
)


class FlagKind(StrEnum):
    """Why a report wants a look."""

    RANGE = "range"
    FAR = "far"
    CHECK = "check"
    MISSING = "missing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Flag:
    """One reason, the fields that it is about, and what is said of it.

    ``say`` of RANGE and FAR goes on from the figure itself; a NOTE is what the figure says; the others are sentences.
    """

    kind: FlagKind
    fields: tuple[str, ...]
    say: str


def flags(form: Form, given: Values, beside: Beside, last: Period | None) -> tuple[Flag, ...]:
    """Returns the flags of a report: field by field, then what does not agree, what is missing, what was written.

    ``last`` is the period of the last figures in ``beside``, None where there are none.
    """
    fields = form.asked_in(beside.span)
    alone = _alone(fields, given, beside, last)
    checks = [Flag(FlagKind.CHECK, one.fields, one.say) for one in broken(form, given, beside)]
    return (*alone, *checks, *_missing(fields, given), *_notes(fields, given))


def _alone(fields: Sequence[Field], given: Values, beside: Beside, last: Period | None) -> list[Flag]:
    """Returns what is odd about each figure by itself. One loop: a province has tens of thousands of them."""
    asking, found = length(beside.span), []
    for field in fields:
        value = given.number(field.id)
        if value is None:
            continue
        high = field.highest(asking)
        if value and ((high is not None and value > high) or (field.low is not None and value < field.low)):
            usual = f"{shown(field, field.low)} đến {shown(field, high)}" if field.low else f"đến {shown(field, high)}"
            found.append(Flag(FlagKind.RANGE, (field.id,), f"ngoài khoảng thường gặp ({usual})"))
        before = beside.before.number(field.id) if last is not None else None
        if last is None or before is None or before == value:
            continue
        if _is_far(field, value, _brought(field, before, last, beside), high):
            found.append(Flag(FlagKind.FAR, (field.id,), f"khác xa {last.title} ({shown(field, before)})"))
    return found


def _brought(field: Field, before: Number, last: Period, beside: Beside) -> Number:
    """Returns the last figure as it would be for a period of this length."""
    adds_up = field.over_time is OverTime.SUM and last.span is not beside.span
    return Decimal(before) * months(beside.span) / months(last.span) if adds_up else before


def _is_far(field: Field, value: Number, before: Number, high: Decimal | None) -> bool:
    less, more = (value, before) if value < before else (before, value)
    if more < _TIMES * less:
        return False
    matters = max(Decimal(_LEAST.get(field.kind, 0)), (high or Decimal(0)) / _PART)
    return more > less and more >= _TIMES * less and more - less >= matters


def _missing(fields: Sequence[Field], given: Values) -> Iterator[Flag]:
    gone = [field for field in fields if field.kind is not FigureKind.TEXT and given.of(field.id) is None]
    if gone:
        names = ", ".join(field.short for field in gone)
        yield Flag(FlagKind.MISSING, tuple(field.id for field in gone), f"Chưa có số: {names}.")


def _notes(fields: Sequence[Field], given: Values) -> Iterator[Flag]:
    for field in fields:
        words = given.of(field.id) if field.note else None
        if isinstance(words, str) and _says_something(words):
            yield Flag(FlagKind.NOTE, (field.id,), "")


@lru_cache(maxsize=4096)  # most leaders write "không có gì"
def _says_something(text: str) -> bool:
    words = " ".join(_WORD.findall(plain(text)))
    return bool(words) and _NO_NOTE.fullmatch(words) is None
