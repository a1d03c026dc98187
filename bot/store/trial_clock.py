"""The time that a trial has set: the next process of the trial goes on from there (DESIGN 9)."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from bot.store.inserting import upsert
from bot.store.reminder_tables import WATCHES
from bot.store.tables import TRIAL_CLOCK


def stands(connection: Connection) -> datetime | None:
    """Returns the time at which the clock was left, None where nobody has set it."""
    found: datetime | None = connection.scalar(select(TRIAL_CLOCK.c.stands))
    return found


def go_back(connection: Connection, at: datetime) -> None:
    """Lets what was first seen while the clock was real be seen at ``at``: a trial set in the past has waves, too."""
    connection.execute(update(WATCHES).where(WATCHES.c.since > at).values(since=at + timedelta(seconds=1)))


def stand(connection: Connection, at: datetime) -> None:
    """Leaves the clock at a time."""
    connection.execute(upsert(connection, TRIAL_CLOCK, ("one",), ("stands",)), [{"one": 1, "stands": at}])
