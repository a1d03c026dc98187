"""A report that has been begun."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drafted:
    """Whose report, on which form."""

    unit: str
    form: str
