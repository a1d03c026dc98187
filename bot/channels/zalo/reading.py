"""What a Zalo update says, in our words. Pure, on plain JSON."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.channels.words import words
from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.identity import Identity
from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind

Json = dict[str, Any]

NAME = "zalo"
_PREFIX, _SUFFIX = "message.", ".received"
_KINDS = {"text": Kind.TEXT, "image": Kind.PHOTO, "sticker": Kind.STICKER, "voice": Kind.VOICE}
_PRIVATE = "private"
_PICTURE = ("photo_url", "photo")
"""Where the address of a picture stands: as it is, and as it is documented."""


def read(raw: str, identity: Identity, at: datetime) -> Incoming | None:
    """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError.

    ``at``: when it came, for one that does not say (rightly) when it was sent: whoever sent it waits for an answer.
    The error names the fault, never the contents: those are a person's words.
    """
    try:
        return _read(opened(json.loads(raw)), identity, at)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as fault:
        detail = str(fault) if isinstance(fault, KeyError) else ""
        raise UnreadableUpdateError(why=f"{type(fault).__name__} {detail}".rstrip()) from None


def _read(update: Json, identity: Identity, at: datetime) -> Incoming | None:
    """A kind of message that is new, or that Zalo keeps from us ("unsupported": links, and whatever a person sends whom
    it protects, as people with disabilities), is something that was said. Any other event is not.
    """
    event = words(update["event_name"])
    if not (event.startswith(_PREFIX) and event.endswith(_SUFFIX)):
        return None
    message = update["message"]
    sender, chat = message["from"], message["chat"]
    if sender.get("is_bot") is True or words(sender["id"]) in (identity.bot, identity.id):
        return None  # our own words can come back
    kind = chat.get("chat_type")
    group = kind.casefold() != _PRIVATE if isinstance(kind, str) else chat["id"] != sender["id"]
    said = words(message.get("text") or message.get("caption") or "")
    return Incoming(
        address=Address(NAME, identity.bot, words(chat["id"])),
        kind=_KINDS.get(event[len(_PREFIX) : -len(_SUFFIX)], Kind.OTHER),
        key=key_of(update),
        at=_moment(message.get("date")) or at,
        text=identity.spoken_to(said) if group else said,
        message_id=words(message["message_id"]),
        name=words(sender.get("display_name") or ""),
        group=group,
        file=next((words(one) for one in map(message.get, _PICTURE) if isinstance(one, str)), ""),
    )


def _moment(milliseconds: Any) -> datetime | None:
    """Returns the time of so many milliseconds, None for what is no time."""
    if not isinstance(milliseconds, int) or isinstance(milliseconds, bool):
        return None
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None
