"""What came in, read one by one: what cannot be read is set aside and never blocks the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.cause import cause
from bot.errors import UnreadableUpdateError
from bot.messages import Incoming
from bot.ports.channel import Channel
from bot.ports.store import Arrival
from bot.ports.update import Update

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """An arrival, with its words where it has some."""

    arrival: Arrival
    incoming: Incoming | None = None


def read_all(channel: Channel, updates: Sequence[Update], at: datetime) -> list[Read]:
    """Returns each update with what was read of it, in the same order."""
    return [_read_one(channel, replace(update, raw=whole(update.raw)), at) for update in updates]


def words(channel: Channel, raw: str, at: datetime) -> Incoming | None:
    """Returns what a channel reads of an update, in whole characters: JSON can hide halves of them in its escapes."""
    incoming = channel.read(raw, at)
    if incoming is None or incoming.text.isascii():
        return incoming
    return replace(incoming, text=whole(incoming.text))


def whole(text: str) -> str:
    """Returns the text with half characters (lone surrogates) replaced: no database takes them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _read_one(channel: Channel, update: Update, at: datetime) -> Read:
    try:
        incoming = words(channel, update.raw, at)
    except UnreadableUpdateError as error:
        why = str(error)
    except Exception as error:  # the words of a stranger error may be a person's: only its kind and place are kept
        why = cause(error)
    else:
        if incoming is None:
            return Read(Arrival(update, ignored=True))
        return Read(Arrival(update, chat=whole(incoming.address.chat)), incoming)
    log.warning("update_set_aside", channel=channel.name, update=update.key, why=why)
    return Read(Arrival(update, aside=whole(why)))
