"""A report that is being filled in, as it is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialog.progress import Progress
from bot.messages import Address
from bot.model.submission import ReportKey


@dataclass(frozen=True, slots=True)
class Draft:
    """The progress of a report, the chat in which it was last worked on, and when.

    There is one draft of a report, whoever works on it. ``nudge`` is when its question is asked again, None: never.
    """

    progress: Progress
    address: Address
    touched: datetime
    nudge: datetime | None = None

    @property
    def key(self) -> ReportKey:
        """Which report it is."""
        return self.progress.key


@dataclass(frozen=True, slots=True)
class DraftDropped:
    """The draft of this report is over: handed in, or given up."""

    key: ReportKey
