"""What the answer to a field is."""

from enum import StrEnum


class FigureKind(StrEnum):
    """COUNT is a whole number, MEASURE may have decimals, MONEY is whole đồng. CHOICE and TEXT are not read here."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        """Whether its value is a number."""
        return self in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE)
