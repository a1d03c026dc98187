"""How far a report has come. It is all that the engine remembers between two messages."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.figure import Figure, Value
from bot.model.submission import ReportKey


class Stage(StrEnum):
    """ASKING a field; REVIEW of all of them; REASON: why a report that was handed in is changed; DROP: whether the run
    is to be given up, while ``at`` still names what was asked.
    """

    ASKING = "asking"
    REVIEW = "review"
    REASON = "reason"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand what was typed: how it is shown, and the value it would be."""

    label: str
    value: Value
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Pending:
    """What was typed and not stored yet, because it can be read in several ways or seems out of range.

    ``field`` is whose figure it would be. One reading: it is confirmed or not; several: one is chosen, by letter.
    """

    field: str
    typed: str
    message: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """One run of a form.

    ``run`` is what its buttons carry, ``asked`` counts its questions, so that an old button is known as old.
    ``at`` is the field that is asked. ``amends`` is the number of the version that is being changed, 0 for a new
    report; ``reason`` is why, where that is known before it is asked (an officer returned it). ``helper`` is the
    officer who enters it for the leader. ``unread`` counts answers in a row that could not
    be read.
    """

    run: str
    key: ReportKey
    form_version: int
    at: str = ""
    stage: Stage = Stage.ASKING
    asked: int = 0
    figures: tuple[Figure, ...] = ()
    pending: Pending | None = None
    unread: int = 0
    amends: int = 0
    helper: str = ""
    reason: str = ""

    def figure(self, field: str) -> Figure | None:
        """Returns what was given for a field so far, None when nothing was."""
        return next((figure for figure in self.figures if figure.field == field), None)
