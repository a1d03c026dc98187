"""A message that was sent is written anew: its calls, and what the platform says of it. Pure."""

from collections.abc import Sequence

from bot.channels.telegram.writing import CAPTION_UNITS, Call
from bot.model.parts import units


def edits(calls: Sequence[Call], message_id: str) -> tuple[Call, ...]:
    """Returns the calls that write a message anew, to be tried one after the other; () where none can.

    A letter of several parts or with a file is no edit. Whether the words of the message stand under a picture is not
    known here: the second call is for that. Buttons that are not named again go.
    """
    if len(calls) != 1 or calls[0].method != "sendMessage":
        return ()
    payload = {**calls[0].payload, "message_id": int(message_id)} if message_id.isdecimal() else {}
    if not payload:
        return ()
    text = payload["text"]
    under = {
        ("caption" if name == "text" else name.replace("entities", "caption_entities")): value
        for name, value in payload.items()
        if name != "link_preview_options"
    }
    captions = (Call("editMessageCaption", under),) if units(text) <= CAPTION_UNITS else ()
    return (Call("editMessageText", payload), *captions)


def is_as_it_was(reason: str) -> bool:
    """Returns whether an edit was refused because the message says just that already."""
    return "message is not modified" in reason.lower()
