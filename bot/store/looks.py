"""When broadcasts are looked at: those that are to begin, and those that are on their way (DESIGN 2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, exists, func, select, update

from bot.messages import Address
from bot.model.broadcast import BroadcastState
from bot.model.rhythm import Rhythm
from bot.ports.line import Line
from bot.store.broadcast_tables import BROADCASTS, OPEN
from bot.store.broadcasts import one
from bot.store.lines import on_lines
from bot.store.tables import OF_BROADCAST, OUTBOX, PENDING

EVERY = timedelta(seconds=5)
"""So often a broadcast on its way is looked at."""
SELDOM = timedelta(hours=1)
"""So often at least, however long its last letters have been waiting for their people."""
_SHARE = 20
"""The next look is after a twentieth of the time since which no letter has come to its end."""
_ANEW = timedelta(minutes=1)
"""After so long a beginning that came to nothing is tried again."""


@dataclass(frozen=True, slots=True)
class Look:
    """A broadcast that is to be looked at, where its sender is, since when, and whether it is to begin."""

    number: int
    address: Address
    due: datetime
    begins: bool
    urgent: bool


def next_look(connection: Connection, line: Line, after: datetime | None) -> datetime | None:
    """Returns when the next broadcast of a line is or was to be looked at, or the next later than ``after``."""
    soon = select(func.min(BROADCASTS.c.look)).where(OPEN, on_lines(BROADCASTS, (line,)))
    found: datetime | None = connection.scalar(soon if after is None else soon.where(BROADCASTS.c.look > after))
    return found


def looks(connection: Connection, lines: Sequence[Line], at: datetime, limit: int) -> list[Look]:
    """Returns the broadcasts that are to be looked at now, the oldest look first."""
    due = select(BROADCASTS).where(OPEN, on_lines(BROADCASTS, lines), BROADCASTS.c.look <= at)
    return [
        Look(
            number=row.number,
            address=Address(row.channel, row.bot, row.chat),
            due=row.look,
            begins=row.state == BroadcastState.SCHEDULED.value,
            urgent=bool(row.urgent),
        )
        for row in connection.execute(due.order_by(BROADCASTS.c.look, BROADCASTS.c.number).limit(limit))
    ]


def look_later(connection: Connection, looked: Sequence[Look], at: datetime, rhythm: Rhythm) -> None:
    """Says when these are looked at again: while their letters wait for the morning, in the morning."""
    for look in looked:
        again = at + (_ANEW if look.begins else _pause(connection, look.number, at))
        if not look.begins and not look.urgent and rhythm.spoken(again) > again and _waits(connection, look.number):
            again = rhythm.spoken(again)
        connection.execute(one(look.number).values(look=again))


def look_soon(connection: Connection, rows: Sequence[int], at: datetime) -> None:
    """Says that the broadcasts of these letters, which have come to their end, are looked at soon again."""
    late = connection.execute(_SELDOM, {"soon": at + EVERY}).scalars().all()
    if late:
        theirs = select(OUTBOX.c.broadcast).where(OUTBOX.c.id.in_(rows), OUTBOX.c.broadcast.in_(late))
        connection.execute(
            update(BROADCASTS)
            .where(BROADCASTS.c.number.in_(theirs), BROADCASTS.c.state == BroadcastState.RUNNING.value)
            .values(look=at + EVERY)
        )


def _pause(connection: Connection, number: int, at: datetime) -> timedelta:
    """Returns how long until the next look. What is seen at the next contact only may wait for weeks."""
    last = select(func.max(OUTBOX.c.finished)).where(OF_BROADCAST, OUTBOX.c.broadcast == number)
    begun = select(BROADCASTS.c.frozen).where(BROADCASTS.c.number == number)
    since: datetime | None = connection.scalar(last) or connection.scalar(begun)
    return min(max(EVERY, (at - since) / _SHARE), SELDOM) if since is not None else EVERY


def _waits(connection: Connection, number: int) -> bool:
    pending = exists().where(OF_BROADCAST, OUTBOX.c.broadcast == number, OUTBOX.c.finished.is_(None), PENDING)
    return bool(connection.execute(select(pending)).scalar_one())


_SELDOM = select(BROADCASTS.c.number).where(OPEN, BROADCASTS.c.look > bindparam("soon"))
