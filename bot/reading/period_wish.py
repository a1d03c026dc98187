"""What an officer wants of a reporting period, as it was understood from a sentence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.period import LevelDeadline, Span


class Deed(StrEnum):
    """What is to be done. HOW asks how to open one; LIST wants to see them, or asks how they stand."""

    OPEN = "open"
    CLOSE = "close"
    EXTEND = "extend"
    HOW = "how"
    LIST = "list"


class Doubt(StrEnum):
    """Why a sentence cannot be carried out as it stands; it is asked about, never guessed."""

    NO_SUCH_DAY = "no such day"
    NO_CLEAR_DAY = "no clear day"
    OTHER_WEEKDAY = "other weekday"
    TWO_DAYS = "two days"
    LATER_START = "later start"
    TWO_PERIODS = "two periods"
    SECOND_HALF = "second half"


@dataclass(frozen=True, slots=True)
class Wish:
    """The deed with what was said of it; None and empty where nothing was said.

    ``year`` of a period to be opened is the coming one where it was left out. ``doubted`` are the words in doubt,
    ``doubted_day`` is the date whose weekday is another than was said.
    """

    deed: Deed
    span: Span | None = None
    year: int | None = None
    deadline: date | None = None
    levels: tuple[LevelDeadline, ...] = ()
    forms: tuple[str, ...] = ()
    doubt: Doubt | None = None
    doubted: str = ""
    doubted_day: date | None = None
