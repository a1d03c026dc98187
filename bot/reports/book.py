"""Everything that the files about a period show, for one unit and all under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.dialog.form import Form
from bot.model.figure import Given
from bot.model.held import Entry, Held
from bot.model.lines import Level, Line, by_level, lines
from bot.model.period import Period
from bot.model.person import Person
from bot.model.roll import Roll
from bot.model.submission import Submission
from bot.model.tree import Tree
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Book:
    """``forms`` are those of the period; ``day`` is the day whose tree is shown; ``roll`` and ``reports`` (the latest
    version of each, with what was typed) are of ``top`` and what is under it. ``before`` is the period to compare with
    and ``earlier`` its reports. ``people`` are those who typed, as far as they agreed to be known.
    """

    period: Period
    forms: tuple[Form, ...]
    top: Unit
    tree: Tree
    day: date
    made: datetime
    roll: Roll
    reports: tuple[Submission, ...]
    people: tuple[Person, ...] = ()
    before: Period | None = None
    earlier: tuple[Held, ...] = ()

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels with their units, ``top``'s first; the last are those that report."""
        return by_level(self.top.id, self.roll, self.tree, self.day)

    def lines(self, form: Form, units: Sequence[Unit]) -> tuple[Line, ...]:
        """Returns the line of each unit on a form, in the order of the fields that the period asks for."""
        measures = [field.measure for field in form.asked_in(self.period.span)]
        held = [_held(report) for report in self.reports if report.key.form == form.id]
        return lines(units, measures, held, self.roll, self.tree, self.day)

    def lines_before(self, form: Form, units: Sequence[Unit]) -> tuple[Line, ...]:
        """Returns the same of the period before, counted against the units of today; () without one."""
        measures = [field.measure for field in form.asked_in(self.period.span)]
        held = [report for report in self.earlier if report.form == form.id]
        return lines(units, measures, held, self.roll, self.tree, self.day) if held else ()

    def name(self, person: str) -> str:
        """Returns the name of somebody who typed, "" for one who is not known (any more)."""
        return next((one.name for one in self.people if one.id == person), "")


def _held(report: Submission) -> Held:
    entries = tuple(Entry(one.field, one.value) for one in report.figures if one.given is Given.VALUE)
    return Held(report.key.unit, report.key.form, report.state, report.late, entries)
