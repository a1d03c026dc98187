"""The protocols that the loops need. What stands behind them is decided in app.py."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import inf
from typing import Protocol

from starlette.routing import BaseRoute

from bot.messages import Address, Choice, File, Incoming, Reply, Span
from bot.model.capabilities import SHORT, Capabilities
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.records import Records

Line = tuple[str, str]
"""A channel and the bot on it: what one process serves. Rows of other lines in the same tables are left alone."""


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """The time in UTC."""

    async def sleep(self, seconds: float) -> None:
        """Returns after so many seconds."""


@dataclass(frozen=True, slots=True)
class Update:
    """A platform's event as it came: its unique key, and its raw JSON."""

    channel: str
    bot: str
    key: str
    raw: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An inbox row to be handled, oldest first within its chat."""

    row: int
    incoming: Incoming
    tries: int = 0


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
class Sent:
    """The platform took the message and named it."""

    message_id: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached any more: ``reason`` is what the platform says."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """The platform refused this message for good."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing may be sent for so many seconds (429). ``everywhere``: on the whole channel, not in this chat only."""

    seconds: float
    everywhere: bool = True


@dataclass(frozen=True, slots=True)
class Retry:
    """What was wished certainly did not happen (no connection, 5xx): try again after a growing pause."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The message may have arrived (time-out after sending)."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has a new address: write it down and send there."""

    chat: str


Delivery = Sent | Blocked | Failed | Wait | Retry | Unclear | Moved


LARGEST_FETCHED = 20 << 20
"""Bytes of a file that is fetched at most: so much Telegram gives out (Bot API, getFile), and memory can hold it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The platform does not give this file out: it is not there (any more), or never was."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The file is larger than may be fetched."""


Fetched = File | Gone | TooLarge | Retry
"""What comes of fetching what a person sent. The File's name is "" where the platform does not tell it, and its kind
says nothing: whoever asks knows whether it was sent as a picture. Retry: the network or the platform is at fault.
"""


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


Receive = Callable[[Update], Awaitable[object]]


class Channel(Protocol):
    """A platform: reads updates into words, writes letters into payloads and sends them.

    ``poll`` yields lists of updates; the next list is asked for (and so the last acknowledged) only after the consumer
    comes back for it, that is, after it has committed them to the inbox.
    """

    name: str
    bot: str
    capabilities: Capabilities

    def read(self, raw: str, at: datetime) -> Incoming | None:
        """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError."""

    async def send(self, letter: Letter) -> Delivery:
        """Sends one letter and returns what became of it. Never raises for the network's faults."""

    async def fetch(self, file: str) -> Fetched:
        """Returns what a person sent: ``file`` is Incoming.file. Never raises for the network's faults.

        Only asked where ``capabilities.fetch``.
        """

    def poll(self) -> AsyncIterator[Sequence[Update]]:
        """Yields the updates as they come, for ever. Not asked where ``routes`` are served."""

    def routes(self, receive: Receive) -> Sequence[BaseRoute]:
        """Returns the doors by which the platform or the people come to us; () where we ask the platform.

        ``receive`` returns after the update is committed.
        """

    async def acknowledge(self, incoming: Incoming) -> None:
        """Best effort: tells the platform that a press was seen, or that the bot is typing."""

    async def open(self) -> None:
        """Connects; raises WrongTokenError when the platform refuses the token."""

    async def close(self) -> None:
        """Lets the connections go."""


Handle = Callable[[Waiting, Talk, Records], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update with what was read of it: the chat for the order, or why it was set aside or ignored.

    ``due`` is when it is handled, None: at once.
    """

    update: Update
    chat: str = ""
    aside: str = ""
    ignored: bool = False
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A message whose handling or writes failed, after ``tries`` failures before. ``incoming``: if it was read."""

    row: int
    address: Address
    tries: int
    incoming: Incoming | None
    error: Exception


@dataclass(frozen=True, slots=True)
class Remedy:
    """What becomes of such a message: tried again when ``due`` (None: parked), and what the person is told."""

    reason: str
    due: datetime | None
    replies: tuple[Reply, ...] = ()


Read = Callable[[Update, datetime], Incoming | None]
Amend = Callable[[Failure], Remedy]


class Store(Protocol):
    """What is written down. Every method is one transaction, committed when it returns."""

    async def receive(self, arrivals: Sequence[Arrival], at: datetime) -> int:
        """Adds updates to the inbox, repeats absorbed and ignored ones left out; returns how many were new."""

    async def handle(
        self,
        lines: Sequence[Line],
        read: Read,
        handle: Handle,
        amend: Amend,
        at: datetime,
        limit: int = 32,
        patience: float = inf,
    ) -> int:
        """Handles the oldest waiting message of up to ``limit`` chats of these lines in one write transaction.

        One whose handler (or whose writes) fail is rolled back alone and kept: ``amend`` says when it is tried again;
        its chat waits for it. Returns how many were handled, failed ones included. After ``patience`` (seconds) none is
        begun any more: others want to write, too.
        """

    async def lease(
        self,
        line: Line,
        at: datetime,
        replies: int,
        bulk: int,
        busy: frozenset[Address],
        *,
        marks: Sequence[Mark] = (),
        quota: int | None = None,
        fits: int = SHORT,
        unasked: bool = True,
    ) -> Sequence[Letter]:
        """Leases due outbox rows, oldest first and one per chat: so many of conversation, so many of bulk.

        Before that it writes down what became of leased rows (``mark``).

        Chats in ``busy`` (a letter is under way) are left out. A reply waits for the earlier ones of its chat, bulk for
        every reply of its chat. Of broadcasts only those that are running are leased, several take turns; in quiet
        hours only urgent ones, and no reminders. A reminder that is not true any more is cancelled instead. ``quota``
        is how many messages a month the line may carry (Capabilities): when bulk has used it up, the rest fails. A
        letter is as many messages as it needs where ``fits`` UTF-16 units fit into one.
        Without ``unasked`` a letter waits until its person does something.
        """

    async def mark(self, marks: Sequence[Mark], at: datetime) -> None:
        """Writes down what became of leased rows."""

    async def move(self, old: Address, new: Address) -> None:
        """Rewrites a chat's address everywhere (a group became a supergroup)."""

    async def unreachable(self, addresses: Sequence[Address], at: datetime) -> None:
        """Remembers that these chats blocked us: their pending letters become ``blocked``.

        Whose chats they are is written to in another one of theirs from now on, where there is one.
        """

    async def recover(self, line: Line, at: datetime) -> int:
        """After a crash: a broadcast's leased rows become unknown; all others are sent once more. Returns how many.

        Only before a process's first lease; only one process may serve a line.
        """

    async def waiting(self, lines: Sequence[Line]) -> int:
        """How many inbox rows of these lines are to be handled, now or later."""

    async def next_letter(self, line: Line, after: datetime) -> datetime | None:
        """When the next pending letter of a line falls due, later than ``after``, or None.

        What waits for the end of the quiet hours falls due then; what is paused, never.
        """

    async def next_message(self, lines: Sequence[Line], after: datetime) -> datetime | None:
        """When the next retried message or event in the inbox falls due, later than ``after``, or None."""

    async def next_event(self, lines: Sequence[Line]) -> datetime | None:
        """When the next event of these lines is or was due that has not been made yet; None when there is none."""

    async def make_due(self, lines: Sequence[Line], at: datetime, limit: int = 200) -> int:
        """Puts the events of what is due into the inbox, and lets it not be due again; returns how many things were."""

    async def erase(self, before: datetime) -> int:
        """Erases the payloads of rows done before, and the words and files of letters that were over; returns how many.

        Thirty days later those aside or parked, and other files and finished jobs; never what is still to be sent.
        """
