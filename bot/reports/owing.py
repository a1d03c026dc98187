"""The units that still owe a report."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.dialog.form import Form
from bot.model.drafted import Drafted
from bot.model.standing import Stand, stand
from bot.model.submission import Submission
from bot.model.unit import Unit
from bot.reports.book import Book


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit, where it lies, how it stands, its last day, and on which forms something is to be done."""

    unit: Unit
    place: str
    stand: Stand
    last_day: date
    forms: tuple[Form, ...]
    today: date

    @property
    def late_since(self) -> date | None:
        """The first day after the last one, None while there is time."""
        return self.last_day + timedelta(days=1) if self.today > self.last_day else None


@dataclass(frozen=True, slots=True)
class Stands:
    """Where each unit of a book stands on each form."""

    reports: dict[tuple[str, str], Submission]
    drafted: frozenset[Drafted]

    @classmethod
    def of(cls, book: Book) -> "Stands":
        """Returns those of a book."""
        return cls({(one.key.unit, one.key.form): one for one in book.reports}, frozenset(book.drafted))

    def stand(self, book: Book, unit: Unit, form: Form) -> Stand:
        """Returns where a unit stands on a form."""
        begun = Drafted(unit.id, form.id) in self.drafted
        last_day, today = book.period.last_day(unit.level), book.made.date()
        return stand(self.reports.get((unit.id, form.id)), last_day, today, drafted=begun)


def owing(book: Book) -> tuple[Owing, ...]:
    """Returns the units that owe a report, in the order of the roll."""
    known, today = Stands.of(book), book.made.date()
    return tuple(
        Owing(
            unit=line.unit,
            place=book.place(line.unit),
            stand=line.stand,
            last_day=book.period.last_day(line.unit.level),
            forms=tuple(form for form in book.forms if known.stand(book, line.unit, form).owed),
            today=today,
        )
        for line in book.roll.lines
        if line.stand.owed
    )
