"""A report as it is read where there are thousands."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.submission import ReportKey
from bot.model.values import Values


@dataclass(frozen=True, slots=True)
class Sheet:
    """The latest version of a report, its ``number``, when it was handed in, and what it says."""

    key: ReportKey
    receipt: str
    number: int
    at: datetime
    values: Values
