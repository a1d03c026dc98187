"""The outbox: what is to be said, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, exists, false, func, or_, select, update

from bot.messages import Address, Reply
from bot.ports import Letter, Line, Mark, State
from bot.store import files
from bot.store.chats import parameters
from bot.store.inserting import insert_new
from bot.store.lines import in_chat, on_lines, same_chat
from bot.store.tables import AGAIN, CHATS, LEASED, OUTBOX, PENDING, WORDS, state_is
from bot.store.talk_json import choices_from_json, choices_to_json


def add(connection: Connection, replies: Sequence[tuple[str, Reply]], at: datetime) -> None:
    """Adds replies, each with its idempotency key, in this order; one whose key is there already is left out.

    Raises MissingFileError.
    """
    rows = [
        {
            "key": key,
            "channel": reply.address.channel,
            "bot": reply.address.bot,
            "chat": reply.address.chat,
            "text": reply.text,
            "choices": choices_to_json(reply.choices),
            "bulk": reply.bulk,
            "state": "pending",
            "reason": "",
            "message_id": "",
            "tries": 0,
            "doubtful": False,
            "due": at,
            "written": at,
            "file": reply.file.id if reply.file else "",
        }
        for key, reply in replies
    ]
    if enclosed := {reply.file.id for _, reply in replies if reply.file}:
        files.check(connection, enclosed)
    if rows:
        connection.execute(insert_new(connection, OUTBOX, ("key",)), rows)


def lease(
    connection: Connection, line: Line, at: datetime, replies: int, bulk: int, busy: frozenset[Address]
) -> list[Letter]:
    """Leases what is due, one letter per chat and none of a busy chat: so many replies, so much bulk."""
    letters = [
        letter
        for is_bulk, most in ((False, replies), (True, bulk))
        if most > 0
        for letter in _due(connection, line, at, is_bulk, most, busy)
    ]
    if letters:
        connection.execute(_LEASE, [{"row": letter.row} for letter in letters])
    return letters


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


def block(connection: Connection, addresses: Sequence[Address], at: datetime) -> None:
    """Gives up what is still to be said to these chats."""
    if addresses:
        connection.execute(_BLOCK, [{**parameters(address), "at": at} for address in addresses])


MOST_CRASHES = 20


def recover(connection: Connection, line: Line, at: datetime) -> int:
    """Settles what was under way when the process died; returns how much.

    It may have arrived: a reply goes once more after each crash, in its old place, and bulk stays unknown (DESIGN 5).
    The bound ends it where the reply itself brings the process down.
    """
    mine = (LEASED, on_lines(OUTBOX, (line,)))
    again = (OUTBOX.c.bulk == false(), OUTBOX.c.tries < MOST_CRASHES)
    replies = connection.execute(
        update(OUTBOX).where(*mine, *again).values(state="pending", doubtful=True, tries=OUTBOX.c.tries + 1)
    ).rowcount
    rest = connection.execute(update(OUTBOX).where(*mine).values(state="unknown", reason="stopped", finished=at))
    return replies + rest.rowcount


def erase(connection: Connection, before: datetime) -> int:
    """Erases the words of what was over before: they hold names and phone numbers. Returns how many.

    What became of a letter stays, and so do the words of a bulk one that may be sent once more when somebody says so.
    """
    return _erased(connection, OUTBOX.c.finished < before, ~AGAIN)


def forget(connection: Connection, address: Address) -> None:
    """Erases the words of all that was said to a chat; what is under way or still to be said goes out first."""
    _erased(connection, in_chat(OUTBOX, address), OUTBOX.c.finished.is_not(None))


def _erased(connection: Connection, *where: ColumnElement[bool]) -> int:
    return connection.execute(update(OUTBOX).where(WORDS, *where).values(text="", choices="[]")).rowcount


def next_due(connection: Connection, line: Line, after: datetime) -> datetime | None:
    """Returns when the next letter that is put off falls due."""
    both = OUTBOX.c.bulk.in_((False, True))  # for the index: else every pending letter of a broadcast is looked at
    due: Select[datetime | None] = select(func.min(OUTBOX.c.due)).where(
        PENDING, on_lines(OUTBOX, (line,)), both, OUTBOX.c.due > after
    )
    return connection.execute(due).scalar_one()


def _due(
    connection: Connection, line: Line, at: datetime, bulk: bool, most: int, busy: frozenset[Address]
) -> list[Letter]:
    """Every candidate is of another chat, so at most as many too many are read as there are busy chats."""
    asked = {"channel": line[0], "bot": line[1], "at": at, "most": most + len(busy)}
    letters = ((_letter(row), row.file) for row in connection.execute(_heads(bulk), asked))
    return _with_files(connection, [one for one in letters if one[0].address not in busy][:most])


def _with_files(connection: Connection, letters: Sequence[tuple[Letter, str]]) -> list[Letter]:
    """What is in the files is read for the letters that have some, and for no other."""
    names = {name for _, name in letters if name}
    found = files.read(connection, names) if names else {}
    return [replace(letter, file=found.get(name)) if name else letter for letter, name in letters]


def _letter(row: Row[Any]) -> Letter:
    return Letter(
        row=row.id,
        address=Address(row.channel, row.bot, row.chat),
        text=row.text,
        choices=choices_from_json(row.choices),
        bulk=row.bulk,
        tries=row.tries,
        group=bool(row.is_group),
        doubtful=row.doubtful,
    )


_ASKED = ("id", "channel", "bot", "chat", "text", "choices", "bulk", "tries", "doubtful", "file")


@cache
def _heads(bulk: bool) -> Select[Any]:
    """The oldest due letter of each chat. A reply waits for earlier replies only: it overtakes bulk, even leased."""
    earlier, leased = OUTBOX.alias("earlier"), OUTBOX.alias("leased")
    reply, older = earlier.c.bulk == false(), earlier.c.id < OUTBOX.c.id
    pending = exists().where(state_is(earlier, "pending"), same_chat(earlier, OUTBOX))
    under_way = exists().where(state_is(leased, "leased"), same_chat(leased, OUTBOX))
    before = or_(pending.where(or_(reply, older)), under_way) if bulk else pending.where(reply, older)
    return (
        select(*(OUTBOX.c[name] for name in _ASKED), CHATS.c.is_group)
        .select_from(OUTBOX.outerjoin(CHATS, same_chat(CHATS, OUTBOX)))
        .where(
            PENDING,
            OUTBOX.c.channel == bindparam("channel"),
            OUTBOX.c.bot == bindparam("bot"),
            OUTBOX.c.bulk == bulk,
            OUTBOX.c.due <= bindparam("at"),
            ~before,
        )
        .order_by(OUTBOX.c.due, OUTBOX.c.id)
        .limit(bindparam("most"))
    )


_LEASE = update(OUTBOX).where(OUTBOX.c.id == bindparam("row")).values(state="leased")
# Only what is leased: a letter that the platform reports on cannot change one that was settled meanwhile.
_MINE = (OUTBOX.c.id == bindparam("row"), LEASED)
_TRIED: dict[str, Any] = {"reason": bindparam("why"), "tries": bindparam("tried"), "doubtful": bindparam("doubt")}
_OVER = (
    update(OUTBOX)
    .where(*_MINE)
    .values(_TRIED | {"state": bindparam("next"), "message_id": bindparam("name"), "finished": bindparam("at")})
)
_BACK = update(OUTBOX).where(*_MINE).values(_TRIED | {"state": "pending", "due": bindparam("again")})
_BLOCK = (
    update(OUTBOX)
    .where(
        PENDING,
        OUTBOX.c.channel == bindparam("of_channel"),
        OUTBOX.c.bot == bindparam("of_bot"),
        OUTBOX.c.chat == bindparam("of_chat"),
    )
    .values(state="blocked", finished=bindparam("at"))
)
