"""The audit: who did what, when, from where."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from bot.model.audit import Audit
from bot.store.house_tables import AUDIT


def write(connection: Connection, entries: Sequence[Audit]) -> None:
    """Adds entries; nothing is ever changed in it."""
    rows = [
        {
            "who": entry.who,
            "what": entry.what,
            "about": entry.about,
            "at": entry.at,
            "channel": entry.channel,
            "note": entry.note,
        }
        for entry in entries
    ]
    connection.execute(insert(AUDIT), rows)


def everything(connection: Connection) -> list[Audit]:
    """Returns all entries, the oldest first."""
    columns = [AUDIT.c[name] for name in ("who", "what", "about", "at", "channel", "note")]
    return [Audit(*row) for row in connection.execute(select(*columns).order_by(AUDIT.c.id))]


def noted(connection: Connection, what: str, note: str) -> bool:
    """Returns whether there is such an entry with this note."""
    found = select(AUDIT.c.id).where(AUDIT.c.what == what, AUDIT.c.note == note)
    return connection.execute(found).first() is not None
