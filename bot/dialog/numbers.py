"""The numbers among the figures of a report."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from bot.model.figure import Value

Number = int | Decimal


class Held(Protocol):
    """A figure, wherever it was read."""

    @property
    def field(self) -> str:
        """Which field it answers."""

    @property
    def value(self) -> Value:
        """What was given, None for nothing."""


class Numbers:
    """Numbers by their fields. Of several figures of one field the first is meant. Immutable once made."""

    def __init__(self, figures: Iterable[Held]) -> None:
        self._by_field: dict[str, Number] = {}
        for figure in figures:
            value = figure.value
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                self._by_field.setdefault(figure.field, value)

    def of(self, field: str) -> Number | None:
        """Returns the number of a field, None where it has none."""
        return self._by_field.get(field)
