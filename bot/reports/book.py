"""Everything that the files about a period show, for one unit and all under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.dialog.form import Form
from bot.model.drafted import Drafted
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
    """``forms`` are those of the period; ``day`` is the day whose tree is shown, ``made`` when the book was made.

    ``roll`` and ``reports`` are of what counts under ``top``: the latest version of each report that was not taken
    back, with what was typed, in the order of the tree and of the forms. ``drafted`` have been begun, anywhere.
    ``before`` is the period to compare with and ``earlier`` its reports. ``people`` typed, as far as they agreed to be
    known.
    """

    period: Period
    forms: tuple[Form, ...]
    top: Unit
    tree: Tree
    day: date
    made: datetime
    roll: Roll
    reports: tuple[Submission, ...]
    drafted: tuple[Drafted, ...] = ()
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

    def whole(self, form: Form) -> Line:
        """Returns the line of ``top`` on a form."""
        return self.lines(form, (self.top,))[0]

    def whole_before(self, form: Form) -> Line | None:
        """Returns the same of the period before, counted against the units of today; None without one."""
        measures = [field.measure for field in form.asked_in(self.period.span)]
        held = [report for report in self.earlier if report.form == form.id]
        return lines((self.top,), measures, held, self.roll, self.tree, self.day)[0] if held else None

    def reported(self, form: Form) -> int:
        """Returns how many reports on a form are in."""
        return sum(report.key.form == form.id for report in self.reports)

    def reported_before(self, form: Form) -> int:
        """Returns how many reports on a form were in in the period before."""
        earlier = (one for one in self.earlier if one.form == form.id)
        return sum(self.top.id in self.tree.path(one.unit, self.day) for one in earlier)

    def over(self, unit: Unit) -> tuple[Unit, ...]:
        """Returns the units between a unit and ``top``, the nearest first."""
        path = self.tree.path(unit.id, self.day)[1:]
        names = path[: path.index(self.top.id)] if self.top.id in path else path
        return tuple(found for name in names if (found := self.tree.find(name)) is not None)

    def nearest(self, unit: Unit) -> str:
        """Returns the name of the unit right over one; of ``top`` nothing."""
        if unit.id == self.top.id:
            return ""
        return next((one.name for one in self.over(unit)), self.top.name)

    def place(self, unit: Unit) -> str:
        """Returns where a unit lies below ``top``, "" right under it."""
        return ", ".join(one.name for one in self.over(unit))


def _held(report: Submission) -> Held:
    entries = tuple(Entry(one.field, one.value) for one in report.figures if one.given is Given.VALUE)
    return Held(report.key.unit, report.key.form, report.state, report.late, entries)
