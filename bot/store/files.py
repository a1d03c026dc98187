"""The files that go out, in the database until nobody waits for them any more."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, or_, select

from bot.errors import MissingFileError
from bot.messages import File, FileKind
from bot.model.broadcast import BroadcastState
from bot.store.broadcast_tables import BROADCASTS
from bot.store.inserting import insert_new
from bot.store.job_tables import FILES
from bot.store.tables import AGAIN, ENCLOSING, LEASED, OUTBOX, PENDING


def add(connection: Connection, name: str, file: File, at: datetime) -> None:
    """Keeps a file under its id; one that is there already stays as it is."""
    row = {"id": name, "name": file.name, "kind": file.kind.value, "content": file.content, "made": at}
    connection.execute(insert_new(connection, FILES, ("id",)), [row])


def check(connection: Connection, names: Collection[str]) -> None:
    """Raises MissingFileError for an id under which nothing is kept: words must not go out without their file."""
    kept = set(connection.scalars(select(FILES.c.id).where(FILES.c.id.in_(names))))
    for name in names:
        if name not in kept:
            raise MissingFileError(file=name)


def keeps(connection: Connection, name: str) -> bool:
    """Returns whether a file is kept under this id."""
    return connection.scalar(select(FILES.c.id).where(FILES.c.id == name)) is not None


def read(connection: Connection, names: Collection[str]) -> Mapping[str, File]:
    """Returns the files with these ids, by id."""
    rows = connection.execute(select(FILES).where(FILES.c.id.in_(names)))
    return {row.id: File(row.name, row.content, FileKind(row.kind), row.id) for row in rows}


def erase(connection: Connection, sent_before: datetime, made_before: datetime) -> int:
    """Erases what has been sent before, and what was made before and was never sent; returns how many.

    Never what is still to be sent, or may be sent again when somebody says so, nor what a broadcast is yet to send.
    What a broadcast has sent stays as long as what was never sent: it may be corrected, or sent to who is silent.
    """
    enclosing = (ENCLOSING, OUTBOX.c.file == FILES.c.id)
    held = exists().where(*enclosing, or_(PENDING, LEASED, AGAIN))
    planned = exists().where(BROADCASTS.c.file == FILES.c.id, BROADCASTS.c.state.not_in(_OVER))
    sent = exists().where(*enclosing, OUTBOX.c.finished < sent_before)
    broadcast = exists().where(BROADCASTS.c.file == FILES.c.id, BROADCASTS.c.frozen.is_not(None))
    over = or_(and_(sent, ~broadcast), FILES.c.made < made_before)
    return connection.execute(delete(FILES).where(~held, ~planned, over)).rowcount


_OVER = (BroadcastState.FINISHED.value, BroadcastState.CANCELLED.value)
