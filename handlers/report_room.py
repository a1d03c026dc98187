"""Everything that a report needs on the desk: its form, its period and unit, what was handed in before."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.desk import Desk
from bot.dialog.draft import Draft
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Progress
from bot.model.figure import Figure
from bot.model.period import Period, Span, period_id
from bot.model.person import Person
from bot.model.review import Review
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Room:
    """One report as it stands now, for the person who works on it.

    ``held`` is the latest version that was handed in, withdrawn ones included; ``shared`` are figures that the unit
    gave on another form of the same period; ``returned`` is the decision that sent it back, None where it was not.
    """

    key: ReportKey
    form: Form
    unit: Unit
    known: Known
    person: Person
    draft: Draft | None
    held: Submission | None
    shared: tuple[Figure, ...]
    returned: Review | None = None

    @property
    def period(self) -> Period:
        """The period in which it is reported."""
        return self.known.period

    @property
    def submitted(self) -> Submission | None:
        """What the office holds, None where it holds nothing (any more)."""
        return None if self.held is None or self.held.state is SubmissionState.WITHDRAWN else self.held

    @property
    def settled(self) -> bool:
        """Whether only an officer may change it: it was accepted, or its period is closed and nobody sent it back."""
        accepted = self.held is not None and self.held.state is SubmissionState.ACCEPTED
        return accepted or (self.period.closed is not None and self.returned is None)


async def room(desk: Desk, key: ReportKey, person: Person) -> Room | None:
    """Returns the room of a report; None when its unit, period or form is not known any more."""
    unit = (await desk.records.tree()).find(key.unit)
    period = next((one for one in await desk.records.periods() if one.id == key.period), None)
    form = next((one for one in desk.forms if one.id == key.form), None)
    if unit is None or period is None or form is None:
        return None
    held = await desk.records.submission(key)
    others = [one for one in await desk.records.submissions_of(unit.id) if one.state is not SubmissionState.WITHDRAWN]
    known = Known(
        unit=unit.name,
        members=unit.members,
        period=period,
        last_day=period.last_day(unit.level),
        today=desk.now.date(),
        by=person.id,
        office=desk.office,
        previous=_figures(one for one in others if one.key.period != period.id),
        half=_figures(one for one in others if one.key.period == period_id(Span.HALF, period.year)),
    )
    shared = _figures(one for one in others if one.key.period == period.id and one.key != key)
    draft = await desk.records.draft(key)
    return Room(key, form, unit, known, person, draft, held, shared, await _returned(desk, held))


async def _returned(desk: Desk, held: Submission | None) -> Review | None:
    """Returns the decision that sent this version back, None where it was not."""
    if held is None or held.state is not SubmissionState.RETURNED:
        return None
    decided = await desk.records.reviews(held.key.period, [held.key.unit])
    return next((one for one in reversed(decided) if (one.key, one.number) == (held.key, held.number)), None)


def fresh(room: Room, now: datetime, helper: str = "") -> Progress:
    """Returns the progress of a new run. What was taken back, or given on another form, is held already."""
    given = _asked(room, (*room.shared, *(room.held.figures if room.held else ())))
    return Progress(run_of(room.key, now), room.key, room.form.version, figures=given, helper=helper)


def amending(room: Room, held: Submission, now: datetime, helper: str = "") -> Progress:
    """Returns the progress of a run that changes what was handed in. Why is known where an officer returned it."""
    figures = _asked(room, held.figures)
    run = run_of(room.key, now)
    reason = room.returned.note if room.returned else ""
    return Progress(run, room.key, room.form.version, figures=figures, amends=held.number, helper=helper, reason=reason)


def carried_over(room: Room, progress: Progress) -> Progress:
    """Returns a run of an older version of the form on the present one: field by field, what is still asked stays."""
    if progress.form_version == room.form.version:
        return progress
    asked = {field.id for field in room.form.asked_in(room.period.span)}
    figures = _asked(room, progress.figures)
    at = progress.at if progress.at in asked else ""
    return Progress(
        progress.run,
        progress.key,
        room.form.version,
        at=at,
        asked=progress.asked,
        figures=figures,
        amends=progress.amends,
        helper=progress.helper,
        reason=progress.reason,
    )


def run_of(key: ReportKey, now: datetime) -> str:
    """Returns the name of a run: short, since every button carries it, and another one at another time."""
    return short(key.period, key.unit, key.form, now.isoformat())


def short(*parts: str) -> str:
    """Returns a short name for these parts together, always the same one."""
    return hashlib.blake2s("|".join(parts).encode(), digest_size=6).hexdigest()


def _asked(room: Room, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    given = {figure.field: figure for figure in figures}
    return tuple(given[field.id] for field in room.form.asked_in(room.period.span) if field.id in given)


def _figures(submissions: Iterable[Submission]) -> tuple[Figure, ...]:
    """Returns the figures of reports, those of the newest one first."""
    return tuple(figure for one in submissions for figure in one.figures)
