"""A report as it is read where there are thousands: what was given, and not how it came to be."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.figure import Given, Value
from bot.model.submission import ReportKey


@dataclass(frozen=True, slots=True)
class Entry:
    """What was given for one field."""

    field: str
    value: Value
    given: Given = Given.VALUE


@dataclass(frozen=True, slots=True)
class Sheet:
    """The latest version of a report, its ``number``, and when it was handed in."""

    key: ReportKey
    receipt: str
    number: int
    at: datetime
    entries: tuple[Entry, ...]
