"""What became of the letters of a broadcast, counted."""

from sqlalchemy import Connection, and_, func, or_, select

from bot.model.quota import OVER_QUOTA
from bot.model.tally import Tally
from bot.store.broadcast_tables import ACKNOWLEDGEMENTS, BROADCASTS
from bot.store.lines import same_chat
from bot.store.tables import OF_BROADCAST, OUTBOX, state_is

STOPPED = "stopped"
"""Why a letter is in doubt that was under way when the program stopped."""


def tally(connection: Connection, number: int) -> Tally:
    """Returns how many letters of a broadcast are in which state."""
    mine = (OF_BROADCAST, OUTBOX.c.broadcast == number)
    states = select(OUTBOX.c.state, func.count()).where(*mine).group_by(OUTBOX.c.state)
    counts: dict[str, int] = {row[0]: row[1] for row in connection.execute(states)}
    got = and_(ACKNOWLEDGEMENTS.c.broadcast == number, same_chat(ACKNOWLEDGEMENTS, OUTBOX))
    acknowledged = (
        select(func.count()).select_from(ACKNOWLEDGEMENTS.join(OUTBOX, got)).where(*mine, state_is(OUTBOX, "sent"))
    )
    late = select(func.count()).where(*mine, state_is(OUTBOX, "failed"), OUTBOX.c.reason == OVER_QUOTA)
    return Tally(
        **counts,
        acknowledged=connection.execute(acknowledged).scalar_one(),
        over_quota=connection.execute(late).scalar_one() if "failed" in counts else 0,
    )


def ended(connection: Connection, number: int, most: int) -> list[str]:
    """Returns the states of the letters that came to their end last, since the broadcast last began to run."""
    since = select(BROADCASTS.c.since).where(BROADCASTS.c.number == number).scalar_subquery()
    last = select(OUTBOX.c.state).where(
        OF_BROADCAST,
        OUTBOX.c.broadcast == number,
        OUTBOX.c.finished >= since,
        or_(OUTBOX.c.state != "unknown", OUTBOX.c.reason != STOPPED),
        or_(OUTBOX.c.state != "failed", OUTBOX.c.reason != OVER_QUOTA),
    )
    return list(connection.scalars(last.order_by(OUTBOX.c.finished.desc(), OUTBOX.c.id.desc()).limit(most)))
