"""A message to many: what is said, to whom, when, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.messages import Enclosure, Span
from bot.model.audience import Audience


class BroadcastState(StrEnum):
    """DRAFT: being written. APPROVAL: waits for a second admin. SCHEDULED: goes out at ``due``. RUNNING: its letters
    are in the outbox. PAUSED: they wait there. FINISHED: every letter has come to its end. CANCELLED: those that had
    not gone never go.
    """

    DRAFT = "draft"
    APPROVAL = "approval"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


MOVES: dict[BroadcastState, frozenset[BroadcastState]] = {
    BroadcastState.DRAFT: frozenset((BroadcastState.APPROVAL, BroadcastState.SCHEDULED, BroadcastState.CANCELLED)),
    BroadcastState.APPROVAL: frozenset((BroadcastState.SCHEDULED, BroadcastState.DRAFT, BroadcastState.CANCELLED)),
    BroadcastState.SCHEDULED: frozenset((BroadcastState.RUNNING, BroadcastState.DRAFT, BroadcastState.CANCELLED)),
    BroadcastState.RUNNING: frozenset((BroadcastState.PAUSED, BroadcastState.FINISHED, BroadcastState.CANCELLED)),
    BroadcastState.PAUSED: frozenset((BroadcastState.RUNNING, BroadcastState.CANCELLED)),
    BroadcastState.FINISHED: frozenset((BroadcastState.RUNNING,)),  # sent again to those whom it did not reach
    BroadcastState.CANCELLED: frozenset(),
}
"""The legal moves."""

UNSENT = (BroadcastState.DRAFT, BroadcastState.APPROVAL, BroadcastState.SCHEDULED)
"""The states in which nobody has got it yet."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast; people know it by its ``number``. ``acknowledged``: receivers are asked to say that they got it.

    ``urgent`` is the reason why it goes out in quiet hours, too, "" where it does not. ``due`` is when it goes out.
    ``corrects`` is the number of the broadcast that this one puts right, 0 for none; ``in_place``: where it can, it
    writes the letters of that one anew, which nobody is rung up for.
    """

    number: int
    by: str
    made: datetime
    state: BroadcastState
    text: str = ""
    file: Enclosure | None = None
    audience: Audience | None = None
    due: datetime | None = None
    acknowledged: bool = False
    urgent: str = ""
    approved_by: str = ""
    corrects: int = 0
    in_place: bool = False
    spans: tuple[Span, ...] = ()
    fetching: str = ""
    """The job that fetches its picture or file, "" for none: until that is over it cannot be shown, nor sent."""

    def may(self, state: BroadcastState) -> bool:
        """Returns whether it can move to this state."""
        return state in MOVES[self.state]
