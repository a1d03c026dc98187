"""The memory of chats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, select, update

from bot.messages import Address
from bot.store.inserting import upsert
from bot.store.lines import in_chat, same_chat
from bot.store.tables import CHATS, OUTBOX, PENDING
from bot.store.talk_json import choices_to_json

KEY = ("channel", "bot", "chat")
EMPTY = "{}"


@dataclass(frozen=True, slots=True)
class Met:
    """What is remembered of a chat after a message: ``talk`` is its JSON; ``here``: the person is there now.

    Who is there may be shown all that was written to them until now. Where nobody can be written to first, what comes
    unasked waits for that (bot.model.capabilities.Capabilities.push).
    """

    talk: str
    group: bool
    reachable: bool
    here: bool = False


def remember(connection: Connection, met: Mapping[Address, Met], at: datetime) -> None:
    """Writes down what is known of these chats now; the first meeting is kept."""
    for here in (False, True):
        some = {address: chat for address, chat in met.items() if chat.here is here}
        if not some:
            continue
        heard = {"heard": connection.scalar(_LAST) or 0} if here else {}
        rows = [
            {
                "channel": address.channel,
                "bot": address.bot,
                "chat": address.chat,
                "talk": chat.talk,
                "is_group": chat.group,
                "reachable": chat.reachable,
                "first_seen": at,
                "last_seen": at,
                **heard,
            }
            for address, chat in some.items()
        ]
        renewed = ("talk", "is_group", "reachable", "last_seen", *heard)
        connection.execute(upsert(connection, CHATS, KEY, renewed), rows)


def offer(connection: Connection, offered: Sequence[tuple[Address, str]]) -> None:
    """Writes down the choices that come unasked into these chats: their JSON."""
    if offered:
        connection.execute(_OFFER, [{**parameters(address), "choices": choices} for address, choices in offered])


def ask_anew(connection: Connection, addresses: Sequence[Address]) -> None:
    """Lets the choices that came unasked go, for a new question has come. What nobody has seen yet is still to come."""
    if addresses:
        connection.execute(_ASK_ANEW, [parameters(address) for address in addresses])


def lose(connection: Connection, addresses: Sequence[Address]) -> None:
    """Writes down that these chats blocked us. A chat never met is not written down."""
    if addresses:
        connection.execute(_LOSE, [parameters(address) for address in addresses])


def forget(connection: Connection, address: Address) -> None:
    """Forgets what was talked about in a chat: the last answer may hold a name."""
    connection.execute(update(CHATS).where(in_chat(CHATS, address)).values(talk=EMPTY, offered=""))


def move(connection: Connection, old: Address, new: Address) -> None:
    """Gives a chat its new address; what is remembered of the new one already wins."""
    known = connection.execute(select(exists().where(in_chat(CHATS, new)))).scalar_one()
    if known:
        connection.execute(delete(CHATS).where(in_chat(CHATS, old)))
    else:
        where = {"channel": new.channel, "bot": new.bot, "chat": new.chat}
        connection.execute(update(CHATS).where(in_chat(CHATS, old)).values(where))


def parameters(address: Address) -> dict[str, str]:
    """Returns an address for a statement that is run for many."""
    return {"of_channel": address.channel, "of_bot": address.bot, "of_chat": address.chat}


_ONE = (
    update(CHATS)
    .where(CHATS.c.channel == bindparam("of_channel"))
    .where(CHATS.c.bot == bindparam("of_bot"))
    .where(CHATS.c.chat == bindparam("of_chat"))
)
_LOSE = _ONE.values(reachable=False)
_LAST = select(func.max(OUTBOX.c.id))
_UNSEEN = exists().where(
    PENDING, same_chat(OUTBOX, CHATS), OUTBOX.c.id > CHATS.c.heard, OUTBOX.c.choices != choices_to_json(())
)
_ASK_ANEW = _ONE.where(~_UNSEEN).values(offered="")
_OFFER = _ONE.values(offered=bindparam("choices"))
