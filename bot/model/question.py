"""A question that was asked, kept for the office without the asker (DESIGN 5)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, when, on which channel, how it was answered, and with which facts.

    ``outcome`` is the kind of the answer, or "chosen" and "rejected" where one of several readings was offered.
    """

    text: str
    at: datetime
    channel: str
    outcome: str
    facts: tuple[str, ...] = ()
