"""Which chats take no broadcasts: a row for each person who said DỪNG. It outlives what is known of the person."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.messages import Address
from bot.model.subscription import Subscription
from bot.store.broadcast_tables import SUBSCRIPTIONS
from bot.store.inserting import upsert
from bot.store.lines import in_chat
from bot.store.tables import OF_BROADCAST, OUTBOX, PENDING

STOPPED = "said DỪNG"


def find(connection: Connection, address: Address) -> Subscription:
    """Returns whether a chat takes broadcasts."""
    stopped = connection.execute(select(SUBSCRIPTIONS.c.stopped).where(in_chat(SUBSCRIPTIONS, address)))
    return Subscription(address, stopped.scalar_one_or_none())


def write(connection: Connection, subscriptions: Sequence[Subscription], at: datetime) -> None:
    """Writes down who takes broadcasts and who does not: to those nothing goes that has not gone yet."""
    for one in subscriptions:
        if one.stopped is None:
            connection.execute(delete(SUBSCRIPTIONS).where(in_chat(SUBSCRIPTIONS, one.address)))
        else:
            address = one.address
            row = {"channel": address.channel, "bot": address.bot, "chat": address.chat, "stopped": one.stopped}
            connection.execute(upsert(connection, SUBSCRIPTIONS, ("channel", "bot", "chat"), ("stopped",)), [row])
            waiting = (PENDING, OF_BROADCAST, in_chat(OUTBOX, address))
            over = {"state": "cancelled", "reason": STOPPED, "finished": at}
            connection.execute(update(OUTBOX).where(*waiting).values(over))
