"""What was heard in an answer: for each figure its readings, and what was not understood."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialog.progress import Reading


class Certainty(StrEnum):
    """CLEAR is stored; CONFIRM has one reading that needs a yes; DOUBT has several, or none, and asks; LATER: the
    leader does not know the figure yet, which is not zero.
    """

    CLEAR = "clear"
    CONFIRM = "confirm"
    DOUBT = "doubt"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Heard:
    """One figure of an answer. ``why`` is said where it is asked back, ``how`` shows a conversion."""

    field: str
    certainty: Certainty
    typed: str
    readings: tuple[Reading, ...] = ()
    why: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Hearing:
    """An answer: its figures, and the rest that was not understood. No figures and no rest: no answer at all."""

    figures: tuple[Heard, ...] = ()
    rest: str = ""
    same: bool = False
    """The answer is "như kỳ trước"."""
