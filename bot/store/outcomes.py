"""What became of a broadcast with each of its receivers."""

from sqlalchemy import Connection, and_, select

from bot.messages import Address
from bot.model.receiver import Receiver
from bot.model.receiver_outcome import ReceiverOutcome
from bot.store.broadcast_tables import ACKNOWLEDGEMENTS
from bot.store.house_tables import ACCOUNTS, PEOPLE
from bot.store.lines import same_chat
from bot.store.receivers import places
from bot.store.tables import OF_BROADCAST, OUTBOX


def outcomes(connection: Connection, number: int) -> list[ReceiverOutcome]:
    """Returns the letters' states, with who the receivers are now: somebody who was forgotten has no name here."""
    got = and_(ACKNOWLEDGEMENTS.c.broadcast == number, same_chat(ACKNOWLEDGEMENTS, OUTBOX))
    account = same_chat(ACCOUNTS, OUTBOX)
    letters = (
        select(
            *(OUTBOX.c[name] for name in ("channel", "bot", "chat", "state", "reason")),
            PEOPLE.c.id.label("person"),
            PEOPLE.c.name,
            ACKNOWLEDGEMENTS.c.at,
        )
        .select_from(
            OUTBOX.outerjoin(ACCOUNTS, account)
            .outerjoin(PEOPLE, PEOPLE.c.id == ACCOUNTS.c.person)
            .outerjoin(ACKNOWLEDGEMENTS, got)
        )
        .where(OF_BROADCAST, OUTBOX.c.broadcast == number)
        .order_by(OUTBOX.c.id)
    )
    held = places(connection)
    return [
        ReceiverOutcome(
            Receiver(
                Address(row.channel, row.bot, row.chat),
                row.person or "",
                row.name or "",
                next(iter(held.get(row.person, ())), ""),
            ),
            row.state,
            row.reason,
            row.at is not None,
        )
        for row in connection.execute(letters)
    ]
