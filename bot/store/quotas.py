"""What a bot has used of its platform's month, counted from the rows of its line; and what stops when it is used up."""

from collections.abc import Collection
from datetime import datetime, tzinfo

from sqlalchemy import ColumnElement, Connection, func, or_, select, true, update

from bot.events import PREFIX, clock_event
from bot.model.broadcast import BroadcastState
from bot.model.quota import OVER_QUOTA, Quota, month_of
from bot.ports.line import Line
from bot.store import messages
from bot.store.broadcast_tables import BROADCASTS
from bot.store.lines import on_lines
from bot.store.tables import INBOX, LEASED, OF_BROADCAST, OUTBOX, PENDING, state_is

NEARLY = "hanmuc"
"""A bot has nearly used up its month: the token of the event is "hanmuc:<channel>:<bot>:<month>"."""

TOO_LONG = "hanmuc-dai"
"""Something was longer than what is left of the month: the token of the event is made likewise."""

_MESSAGES = func.coalesce(func.sum(OUTBOX.c.parts), 0)


def used(connection: Connection, line: Line, since: datetime) -> int:
    """Returns how many messages came and went on a line since a time; what is under way or in doubt counts."""
    mine = on_lines(OUTBOX, (line,))
    went = select(_MESSAGES).where(
        mine, OUTBOX.c.finished >= since, or_(state_is(OUTBOX, "sent"), state_is(OUTBOX, "unknown"))
    )
    under_way = select(_MESSAGES).where(mine, LEASED)
    came = select(func.count()).where(
        on_lines(INBOX, (line,)), INBOX.c.received >= since, ~INBOX.c.key.startswith(PREFIX, autoescape=True)
    )
    return sum(int(connection.execute(count).scalar_one()) for count in (went, under_way, came))


def left(connection: Connection, line: Line, most: int, zone: tzinfo, at: datetime) -> tuple[int, int]:
    """Returns how much bulk may still go this month, and how many events were made: the office is told in time.

    What runs when nothing is left comes to its end.
    """
    quota = Quota(most, used(connection, line, month_of(at, zone)))
    made = _tell(connection, line, NEARLY, zone, at) if quota.nearly_used_up else 0
    if not quota.left:
        running = select(BROADCASTS.c.number).where(BROADCASTS.c.state == BroadcastState.RUNNING.value)
        _stop(connection, line, OUTBOX.c.broadcast.in_(running), at)
    return quota.left, made


def refuse(connection: Connection, line: Line, broadcasts: Collection[int], zone: tzinfo, at: datetime) -> int:
    """Lets these broadcasts come to their end: their letters are longer than what is left, as are the reminders of
    "broadcast" 0, which wait. Returns how many events were made: the office is told.
    """
    _stop(connection, line, OUTBOX.c.broadcast.in_(broadcasts), at)
    return _tell(connection, line, TOO_LONG, zone, at)


def _tell(connection: Connection, line: Line, what: str, zone: tzinfo, at: datetime) -> int:
    """Returns how many events were made: one a month."""
    month = month_of(at, zone)
    token = f"{what}:{line[0]}:{line[1]}:{month:%Y-%m}"
    return messages.receive(connection, [clock_event(line, token, month, at)], at)


def _stop(connection: Connection, line: Line, which: ColumnElement[bool], at: datetime) -> None:
    """Lets what waits of broadcasts come to its end: nothing more of it goes this month."""
    rest = (PENDING, on_lines(OUTBOX, (line,)), OUTBOX.c.bulk == true(), OF_BROADCAST)
    connection.execute(update(OUTBOX).where(*rest, which).values(state="failed", reason=OVER_QUOTA, finished=at))
