"""A report that was handed in, version by version. Nothing is overwritten."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.figure import Figure


class SubmissionState(StrEnum):
    """What became of a report that was handed in."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ReportKey:
    """Which report: the period, the unit, and the form."""

    period: str
    unit: str
    form: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One version of a report. ``receipt`` is the same for all versions; ``number`` counts them from 1.

    ``reason`` says why it was changed ("" for the first); ``helper`` is the officer who entered it for the leader.
    """

    key: ReportKey
    receipt: str
    number: int
    state: SubmissionState
    form_version: int
    figures: tuple[Figure, ...]
    by: str
    at: datetime
    channel: str
    late: bool = False
    reason: str = ""
    helper: str = ""

    def figure(self, field: str) -> Figure | None:
        """Returns what was given for a field, None when it was not asked."""
        return next((figure for figure in self.figures if figure.field == field), None)
