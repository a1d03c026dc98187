"""The audit: who did what, when, from where."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert

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
