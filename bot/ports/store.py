"""What is written down, as the loops see it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Protocol

from bot.messages import Address, Incoming, Reply
from bot.model.capabilities import SHORT
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.letter import Letter, Mark
from bot.ports.line import Line
from bot.ports.update import Update
from bot.records import Records


@dataclass(frozen=True, slots=True)
class Waiting:
    """An inbox row to be handled, oldest first within its chat."""

    row: int
    incoming: Incoming
    tries: int = 0


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
