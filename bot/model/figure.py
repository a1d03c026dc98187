"""One figure as it was given."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

Value = int | Decimal | str | bool | None
"""A count or an amount, a measure, words or a choice, yes or no; None where no figure was given."""


class Given(StrEnum):
    """VALUE: known. SKIPPED: passed over. LATER: the leader does not know it yet, which is not zero."""

    VALUE = "value"
    SKIPPED = "skipped"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Figure:
    """The answer to one field: what it was read as, what was typed, by whom, when, and through which channel.

    ``message`` is the platform's name of the message that held it, so that editing that message amends it.
    """

    field: str
    value: Value
    typed: str
    by: str
    at: datetime
    channel: str
    given: Given = Given.VALUE
    estimate: bool = False
    message: str = ""
