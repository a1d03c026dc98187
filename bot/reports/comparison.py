"""A figure beside that of the period before."""

from dataclasses import dataclass
from decimal import Decimal

from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.model.measure import OverTime
from bot.model.over_time import as_long
from bot.model.total import Total
from bot.reports.book import Book


@dataclass(frozen=True, slots=True)
class Comparison:
    """The total of a field now and in the period before (None: not asked or given there).

    ``alike`` is whether both can be set against each other: what adds up over time is more in a whole year than in
    half a one, and says nothing then.
    """

    field: Field
    now: Total
    before: Total | None
    alike: bool

    @property
    def difference(self) -> int | Decimal | None:
        """How much more it is now; None where nothing can be said."""
        if not self.alike or self.now.value is None or self.before is None or self.before.value is None:
            return None
        return self.now.value - self.before.value


def comparisons(book: Book, form: Form) -> tuple[Comparison, ...]:
    """Returns the comparison of each field of a form that is asked for, texts included."""
    before = book.whole_before(form)
    same = book.before is not None and as_long(book.before, book.period)
    found = []
    for field, now in zip(form.asked_in(book.period.span), book.whole(form).totals, strict=True):
        earlier = before.total(field.id) if before is not None else None
        found.append(Comparison(field, now, earlier, same or field.over_time is not OverTime.SUM))
    return tuple(found)
