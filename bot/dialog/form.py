"""A form: which figures a plan asks for, in which order, and when they are due."""

from dataclasses import dataclass

from bot.dialog.check import Check
from bot.dialog.field import Field, length
from bot.model import period


@dataclass(frozen=True, slots=True)
class Due:
    """The last day that a plan sets for a period: day and month of the period's own year."""

    span: period.Span
    day: int
    month: int


@dataclass(frozen=True, slots=True)
class Form:
    """One form. A field never changes its kind in a later ``version``. ``names`` are what people call it."""

    id: str
    version: int
    title: str
    plan: str
    names: tuple[str, ...]
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()
    due: tuple[Due, ...] = ()

    def field(self, name: str) -> Field | None:
        """Returns the field with this id."""
        return next((field for field in self.fields if field.id == name), None)

    def asked_in(self, span: period.Span) -> tuple[Field, ...]:
        """Returns the fields that a period of this span asks for, in order."""
        asking = length(span)
        return tuple(field for field in self.fields if asking in field.when)
