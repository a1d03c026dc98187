"""Letters that write an earlier one anew: which message that is now, and what need not be said any more."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select, update

from bot.messages import Address, Reply
from bot.store.lines import in_chat, same_chat
from bot.store.tables import EDITING, OUTBOX, PENDING, state_is
from bot.store.talk_json import choices_to_json

GAP = timedelta(seconds=3)
"""So far apart are two edits in one chat: who looks on sees it move, and the platform sees no flood."""

OVERTAKEN = "a newer one came"


def placed(connection: Connection, reply: Reply, at: datetime) -> datetime | None:
    """Returns when an edit may go, None for one that changes nothing; those of its message that wait are cancelled."""
    mine = (EDITING, in_chat(OUTBOX, reply.address), OUTBOX.c.edits == reply.edits)
    last = connection.execute(
        select(OUTBOX.c.text, OUTBOX.c.choices)
        .where(*mine, ~state_is(OUTBOX, "cancelled"))
        .order_by(OUTBOX.c.id.desc())
        .limit(1)
    ).first()
    if last is not None and (last.text, last.choices) == (reply.text, choices_to_json(reply.choices)):
        return None
    connection.execute(update(OUTBOX).where(*mine, PENDING).values(state="cancelled", reason=OVERTAKEN, finished=at))
    gone = (EDITING, in_chat(OUTBOX, reply.address), OUTBOX.c.broadcast == 0, ~state_is(OUTBOX, "cancelled"))
    before: datetime | None = connection.scalar(select(func.max(OUTBOX.c.due)).where(*gone))
    return at if before is None else max(at, before + GAP)


def overtaken(connection: Connection, rows: Sequence[int], at: datetime) -> None:
    """Cancels those of these letters that were put back while a newer edit of the same message waits."""
    connection.execute(_OVERTAKEN, [{"row": row, "at": at} for row in rows])


def message(connection: Connection, address: Address, key: str) -> str:
    """Returns the platform's id of the message that a letter's key stands for now, "" where none arrived.

    An edit that could not be made was a message of its own: then that one is written anew.
    """
    found = (
        select(OUTBOX.c.message_id)
        .where(in_chat(OUTBOX, address), state_is(OUTBOX, "sent"), OUTBOX.c.message_id != "")
        .order_by(OUTBOX.c.id.desc())
        .limit(1)
    )
    edited: str | None = connection.scalar(found.where(EDITING, OUTBOX.c.edits == key))
    return edited or connection.scalar(found.where(OUTBOX.c.key == key)) or ""


_NEWER = OUTBOX.alias("newer")
_SAME: Any = (same_chat(_NEWER, OUTBOX), _NEWER.c.edits == OUTBOX.c.edits, _NEWER.c.id > OUTBOX.c.id)
_OVERTAKEN = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row"),
        PENDING,
        EDITING,
        exists().where(_NEWER.c.edits != "", or_(state_is(_NEWER, "pending"), state_is(_NEWER, "sent")), *_SAME),
    )
    .values(state="cancelled", reason=OVERTAKEN, finished=bindparam("at"))
)
