"""What one step of the engine comes to."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialog.progress import Progress
from bot.messages import Choice


class End(StrEnum):
    """How a run leaves the chat: handed in, put off (the draft stays), given up (the draft goes)."""

    SUBMITTED = "submitted"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Turn:
    """What to say next, and the progress after it.

    ``reason`` is why a report that was handed in is changed, where the run ends so. ``stuck``: this is the third answer
    in a row that could not be read, and the officer should know.
    """

    progress: Progress
    text: str
    choices: tuple[Choice, ...] = ()
    end: End | None = None
    reason: str = ""
    stuck: bool = False


@dataclass(frozen=True, slots=True)
class NotAnAnswer:
    """The words are no answer to what is asked. The caller looks whether they are a question to the knowledge; if not,
    ``unread`` is what to say. ``stays``: it is said below the knowledge's answer, too.
    """

    unread: Turn
    stays: bool = False


Stepped = Turn | NotAnAnswer
