"""The queues of letters: conversation, reminders, and each broadcast one of its own.

So a broadcast that is paused, quiet or large holds up no other, and what may not go yet is never looked through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, false, func, or_, select, true

from bot.model.broadcast import BroadcastState
from bot.store.broadcast_tables import BROADCASTS, OPEN
from bot.store.lines import same_chat
from bot.store.tables import CHATS, OUTBOX, PENDING, state_is


class Queue(Enum):
    """Which letters stand in it; they go in this order."""

    REPLY = "reply"
    REMINDER = "reminder"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True)
class Running:
    """A broadcast on its way, and whether it goes out in quiet hours, too."""

    number: int
    urgent: bool


def running(connection: Connection) -> Sequence[Running]:
    """Returns the broadcasts whose letters may go."""
    return [Running(number, bool(why)) for number, why in connection.execute(_RUNNING)]


@cache
def heads(queue: Queue) -> Select[Any]:
    """Returns the query for the oldest due letters, one of each chat; it asks channel, bot, number, at and most.

    A reply waits for earlier replies only: it overtakes the others, even leased ones. A reminder waits for older ones.
    What writes an earlier message anew holds up nothing but the next of its kind.
    """
    earlier, leased = OUTBOX.alias("earlier"), OUTBOX.alias("leased")
    reply, older = earlier.c.bulk == false(), earlier.c.id < OUTBOX.c.id
    pending = exists().where(state_is(earlier, "pending"), same_chat(earlier, OUTBOX))
    under_way = exists().where(state_is(leased, "leased"), same_chat(leased, OUTBOX))
    before = {
        Queue.REPLY: pending.where(reply, older, or_(earlier.c.edits == "", OUTBOX.c.edits != "")),
        Queue.REMINDER: or_(pending.where(or_(reply, (earlier.c.broadcast == 0) & older)), under_way),
        Queue.BROADCAST: or_(pending.where(reply), under_way),
    }
    return (
        select(*(OUTBOX.c[name] for name in _ASKED), CHATS.c.is_group, CHATS.c.talk)
        .select_from(OUTBOX.outerjoin(CHATS, same_chat(CHATS, OUTBOX)))
        .where(*_standing_in(queue), OUTBOX.c.due <= bindparam("at"), ~before[queue])
        .order_by(OUTBOX.c.due, OUTBOX.c.id)
        .limit(bindparam("most"))
    )


@cache
def put_off(queue: Queue) -> Select[Any]:
    """Returns the query for when the first letter falls due; it asks channel, bot, number and after."""
    return select(func.min(OUTBOX.c.due)).where(*_standing_in(queue), OUTBOX.c.due > bindparam("after"))


@cache
def some_due(queue: Queue) -> Select[Any]:
    """Returns the query for any letter that is due; it asks channel, bot, number and at."""
    return select(OUTBOX.c.id).where(*_standing_in(queue), OUTBOX.c.due <= bindparam("at")).limit(1)


def _standing_in(queue: Queue) -> tuple[ColumnElement[bool], ...]:
    """The pending letters of one queue, in the words of the index that has them in order."""
    return (
        PENDING,
        OUTBOX.c.channel == bindparam("channel"),
        OUTBOX.c.bot == bindparam("bot"),
        OUTBOX.c.bulk == (false() if queue is Queue.REPLY else true()),
        OUTBOX.c.broadcast == bindparam("number"),
    )


_ASKED = (
    *("id", "key", "channel", "bot", "chat", "text", "choices", "bulk", "tries", "doubtful", "file", "broadcast"),
    *("spans", "edits", "written"),
)
_RUNNING = (
    select(BROADCASTS.c.number, BROADCASTS.c.urgent)
    .where(OPEN, BROADCASTS.c.state == BroadcastState.RUNNING.value)
    .order_by(BROADCASTS.c.number)
)
