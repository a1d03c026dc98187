"""What a visitor did, as an update and back. Pure."""

import json
from datetime import datetime

from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind
from bot.ports.update import Update

NAME = "web"


def address(chat: str) -> Address:
    """Returns where a visitor of the page is reached."""
    return Address(NAME, NAME, chat)


def event(chat: str, kind: Kind, key: str, *, text: str = "", token: str = "", file: str = "") -> Update:
    """Returns what a visitor did as an update. ``key`` is the browser's own: what it sends again has the same one."""
    said = {"chat": chat, "kind": kind.value, "key": key, "text": text, "token": token, "file": file}
    return Update(NAME, NAME, f"{chat}:{key}", json.dumps(said, ensure_ascii=False))


def read(raw: str, at: datetime) -> Incoming | None:
    """Returns the words of an update made by ``event``. Raises UnreadableUpdateError."""
    try:
        said = json.loads(raw)
        return Incoming(
            address=address(said["chat"]),
            kind=Kind(said["kind"]),
            key=f"{said['chat']}:{said['key']}",
            at=at,
            text=said["text"],
            token=said["token"],
            message_id=said["key"],
            file=said["file"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableUpdateError(why=type(error).__name__) from None
