"""A sentence about a reporting period, read: "mở kỳ báo cáo 6 tháng 2026, hạn 31/5, chi hội trước 25/5". Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.model.months import end
from bot.model.period import LevelDeadline, Span
from bot.reading.day_mark import DayMark
from bot.reading.days import days, vague, without
from bot.reading.folded import folded
from bot.reading.period_days import begins, owned
from bot.reading.period_deed import WORDS, deed_of
from bot.reading.period_span import second_half, spans, years
from bot.reading.period_wish import Deed, Doubt, Wish
from knowledge.fold import plain

_LONGEST = 600
"""No officer's sentence is longer; what is longer is a text about something else."""

_GRACE = timedelta(days=61)
"""So long after its end a period is still the one that is meant."""

_LATEST = timedelta(days=183)
"""No report is due later than so long after the end of its period."""

_INTO_NEXT_YEAR = 3
"""A report on a whole year or its last quarter may be due in the first months of the next."""


_Dated = tuple[str, DayMark, date | None]
"""A level ("" for the whole period), its day as it was said, and the date that it is."""


def deed(text: str) -> Deed | None:
    """Returns what a text wants of a period, None when it is about something else."""
    return deed_of(folded(text, WORDS)) if len(text) <= _LONGEST else None


def wish(text: str, today: date, levels: Sequence[str], forms: Mapping[str, Sequence[str]]) -> Wish | None:
    """Returns what a text wants of a period, None for nothing. ``levels`` are the tree's, ``forms`` names by form."""
    wanted = deed(text)
    if wanted is None:
        return None
    said = folded(text, WORDS)
    marks = days(said)
    rest = without(said, marks)
    found, year_said = spans(rest), years(rest, today.year)
    span = next(iter(found)) if len(found) == 1 else None
    named = _forms(rest, forms)
    mine = owned(_without_names(said, forms), marks, levels)
    year = next(iter(year_said)) if len(year_said) == 1 else None
    if year is None and span is not None and wanted is Deed.OPEN:
        year = coming(span, today, [mark for _, mark in mine])
    dated = [(level, mark, _resolved(mark, span, year, today)) for level, mark in mine]
    doubt, doubted = _doubt(said, rest, marks, dated, today)
    if len(found) > 1 or len(year_said) > 1:
        doubt, doubted = Doubt.TWO_PERIODS, ""
    return Wish(
        deed=wanted,
        span=span,
        year=year,
        deadline=next((day for level, _, day in dated if not level), None),
        levels=tuple(LevelDeadline(level, day) for level, _, day in dated if level and day is not None),
        forms=named,
        doubt=doubt,
        doubted=doubted,
        doubted_day=next((day for _, mark, day in dated if day and mark.weekday not in (None, day.weekday())), None),
    )


def coming(span: Span, today: date, marks: Sequence[DayMark]) -> int:
    """Returns the year of the period that is meant where nobody said it: the first whose days have not long passed.

    Last year's is meant only where its days say so, or of its last quarter.
    """
    first = today.year - 1 if marks or span is Span.QUARTER4 else today.year
    for year in range(first, today.year + 2):
        due = [day for mark in marks if (day := _resolved(mark, span, year, today)) is not None]
        if not _long_past(end(span, year), today) and all(
            not _long_past(day, today) and _fits(day, span, year) for day in due
        ):
            return year
    return today.year if not _long_past(end(span, today.year), today) else today.year + 1


def _long_past(day: date, today: date) -> bool:
    """Returns whether a day without a year cannot be this year's. One that has just passed is asked about."""
    return day.toordinal() < today.toordinal() - _GRACE.days


def _fits(day: date, span: Span, year: int) -> bool:
    return date(year, 1, 1) <= day <= end(span, year) + _LATEST


def _resolved(mark: DayMark, span: Span | None, year: int | None, today: date) -> date | None:
    """Returns the date of a day whose year may have been left out: in the period's year, else the coming one."""
    if mark.year is not None:
        return mark.on(mark.year)
    if year is None:
        this = mark.on(today.year)
        return mark.on(today.year + 1) if this is None or _long_past(this, today) else this
    late = span in (Span.YEAR, Span.QUARTER4) and mark.month <= _INTO_NEXT_YEAR
    return mark.on(year + 1 if late else year)


def _doubt(
    said: str, rest: str, marks: Sequence[DayMark], mine: Sequence[_Dated], today: date
) -> tuple[Doubt | None, str]:
    if words := second_half(rest):
        return Doubt.SECOND_HALF, words
    for mark in marks:
        day = mark.on(today.year)
        if begins(said, mark) and day != today:
            return Doubt.LATER_START, mark.text
    for _, mark, resolved in mine:
        if resolved is None:
            return Doubt.NO_SUCH_DAY, mark.text
        if mark.weekday not in (None, resolved.weekday()):
            return Doubt.OTHER_WEEKDAY, mark.text
    for level in dict.fromkeys(level for level, _, _ in mine):
        if len({day for owner, _, day in mine if owner == level}) > 1:
            return Doubt.TWO_DAYS, level
    words = vague(rest)
    return (Doubt.NO_CLEAR_DAY, words) if words else (None, "")


def _forms(rest: str, forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Returns the forms whose names stand in a text. "hạn chung" names none."""
    text = re.sub(r"\bhan chung\b", " ", rest)
    return tuple(form for form, names in forms.items() if any(_named(name).search(text) for name in names))


def _without_names(said: str, forms: Mapping[str, Sequence[str]]) -> str:
    """Returns the text with the names of forms blotted out: "nông thôn mới" is no level."""
    for names in forms.values():
        for name in names:
            if " " in name:
                said = _named(name).sub(lambda found: "~" * len(found[0]), said)
    return said


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(plain(name))}\b")
