"""A row of the outbox: what is sent, its state, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.messages import Address, Choice, File, Span


class State(StrEnum):
    """The states of an outbox row (DESIGN 5)."""

    PENDING = "pending"
    LEASED = "leased"
    SENT = "sent"
    FAILED = "failed"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Letter:
    """An outbox row to be sent: what, where, and how often it was tried.

    ``group``: the chat is one of several people. ``doubtful``: it may have arrived at an earlier try. ``broadcast`` is
    the number of the broadcast that it belongs to, 0 for none. ``edits`` is the platform's id of the message that it
    writes anew, "" for none; a channel that cannot edit sends it as a message of its own. ``numbered``: its choices are
    the chat's latest question, so that a number chooses one; elsewhere a number is a figure, or another question's.
    """

    row: int
    address: Address
    text: str
    choices: tuple[Choice, ...]
    bulk: bool
    tries: int
    group: bool = False
    doubtful: bool = False
    file: File | None = None
    broadcast: int = 0
    spans: tuple[Span, ...] = ()
    edits: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of one leased outbox row. PENDING puts it back until ``due``, with its tries and doubt remembered."""

    row: int
    state: State
    reason: str = ""
    message_id: str = ""
    due: datetime | None = None
    tries: int = 0
    doubtful: bool = False
