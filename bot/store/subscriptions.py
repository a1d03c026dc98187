"""Which chats take no broadcasts: all those of a person who said DỪNG. It outlives what is known of the person."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.messages import Address
from bot.model.subscription import Subscription
from bot.store.broadcast_tables import SUBSCRIPTIONS
from bot.store.house_tables import ACCOUNTS
from bot.store.inserting import upsert
from bot.store.lines import in_chat
from bot.store.tables import OF_BROADCAST, OUTBOX, PENDING

STOPPED = "said DỪNG"


def find(connection: Connection, address: Address) -> Subscription:
    """Returns whether a chat takes broadcasts."""
    stopped = connection.execute(select(SUBSCRIPTIONS.c.stopped).where(in_chat(SUBSCRIPTIONS, address)))
    return Subscription(address, stopped.scalar_one_or_none())


def write(connection: Connection, subscriptions: Sequence[Subscription], at: datetime) -> None:
    """Writes down who takes broadcasts and who does not, in all their chats: nothing goes there that has not gone."""
    for one in subscriptions:
        for address in _theirs(connection, one.address):
            if one.stopped is None:
                connection.execute(delete(SUBSCRIPTIONS).where(in_chat(SUBSCRIPTIONS, address)))
            else:
                _stop(connection, address, one.stopped)
                waiting = (PENDING, OF_BROADCAST, in_chat(OUTBOX, address))
                over = {"state": "cancelled", "reason": STOPPED, "finished": at}
                connection.execute(update(OUTBOX).where(*waiting).values(over))


def share(connection: Connection, addresses: Sequence[Address]) -> None:
    """Lets one person's wish hold in all these chats: who said DỪNG in one of them takes broadcasts in none."""
    stopped = min((at for one in addresses if (at := find(connection, one).stopped)), default=None)
    if stopped is not None:
        for address in addresses:
            _stop(connection, address, stopped)


def _stop(connection: Connection, address: Address, stopped: datetime) -> None:
    row = {"channel": address.channel, "bot": address.bot, "chat": address.chat, "stopped": stopped}
    connection.execute(upsert(connection, SUBSCRIPTIONS, ("channel", "bot", "chat"), ("stopped",)), [row])


def _theirs(connection: Connection, address: Address) -> list[Address]:
    """Returns all chats of whoever writes from this one; it alone where that is nobody known."""
    person = select(ACCOUNTS.c.person).where(in_chat(ACCOUNTS, address)).scalar_subquery()
    found = select(ACCOUNTS.c.channel, ACCOUNTS.c.bot, ACCOUNTS.c.chat).where(ACCOUNTS.c.person == person)
    return [Address(*row) for row in connection.execute(found)] or [address]
