"""What a bot has used of its platform's month, counted from the rows of its line; and what stops when it is used up."""

from datetime import datetime, tzinfo

from sqlalchemy import Connection, func, or_, select, true, update

from bot.events import PREFIX, clock_event
from bot.model.broadcast import BroadcastState
from bot.model.quota import OVER_QUOTA, Quota, month_of
from bot.ports import Line
from bot.store import messages
from bot.store.broadcast_tables import BROADCASTS
from bot.store.lines import on_lines
from bot.store.tables import INBOX, LEASED, OF_BROADCAST, OUTBOX, PENDING, state_is

NEARLY = "hanmuc"
"""A bot has nearly used up its month: the token of the event is "hanmuc:<channel>:<bot>:<month>"."""


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
    month = month_of(at, zone)
    quota = Quota(most, used(connection, line, month))
    made = 0
    if quota.nearly_used_up:
        token = f"{NEARLY}:{line[0]}:{line[1]}:{month:%Y-%m}"
        made = messages.receive(connection, [clock_event(line, token, month, at)], at)
    if not quota.left:
        stop(connection, line, at)
    return quota.left, made


def stop(connection: Connection, line: Line, at: datetime) -> None:
    """Lets what runs come to its end: nothing more of it goes this month."""
    running = select(BROADCASTS.c.number).where(BROADCASTS.c.state == BroadcastState.RUNNING.value)
    rest = (PENDING, on_lines(OUTBOX, (line,)), OUTBOX.c.bulk == true(), OF_BROADCAST)
    connection.execute(
        update(OUTBOX)
        .where(*rest, OUTBOX.c.broadcast.in_(running))
        .values(state="failed", reason=OVER_QUOTA, finished=at)
    )
