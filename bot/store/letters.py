"""The outbox: what is to be said, and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from bot.messages import Address, Reply
from bot.model.broadcast import BroadcastState
from bot.ports.letter import Mark, State
from bot.ports.line import Line
from bot.records import Frozen
from bot.store import editing, files
from bot.store.broadcast_tables import BROADCASTS
from bot.store.chats import parameters
from bot.store.inserting import insert_new
from bot.store.lines import in_chat, on_lines
from bot.store.spans_json import spans_to_json
from bot.store.tables import AGAIN, LEASED, OUTBOX, PENDING, WORDS
from bot.store.talk_json import choices_to_json
from bot.store.tallies import STOPPED


def add(connection: Connection, replies: Sequence[tuple[str, Reply]], at: datetime) -> None:
    """Adds replies, each with its idempotency key, in this order; one whose key is there already is left out, and so is
    an edit that changes nothing.

    Raises MissingFileError.
    """
    if enclosed := {reply.file.id for _, reply in replies if reply.file}:
        files.check(connection, enclosed)
    insert = insert_new(connection, OUTBOX, ("key",))
    for edits, some in groupby(replies, key=lambda one: bool(one[1].edits)):
        if not edits:
            connection.execute(insert, [_row(key, reply, at, at) for key, reply in some])
            continue
        for key, reply in some:  # each must see the one before
            if (due := editing.placed(connection, reply, at)) is not None:
                connection.execute(insert, _row(key, reply, due, at))


def untried(said: Reply | Frozen, due: datetime, at: datetime) -> dict[str, Any]:
    """Returns the columns that say what a new letter says, and that nothing has become of it yet."""
    return {
        "text": said.text,
        "choices": choices_to_json(said.choices),
        "spans": spans_to_json(said.spans),
        "file": said.file.id if said.file else "",
        "state": "pending",
        "reason": "",
        "message_id": "",
        "tries": 0,
        "doubtful": False,
        "due": due,
        "written": at,
    }


def _row(key: str, reply: Reply, due: datetime, at: datetime) -> dict[str, Any]:
    address = reply.address
    of = {"key": key, "channel": address.channel, "bot": address.bot, "chat": address.chat}
    return {**of, **untried(reply, due, at), "bulk": reply.bulk, "edits": reply.edits}


def mark(connection: Connection, marks: Sequence[Mark], at: datetime) -> None:
    """Writes down what became of leased letters: over, or put back."""
    over = [
        {
            "row": mark.row,
            "next": mark.state.value,
            "why": mark.reason,
            "name": mark.message_id,
            "tried": mark.tries,
            "doubt": mark.doubtful,
            "at": at,
        }
        for mark in marks
        if mark.state is not State.PENDING
    ]
    back = [
        {
            "row": mark.row,
            "why": mark.reason,
            "tried": mark.tries,
            "doubt": mark.doubtful,
            "again": mark.due or at,
        }
        for mark in marks
        if mark.state is State.PENDING
    ]
    if over:
        connection.execute(_OVER, over)
    if back:
        connection.execute(_BACK, back)
        connection.execute(_CALLED_BACK, [{"row": one["row"], "at": at} for one in back])
        editing.overtaken(connection, [mark.row for mark in marks if mark.state is State.PENDING], at)


def block(connection: Connection, addresses: Sequence[Address], at: datetime) -> None:
    """Gives up what is still to be said to these chats."""
    if addresses:
        connection.execute(_BLOCK, [{**parameters(address), "at": at} for address in addresses])


MOST_CRASHES = 20
NOBODYS = "nobody's chat"
"""Why a letter was cancelled: its chat is no longer its person's."""


def recover(connection: Connection, line: Line, at: datetime) -> int:
    """Settles what was under way when the process died; returns how much.

    It may have arrived: a reply or a reminder goes once more after each crash, in its old place; a broadcast's stays
    unknown (DESIGN 5). The bound ends it where the letter itself brings the process down.
    """
    mine = (LEASED, on_lines(OUTBOX, (line,)))
    again = (OUTBOX.c.broadcast == 0, OUTBOX.c.tries < MOST_CRASHES)
    replies = connection.execute(
        update(OUTBOX).where(*mine, *again).values(state="pending", doubtful=True, tries=OUTBOX.c.tries + 1)
    ).rowcount
    rest = connection.execute(update(OUTBOX).where(*mine).values(state="unknown", reason=STOPPED, finished=at))
    return replies + rest.rowcount


def erase(connection: Connection, before: datetime) -> int:
    """Erases the words of what was over before: they hold names and phone numbers. Returns how many.

    What became of a letter stays, and so do the words of a bulk one that may be sent once more when somebody says so.
    """
    return _erased(connection, OUTBOX.c.finished < before, ~AGAIN)


def redirect(connection: Connection, old: Address, new: Address, at: datetime) -> None:
    """Lets the news that wait for a chat since before ``at``, or may be sent once more, go to the person's other one.

    What writes an earlier message anew has nothing to write over there, and an answer belongs where the question was.
    """
    where = {"channel": new.channel, "bot": new.bot, "chat": new.chat}
    news = (OUTBOX.c.bulk, OUTBOX.c.edits == "")
    for due in (_waiting(old, at), (AGAIN, in_chat(OUTBOX, old))):
        connection.execute(update(OUTBOX).where(*due, *news).values(where))


def withdraw(connection: Connection, address: Address, at: datetime) -> None:
    """Cancels what waits for a chat since before ``at``: whoever reads there now is nobody known."""
    gone = {"state": "cancelled", "reason": NOBODYS, "finished": at}
    connection.execute(update(OUTBOX).where(*_waiting(address, at)).values(gone))


def _waiting(address: Address, before: datetime) -> tuple[ColumnElement[bool], ...]:
    return (PENDING, in_chat(OUTBOX, address), OUTBOX.c.written < before)


def forget(connection: Connection, address: Address) -> None:
    """Erases the words of all that was said to a chat; what is under way, or said of that, goes out first."""
    _erased(connection, in_chat(OUTBOX, address), OUTBOX.c.finished.is_not(None))


def _erased(connection: Connection, *where: ColumnElement[bool]) -> int:
    return connection.execute(update(OUTBOX).where(WORDS, *where).values(text="", choices="[]", spans="")).rowcount


# Only what is leased: a letter that the platform reports on cannot change one that was settled meanwhile.
_MINE = (OUTBOX.c.id == bindparam("row"), LEASED)
_TRIED: dict[str, Any] = {"reason": bindparam("why"), "tries": bindparam("tried"), "doubtful": bindparam("doubt")}
_OVER = (
    update(OUTBOX)
    .where(*_MINE)
    .values(_TRIED | {"state": bindparam("next"), "message_id": bindparam("name"), "finished": bindparam("at")})
)
_BACK = update(OUTBOX).where(*_MINE).values(_TRIED | {"state": "pending", "due": bindparam("again")})
# What was put back after its broadcast had been cancelled.
_CALLED_BACK = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row"),
        PENDING,
        OUTBOX.c.broadcast.in_(select(BROADCASTS.c.number).where(BROADCASTS.c.state == BroadcastState.CANCELLED.value)),
    )
    .values(state="cancelled", finished=bindparam("at"))
)
_BLOCK = (
    update(OUTBOX)
    .where(
        PENDING,
        OUTBOX.c.channel == bindparam("of_channel"),
        OUTBOX.c.bot == bindparam("of_bot"),
        OUTBOX.c.chat == bindparam("of_chat"),
    )
    .values(state="blocked", reason="blocked before", finished=bindparam("at"))
)
