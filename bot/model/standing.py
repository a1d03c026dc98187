"""Where a unit's report stands in a period. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.held import Held
from bot.model.submission import Submission, SubmissionState

Handed = Held | Submission
"""A report that was handed in, with or without who typed what."""


class Standing(StrEnum):
    """The states that people see; the value is what is shown. Whether it is late is said beside it."""

    MISSING = "chưa báo"
    DRAFT = "đang nhập"
    SUBMITTED = "đã nộp"
    RETURNED = "trả lại"
    ACCEPTED = "đã duyệt"


@dataclass(frozen=True, slots=True)
class Stand:
    """The state, and whether the report came late or is still owed after its last day ("trễ")."""

    state: Standing
    late: bool = False

    @property
    def owed(self) -> bool:
        """Whether the unit still has something to do."""
        return self.state in (Standing.MISSING, Standing.DRAFT, Standing.RETURNED)

    def __str__(self) -> str:
        """Returns what people see: "đã nộp, trễ"."""
        return f"{self.state.value}, trễ" if self.late else self.state.value


_OF = {
    SubmissionState.SUBMITTED: Standing.SUBMITTED,
    SubmissionState.RETURNED: Standing.RETURNED,
    SubmissionState.ACCEPTED: Standing.ACCEPTED,
}


def stand(handed: Handed | None, last_day: date, today: date, *, drafted: bool) -> Stand:
    """Returns where one report stands. ``handed`` is its latest version, ``last_day`` that of the unit's level.

    What was handed in stays so while it is being changed; what was withdrawn has to be handed in again.
    """
    state = _OF.get(handed.state) if handed else None
    if handed is None or state is None:
        return Stand(Standing.DRAFT if drafted else Standing.MISSING, today > last_day)
    owed = state is Standing.RETURNED and today > last_day
    return Stand(state, handed.late or owed)


def together(stands: Sequence[Stand]) -> Stand:
    """Returns where a unit stands that reports on several forms: what it owes counts, begun is more than nothing.

    Where one form is not in yet the unit has not reported, even if another was returned.
    """
    states = {one.state for one in stands}
    late = any(one.late for one in stands)
    if not states or states == {Standing.MISSING}:
        return Stand(Standing.MISSING, late)
    for state in (Standing.DRAFT, Standing.MISSING, Standing.RETURNED, Standing.SUBMITTED):
        if state in states:
            return Stand(Standing.DRAFT if state is Standing.MISSING else state, late)
    return Stand(Standing.ACCEPTED, late)
