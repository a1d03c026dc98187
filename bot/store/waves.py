"""Waves of reminders in the database: which last days are watched, which waves were made, who was reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select, tuple_

from bot.events import clock_event
from bot.model.reminder import Reminded
from bot.model.rhythm import Rhythm
from bot.model.watch import Watch, due_waves, last_days, next_wave
from bot.model.wave import Wave
from bot.ports.line import Line
from bot.store import messages, periods
from bot.store.inserting import insert_new, upsert
from bot.store.moment import EPOCH
from bot.store.reminder_tables import REMINDERS, WATCHES, WAVES
from bot.store.tables import INBOX, OUTBOX

WAVE, MISSED = "wave", "missed"
"""The families of events: "wave:<period>:<wave>" is to be made, "missed:<period>:<wave>,…|<moment>" was not."""

_Day = tuple[str, date]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is watched still, what is not watched yet, what is watched no more; and the waves that are settled."""

    watched: tuple[Watch, ...]
    fresh: tuple[_Day, ...]
    stale: tuple[_Day, ...]
    known: frozenset[Wave]


def next_event(connection: Connection, rhythm: Rhythm) -> datetime | None:
    """Returns when the next wave is or was due; long ago where last days are new or over."""
    seen = _seen(connection)
    return EPOCH if seen.fresh or seen.stale else next_wave(seen.watched, seen.known, rhythm)


def next_due(connection: Connection, rhythm: Rhythm, after: datetime) -> datetime | None:
    """Returns when the next wave falls due, later than ``after``."""
    seen = _seen(connection)
    return next_wave(seen.watched, seen.known, rhythm, after)


def make_due(connection: Connection, line: Line, rhythm: Rhythm, at: datetime) -> int:
    """Watches new last days, lets those go that are over, and makes an event of each wave that is due.

    Returns how many things that were. In quiet hours an event waits in the inbox until they are over.
    """
    seen = _seen(connection)
    if seen.stale:
        connection.execute(delete(WATCHES).where(tuple_(WATCHES.c.period, WATCHES.c.last_day).in_(seen.stale)))
    if seen.fresh:
        rows = [{"period": period, "last_day": day, "since": at} for period, day in seen.fresh]
        connection.execute(insert_new(connection, WATCHES, ("period", "last_day")), rows)
    due = due_waves(seen.watched, seen.known, rhythm, at)
    spoken = rhythm.spoken(at)
    now = [wave for wave in due.now if _settle(connection, wave, "made", at)]
    missed = [wave for wave in due.missed if _settle(connection, wave, "skipped", at)]
    events = [clock_event(line, f"{WAVE}:{wave.period}:{wave.name}", rhythm.moment(wave), spoken) for wave in now]
    for period in dict.fromkeys(wave.period for wave in missed):
        some = [wave for wave in missed if wave.period == period]
        token = f"{MISSED}:{period}:{','.join(wave.name for wave in some)}|{_last_sign(connection)}"
        events.append(clock_event(line, token, rhythm.moment(some[-1]), spoken))
    messages.receive(connection, events, at)
    return len(seen.stale) + len(seen.fresh) + len(now) + len(missed)


def reminded(connection: Connection, period: str, since: datetime) -> list[str]:
    """Returns the units that were reminded in a period since a time."""
    found = select(REMINDERS.c.unit).where(REMINDERS.c.period == period, REMINDERS.c.at >= since).distinct()
    return list(connection.scalars(found.order_by(REMINDERS.c.unit)))


def write(connection: Connection, many: Sequence[Reminded]) -> None:
    """Writes down who was reminded; what was reminded again by the same wave was so later."""
    rows = [{"period": one.period, "wave": one.wave, "unit": unit, "at": one.at} for one in many for unit in one.units]
    if rows:
        connection.execute(upsert(connection, REMINDERS, ("period", "wave", "unit"), ("at",)), rows)


def _seen(connection: Connection) -> _Seen:
    current = {(one.id, day) for one in periods.open_ones(connection) for day in last_days(one)}
    columns = (WATCHES.c.period, WATCHES.c.last_day, WATCHES.c.since)
    watches = [Watch(*row) for row in connection.execute(select(*columns))]
    watched = {(one.period, one.last_day) for one in watches}
    waves = select(WAVES.c.period, WAVES.c.last_day, WAVES.c.days).where(
        WAVES.c.period.in_(sorted({period for period, _ in current}))
    )
    return _Seen(
        watched=tuple(one for one in watches if (one.period, one.last_day) in current),
        fresh=tuple(sorted(current - watched)),
        stale=tuple(sorted(watched - current)),
        known=frozenset(Wave(*row) for row in connection.execute(waves)) if current else frozenset(),
    )


def _settle(connection: Connection, wave: Wave, state: str, at: datetime) -> bool:
    """Returns whether it was this process that settled it: another one may serve other lines of the same database."""
    row = {"period": wave.period, "last_day": wave.last_day, "days": wave.days, "state": state, "at": at}
    return connection.execute(insert_new(connection, WAVES, ("period", "last_day", "days")).values(row)).rowcount == 1


def _last_sign(connection: Connection) -> str:
    """Returns when the last message was handled or sent, "" for never."""
    times = [connection.scalar(select(func.max(table.c.finished))) for table in (INBOX, OUTBOX)]
    return max((time.isoformat() for time in times if time is not None), default="")
