"""What a Telegram update says, in our words. Pure, on plain JSON.

Not python-telegram-bot's ``Update.de_json``: that lags three versions behind the Bot API, and one update that it
cannot read stops its polling for good (measured, telegram-notes 3).
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from bot.channels.telegram.addressing import Identity, addressed
from bot.channels.telegram.entities import spans_of
from bot.channels.words import words
from bot.errors import UnreadableUpdateError
from bot.messages import Address, Incoming, Kind, Span

Json = dict[str, Any]

# The order matters: an animation comes with a document too, a venue with a location (Bot API, Message).
CONTENTS = {
    "text": Kind.TEXT,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.VOICE,
    "sticker": Kind.STICKER,
    "photo": Kind.PHOTO,
    "animation": Kind.FILE,
    "document": Kind.FILE,
    "video": Kind.FILE,
    "venue": Kind.LOCATION,
    "location": Kind.LOCATION,
}

# What the platform says about a chat, not a person to us: ignored on purpose.
SERVICE_FIELDS = """
new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created
supergroup_chat_created channel_chat_created message_auto_delete_timer_changed migrate_to_chat_id
migrate_from_chat_id pinned_message forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened
general_forum_topic_hidden general_forum_topic_unhidden video_chat_scheduled video_chat_started video_chat_ended
video_chat_participants_invited write_access_allowed connected_website boost_added chat_background_set
proximity_alert_triggered
"""
SERVICE = frozenset(SERVICE_FIELDS.split())

# In a private chat this event comes only when the person blocks or unblocks the bot (Bot API, Update.my_chat_member).
REACHABLE = {"kicked": Kind.BLOCKED, "member": Kind.UNBLOCKED}


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every reader needs besides its own part of the update."""

    key: str
    at: datetime
    identity: Identity


def read(raw: str, at: datetime, identity: Identity) -> Incoming | None:
    """Returns the words of an update, None for one that means nothing to us. Raises UnreadableUpdateError.

    The error names the fault, never the contents: those are a person's words.
    """
    try:
        update = json.loads(raw)
        scene = _Scene(str(_whole(update["update_id"])), at, identity)
        for field, reader in READERS.items():
            if field in update:
                return reader(update[field], scene)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError, RecursionError) as fault:
        detail = str(fault) if isinstance(fault, KeyError) else ""
        raise UnreadableUpdateError(why=f"{type(fault).__name__} {detail}".rstrip()) from None
    return None


def _message(message: Json, scene: _Scene) -> Incoming | None:
    """Returns the words of a new message."""
    said = _said(message, scene.identity)
    kind = next((kind for content, kind in CONTENTS.items() if content in message), Kind.OTHER)
    return None if said is None else _incoming(message, scene, kind, _moment(message["date"]), said)


def _edited(message: Json, scene: _Scene) -> Incoming | None:
    """Returns the new words of a message; None when no words changed: a live location moves by edits, too."""
    said = _said(message, scene.identity)
    return _incoming(message, scene, Kind.EDIT, _moment(message["edit_date"]), said) if said else None


def _pressed(query: Json, scene: _Scene) -> Incoming | None:
    """Returns a press of a button under one of our messages; None for a game or an inline message (no data, no chat).

    The press has no time of its own: the message's is when the button was sent.
    """
    if "data" not in query or "message" not in query:
        return None
    message = query["message"]
    return Incoming(
        address=_address(message["chat"], scene),
        kind=Kind.PRESS,
        key=scene.key,
        at=scene.at,
        token=words(query["data"]),
        message_id=str(_whole(message["message_id"])),
        press_id=words(query["id"]),
        name=_name(query["from"]),
        group=message["chat"]["type"] != "private",
    )


def _member(change: Json, scene: _Scene) -> Incoming | None:
    """Returns that a person blocked or unblocked the bot; None for what happens to it in groups."""
    kind = REACHABLE.get(change["new_chat_member"]["status"])
    if change["chat"]["type"] != "private" or kind is None:
        return None
    return Incoming(
        address=_address(change["chat"], scene),
        kind=kind,
        key=scene.key,
        at=_moment(change["date"]),
        name=_name(change["from"]),
    )


READERS = {"message": _message, "edited_message": _edited, "callback_query": _pressed, "my_chat_member": _member}


def _incoming(message: Json, scene: _Scene, kind: Kind, at: datetime, said: str) -> Incoming:
    file = _file(message)
    return Incoming(
        address=_address(message["chat"], scene),
        kind=kind,
        key=scene.key,
        at=at,
        text=said,
        message_id=str(_whole(message["message_id"])),
        name=_name(message["from"]),
        group=message["chat"]["type"] != "private",
        file=words(file["file_id"]) if file else "",
        file_name=words(file.get("file_name", "")),
        album=words(message.get("media_group_id", "")),
        spans=_spans(message, said),
    )


def _file(message: Json) -> Json:
    """Returns the picture (the largest size), document or video of a message, {} for none (Bot API, Message)."""
    if message.get("photo"):
        return cast("Json", message["photo"][-1])
    return next((message[part] for part in ("document", "video") if part in message), {})


def _spans(message: Json, said: str) -> tuple[Span, ...]:
    """Returns how the words look. Where something was taken out of them (our own name), they look plain."""
    whole = words(message.get("text", message.get("caption", "")))
    entities = message.get("entities") or message.get("caption_entities") or ()
    return spans_of(said, entities) if said == whole else ()


def _said(message: Json, identity: Identity) -> str | None:
    """Returns a person's text or caption to us; None for bots, services, channels and talk among others."""
    if message["chat"]["type"] == "channel" or message["from"]["is_bot"] is True or not SERVICE.isdisjoint(message):
        return None
    return addressed(words(message.get("text", message.get("caption", ""))), message, identity)


def _address(chat: Json, scene: _Scene) -> Address:
    return Address("telegram", scene.identity.bot, str(_whole(chat["id"])))


def _name(person: Json) -> str:
    return " ".join(words(person[part]) for part in ("first_name", "last_name") if person.get(part))


def _moment(seconds: Any) -> datetime:
    return datetime.fromtimestamp(_whole(seconds), UTC)


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
