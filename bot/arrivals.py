"""What came in, read one by one: what cannot be read is set aside and never blocks the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot.cause import cause
from bot.errors import UnreadableUpdateError
from bot.messages import Incoming
from bot.ports import Arrival, Channel, Update

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """An arrival, with its words where it has some."""

    arrival: Arrival
    incoming: Incoming | None = None


def read_all(channel: Channel, updates: Sequence[Update], at: datetime) -> list[Read]:
    """Returns each update with what was read of it, in the same order."""
    return [_read_one(channel, _storable(update), at) for update in updates]


def _read_one(channel: Channel, update: Update, at: datetime) -> Read:
    try:
        incoming = channel.read(update.raw, at)
    except UnreadableUpdateError as error:
        why = str(error)
    except Exception as error:  # the words of a stranger error may be a person's: only its kind and place are kept
        why = cause(error)
    else:
        if incoming is None:
            return Read(Arrival(update, ignored=True))
        return Read(Arrival(update, chat=incoming.address.chat), incoming)
    log.warning("update_set_aside", channel=channel.name, update=update.key, why=why)
    return Read(Arrival(update, aside=why))


def _storable(update: Update) -> Update:
    """Half a character (a lone surrogate) is no UTF-8: no database takes it, and it would block the whole batch."""
    try:
        update.raw.encode()
    except UnicodeEncodeError:
        return replace(update, raw=update.raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return update
