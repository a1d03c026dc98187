"""What a report says, field by field, and nothing of how it came to be."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.model.figure import Figure, Value

Number = int | Decimal


class Values:
    """Values by their fields. Immutable once made.

    There are thousands of reports at once where officers review: an object for every figure would cost more than all
    the rest.
    """

    __slots__ = ("_by_field",)

    def __init__(self, given: Iterable[tuple[str, Value]] = ()) -> None:
        """``given``: fields with their values, None where there is none. Of several of one field the first counts."""
        self._by_field: dict[str, Value] = {}
        for field, value in given:
            if value is not None and field not in self._by_field:
                self._by_field[field] = value

    def pairs(self) -> Iterable[tuple[str, Value]]:
        """Returns the fields with their values, in the order in which they were given."""
        return self._by_field.items()

    def of(self, field: str) -> Value:
        """Returns the value of a field, None where it has none."""
        return self._by_field.get(field)

    def number(self, field: str) -> Number | None:
        """Returns the value of a field if it is a number."""
        value = self._by_field.get(field)
        return value if type(value) is int or type(value) is Decimal else None  # asked so often that it counts


def joined(several: Sequence[Values]) -> Values:
    """Returns what several reports say together; of a field that several give the first one counts."""
    if len(several) == 1:
        return several[0]
    return Values(pair for one in several for pair in one.pairs())


def values(figures: Iterable[Figure]) -> Values:
    """Returns what figures say."""
    return Values((figure.field, figure.value) for figure in figures)
