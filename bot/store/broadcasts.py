"""Broadcasts in the database: written as far as their states allow."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Update, exists, func, insert, literal, select, update

from bot.messages import Address, Enclosure, FileKind
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_moves import allowed
from bot.store.broadcast_tables import BROADCASTS
from bot.store.house_tables import PEOPLE
from bot.store.spans_json import spans_from_json, spans_to_json
from bot.store.tables import OF_BROADCAST, OUTBOX, PENDING

_ARRIVED = ("sent", "unknown")


def find(connection: Connection, number: int) -> Broadcast | None:
    """Returns the broadcast with this number."""
    row = connection.execute(select(BROADCASTS).where(BROADCASTS.c.number == number)).first()
    return _broadcast(row) if row is not None else None


def every(connection: Connection) -> list[Broadcast]:
    """Returns all broadcasts, the newest first."""
    return [_broadcast(row) for row in connection.execute(select(BROADCASTS).order_by(BROADCASTS.c.number.desc()))]


def next_number(connection: Connection) -> int:
    """Returns the number of the next broadcast."""
    return int(connection.execute(select(func.coalesce(func.max(BROADCASTS.c.number), 0) + 1)).scalar_one())


def awaited(connection: Connection, address: Address) -> Broadcast | None:
    """Returns the last broadcast that came to a chat and asked to be acknowledged. Each is looked up by its key."""
    key = literal("tb:").concat(BROADCASTS.c.number).concat(letter_key(0, address).removeprefix("tb:0"))
    came = exists().where(OUTBOX.c.key == key, OUTBOX.c.state.in_(_ARRIVED))
    last = select(BROADCASTS).where(BROADCASTS.c.acknowledged.is_(True), came)
    row = connection.execute(last.order_by(BROADCASTS.c.number.desc()).limit(1)).first()
    return _broadcast(row) if row is not None else None


def letter_key(number: int, address: Address) -> str:
    """Returns the key of a letter of a broadcast: a chat has one of each, however often it is frozen."""
    return f"tb:{number}:{address.channel}:{address.bot}:{address.chat}"


def write(connection: Connection, broadcasts: Sequence[Broadcast], at: datetime) -> None:
    """Writes down broadcasts; one whose state cannot be reached from the one it has is left out."""
    for broadcast in broadcasts:
        found = select(BROADCASTS.c.state).where(BROADCASTS.c.number == broadcast.number)
        state = connection.execute(found).scalar_one_or_none()
        old = BroadcastState(state) if state is not None else None
        if not allowed(old, broadcast.state):
            continue
        if old is None:
            connection.execute(insert(BROADCASTS).values(_values(broadcast) | _sender(connection, broadcast.by)))
        else:
            connection.execute(one(broadcast.number).values(_values(broadcast)))
        if broadcast.state is BroadcastState.SCHEDULED:
            connection.execute(one(broadcast.number).values(look=broadcast.due or at))
        elif broadcast.state is not old:
            _moved(connection, broadcast.number, broadcast.state, at)


def run(connection: Connection, number: int, at: datetime) -> None:
    """Lets a broadcast run from now on; it is looked at as soon as its letters are there."""
    frozen = BROADCASTS.c.frozen.is_not(None)
    connection.execute(one(number).values(state=BroadcastState.RUNNING.value, since=at, look=None))
    connection.execute(one(number).where(frozen).values(look=at))


def one(number: int) -> Update:
    """Returns the statement that changes a broadcast."""
    return update(BROADCASTS).where(BROADCASTS.c.number == number)


def _moved(connection: Connection, number: int, state: BroadcastState, at: datetime) -> None:
    """What a new state means for when it is looked at, and for its letters."""
    if state is BroadcastState.RUNNING:
        run(connection, number, at)
        return
    connection.execute(one(number).values(look=None))
    if state is BroadcastState.CANCELLED:
        waiting = (OF_BROADCAST, OUTBOX.c.broadcast == number, OUTBOX.c.finished.is_(None), PENDING)
        connection.execute(update(OUTBOX).where(*waiting).values(state="cancelled", finished=at))


def _values(broadcast: Broadcast) -> dict[str, Any]:
    file = broadcast.file
    return {
        "number": broadcast.number,
        "by": broadcast.by,
        "made": broadcast.made,
        "state": broadcast.state.value,
        "text": broadcast.text,
        "file": file.id if file else "",
        "file_name": file.name if file else "",
        "file_kind": file.kind.value if file else "",
        "audience": json.dumps(asdict(broadcast.audience), ensure_ascii=False) if broadcast.audience else "",
        "due": broadcast.due,
        "acknowledged": broadcast.acknowledged,
        "urgent": broadcast.urgent,
        "approved_by": broadcast.approved_by,
        "corrects": broadcast.corrects,
        "spans": spans_to_json(broadcast.spans),
        "fetching": broadcast.fetching,
        "in_place": broadcast.in_place,
    }


def _sender(connection: Connection, person: str) -> dict[str, str]:
    """Where the sender is told how it goes: what falls due of a broadcast is an event of that chat."""
    found = connection.execute(select(PEOPLE.c.channel, PEOPLE.c.bot, PEOPLE.c.chat).where(PEOPLE.c.id == person))
    row = found.first()
    return dict(row._mapping) if row is not None else {"channel": "", "bot": "", "chat": ""}


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        number=row.number,
        by=row.by,
        made=row.made,
        state=BroadcastState(row.state),
        text=row.text,
        file=Enclosure(row.file, row.file_name, FileKind(row.file_kind)) if row.file else None,
        audience=_audience(row.audience) if row.audience else None,
        due=row.due,
        acknowledged=row.acknowledged,
        urgent=row.urgent,
        approved_by=row.approved_by,
        corrects=row.corrects,
        spans=spans_from_json(row.spans),
        fetching=row.fetching,
        in_place=row.in_place,
    )


def _audience(text: str) -> Audience:
    said = json.loads(text)
    several = ("people", "without_units", "without_people")
    return Audience(**{**said, "kind": AudienceKind(said["kind"]), **{name: tuple(said[name]) for name in several}})
