"""A picture or file that goes with a report."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.submission import ReportKey


@dataclass(frozen=True, slots=True)
class Attachment:
    """The platform's name of a file (it stays there), whose report it belongs to, who sent it, and when."""

    key: ReportKey
    file: str
    kind: str
    by: str
    at: datetime
    channel: str
