"""Who has said that a broadcast reached them."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, update

from bot.model.acknowledgement import Acknowledgement
from bot.store.broadcast_tables import ACKNOWLEDGEMENTS
from bot.store.broadcasts import letter_key
from bot.store.inserting import insert_new
from bot.store.tables import OUTBOX, state_is


def write(connection: Connection, acknowledged: Sequence[Acknowledgement]) -> None:
    """Writes down acknowledgements; the first of a chat counts. A letter that was in doubt has arrived, then."""
    rows = [
        {
            "broadcast": one.broadcast,
            "channel": one.address.channel,
            "bot": one.address.bot,
            "chat": one.address.chat,
            "at": one.at,
        }
        for one in acknowledged
    ]
    connection.execute(insert_new(connection, ACKNOWLEDGEMENTS, ("broadcast", "channel", "bot", "chat")), rows)
    connection.execute(_ARRIVED, [{"name": letter_key(one.broadcast, one.address)} for one in acknowledged])


_ARRIVED = (
    update(OUTBOX)
    .where(OUTBOX.c.key == bindparam("name"), state_is(OUTBOX, "unknown"))
    .values(state="sent", reason="acknowledged")
)
