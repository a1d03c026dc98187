"""What an officer decided about a report that was handed in."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.submission import ReportKey, SubmissionState


@dataclass(frozen=True, slots=True)
class Review:
    """A decision about one version: who, when, through which channel.

    ``state`` is what the version becomes: ACCEPTED, RETURNED, or SUBMITTED where an accepted one is opened again.
    A return says why (``note``) and about which field (``field``, "" for the whole report).
    """

    key: ReportKey
    number: int
    state: SubmissionState
    by: str
    at: datetime
    channel: str
    field: str = ""
    note: str = ""
