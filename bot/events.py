"""What became due, as it stands in the inbox: our own JSON under a key of our own, no platform's (DESIGN 2)."""

import json
from datetime import datetime

from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind
from bot.ports.line import Line
from bot.ports.store import Arrival
from bot.ports.update import Update

PREFIX = "due:"
"""With this begins the key of every event, and the key of no platform's update."""

JOB = "job"
"""A job is over: the token of the event is "job:<id>"."""


def due_event(address: Address, token: str, due: datetime) -> Update:
    """Returns the event of a thing that is due in a chat: one row however often it is made, since its key is unique."""
    key = f"{PREFIX}{token}:{due.isoformat()}"
    raw = json.dumps({"chat": address.chat, "token": token}, ensure_ascii=False)
    return Update(address.channel, address.bot, key, raw)


def clock_event(line: Line, token: str, due: datetime, spoken: datetime) -> Arrival:
    """Returns the event of a thing that is due in no chat, to be handled when it may be spoken.

    It has a chat of its own, so that it holds up nobody and waits for nobody.
    """
    address = Address(*line, f"{PREFIX}{token}")
    return Arrival(due_event(address, token, due), address.chat, due=spoken)


def of_nobody(address: Address) -> bool:
    """Returns whether an address is that of an event which belongs to no chat: nothing is remembered of it."""
    return address.chat.startswith(PREFIX)


def is_event(update: Update) -> bool:
    """Returns whether an inbox row is an event and not something that a person did."""
    return update.key.startswith(PREFIX)


def read_event(update: Update, at: datetime) -> Incoming:
    """Returns the event as a handler gets it: ``token`` says what is due. Raises UnreadableUpdateError."""
    try:
        said = json.loads(update.raw)
        return Incoming(
            address=Address(update.channel, update.bot, said["chat"]),
            kind=Kind.EVENT,
            key=update.key,
            at=at,
            token=said["token"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableUpdateError(why=repr(error)) from error
