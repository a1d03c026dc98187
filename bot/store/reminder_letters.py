"""Reminders are looked at once more before they go: who has handed in meanwhile is not reminded."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, true, update

from bot.events import clock_event
from bot.model.period import Period
from bot.model.reminder_letter import OVER, ReminderLetter, reminder_letter
from bot.model.rhythm import Rhythm
from bot.model.submission import SubmissionState
from bot.ports.line import Line
from bot.store import messages, periods
from bot.store.house_tables import UNITS
from bot.store.reminder_tables import REMINDERS
from bot.store.report_tables import SUBMISSIONS
from bot.store.tables import OUTBOX

ANEW = "nhaclai"
"""A reminder is to be written anew: the token of the event is "nhaclai:<day>:<key of the one that was not sent>"."""

_HANDED_IN = (SubmissionState.SUBMITTED.value, SubmissionState.ACCEPTED.value)


def outdated(
    connection: Connection, line: Line, rows: Sequence[Row[Any]], rhythm: Rhythm, at: datetime
) -> tuple[frozenset[int], int]:
    """Cancels those of these letters that are not true any more; returns them, and how many events were made.

    Its key is free then. What is left of a letter comes as a new one: a report of two was handed in, its day is over.
    """
    found = [(row, letter) for row in rows if (letter := reminder_letter(row.key)) is not None]
    if not found:
        return frozenset(), 0
    known = {one.id: one for one in periods.every(connection)}
    today, units = rhythm.day_of(at), {unit for _, letter in found for unit in letter.units}
    ended = _ended(connection, units, today)
    about = {letter.period: known.get(letter.period) for _, letter in found}
    done = {name: _done(connection, period, units) for name, period in about.items() if period is not None}
    gone: list[tuple[int, ReminderLetter]] = []
    events = []
    for row, letter in found:
        period, written = about[letter.period], rhythm.day_of(row.written)
        handed_in = done.get(letter.period, frozenset())
        if letter.holds(period, handed_in | ended, written, today):
            continue
        gone.append((row.id, letter))
        if letter.asks and not letter.over(period) and not handed_in.issuperset(letter.units):
            token = f"{ANEW}:{written.isoformat()}:{letter.key}"
            events.append(clock_event(line, token, at, rhythm.spoken(at)))
    if gone:
        connection.execute(_CANCEL, [{"row": row, "at": at} for row, _ in gone])
        _unremind(connection, {letter for _, letter in gone})
        messages.receive(connection, events, at)
    return frozenset(row for row, _ in gone), len(events)


def _ended(connection: Connection, units: Collection[str], today: date) -> frozenset[str]:
    """Returns which of these units are no more: their heirs owe what they owed."""
    found = select(UNITS.c.id).where(UNITS.c.id.in_(units), UNITS.c.last_day < today)
    return frozenset(connection.scalars(found))


def _done(connection: Connection, period: Period, units: Collection[str]) -> frozenset[str]:
    """Returns which of these units have handed in all that a period asks for."""
    found = select(SUBMISSIONS.c.unit, SUBMISSIONS.c.form).where(
        SUBMISSIONS.c.period == period.id,
        SUBMISSIONS.c.unit.in_(units),
        SUBMISSIONS.c.latest == true(),
        SUBMISSIONS.c.state.in_(_HANDED_IN),
    )
    handed = {(unit, form) for unit, form in connection.execute(found)}
    return frozenset(unit for unit in units if all((unit, form) in handed for form in period.forms))


def _unremind(connection: Connection, letters: Collection[ReminderLetter]) -> None:
    """Their units were not reminded, but those that another leader's letter is about."""
    told = {first: _told(connection, first) for first in {_first(letter) for letter in letters}}
    for letter in letters:
        mine = (REMINDERS.c.period == letter.period, REMINDERS.c.wave == letter.occasion)
        units = [unit.removeprefix(OVER) for unit in letter.units if unit not in told[_first(letter)]]
        connection.execute(delete(REMINDERS).where(*mine, REMINDERS.c.unit.in_(units)))


def _first(letter: ReminderLetter) -> str:
    """Returns how the keys of all letters of its occasion begin."""
    return replace(letter, units=("",), person="").key.removesuffix("|")


def _told(connection: Connection, first: str) -> frozenset[str]:
    """Returns the units that letters are about whose keys begin so. No range of keys: collations order signs freely."""
    begins = OUTBOX.c.key.startswith(first, autoescape=True)
    found = connection.scalars(select(OUTBOX.c.key).where(begins, OUTBOX.c.state != "cancelled"))
    return frozenset(unit for key in found if (one := reminder_letter(key)) for unit in one.units)


_CANCEL = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row"))
    .values(
        state="cancelled",
        reason="no longer true",
        key=OUTBOX.c.key.concat("#").concat(OUTBOX.c.id),
        finished=bindparam("at"),
    )
)
