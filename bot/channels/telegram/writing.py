"""A letter as Telegram's calls: texts that fit, then the file, the last one with the buttons. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from telegram import InputFile

from bot.channels.telegram.entities import entities_of
from bot.errors import DongDoiError
from bot.messages import Choice, File, FileKind, Span
from bot.model.parts import ranges, units
from bot.model.spans import cut
from bot.ports.letter import Letter

TEXT_UNITS = (
    4096  # Bot API, sendMessage: 1-4096 characters after entities parsing; counted in UTF-16 units like entities
)
CAPTION_UNITS = 1024  # Bot API, sendDocument: caption of 0-1024 characters, counted alike
DOCUMENT_BYTES = 50 << 20  # Bot API, Sending files: 10 MB for photos, 50 MB for other files
PICTURE_BYTES = 10 << 20
TOKEN_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data: 1-64 bytes; a Vietnamese letter takes 2 or 3
SHORT_LABEL = 16  # two such labels stand side by side on a small phone without being cut


class UnfitTokenError(DongDoiError):
    """The button {label} has a token of {size} bytes, Telegram takes 1 to 64."""


class UnfitFileError(DongDoiError):
    """The file {name} has {size} bytes, Telegram takes {most}."""


@dataclass(frozen=True, slots=True)
class Call:
    """One part of a letter: a method of the Bot API, what it is given, and how many bytes go with it as a file.

    ``field`` is where the file stands, ``file`` the id under which the store holds it; "" for none.
    """

    method: str
    payload: dict[str, Any]
    size: int = 0
    field: str = ""
    file: str = ""


def write(letter: Letter) -> tuple[Call, ...]:
    """Returns the calls that say a letter, in order. Raises UnfitTokenError, UnfitFileError.

    No parse_mode: what people and plans say is never markup, and a stray ``_`` must not make a message fail.
    A short text is the caption of its file; a longer one goes before it.
    """
    chat = {"chat_id": letter.address.chat}
    text = letter.text
    calls = []
    if letter.file is not None:
        caption = text if units(text) <= CAPTION_UNITS else ""
        calls.append(_enclosing(letter.file, {**chat, **_looking("caption", caption, letter.spans)}))
        text = "" if caption else text
    if text or not calls:
        plain = {**chat, "link_preview_options": {"is_disabled": True}}
        calls[:0] = [
            Call("sendMessage", {**plain, **_looking("text", text[start:end], cut(letter.spans, start, end))})
            for start, end in ranges(text, TEXT_UNITS)
        ]
    if letter.choices:
        calls[-1].payload["reply_markup"] = {"inline_keyboard": keyboard(letter.choices)}
    return tuple(calls)


def _looking(name: str, text: str, spans: Iterable[Span]) -> dict[str, Any]:
    """Returns a text under its name, with the entities that say how it looks; no caption where there are no words."""
    if name == "caption" and not text:
        return {}
    looks = entities_of(text, spans)
    return {name: text, ("entities" if name == "text" else f"{name}_entities"): looks} if looks else {name: text}


def _enclosing(file: File, payload: dict[str, Any]) -> Call:
    """Returns the call that uploads a file; a picture too large for one goes as a document."""
    size = len(file.content)
    if not 1 <= size <= DOCUMENT_BYTES:
        raise UnfitFileError(name=file.name, size=size, most=f"1 to {DOCUMENT_BYTES}")
    # Signs that would break the head of its part of the form.
    upload = InputFile(file.content, filename=re.sub(r'[\x00-\x1f\x7f"\\/]+', "-", file.name))
    if file.kind is FileKind.PICTURE and size <= PICTURE_BYTES:
        return Call("sendPhoto", {**payload, "photo": upload}, size, "photo", file.id)
    return Call("sendDocument", {**payload, "document": upload}, size, "document", file.id)


def keyboard(choices: tuple[Choice, ...]) -> list[list[dict[str, str]]]:
    """Returns the rows of the inline keyboard: two short labels side by side, a long one alone."""
    rows: list[list[dict[str, str]]] = []
    paired = False
    for choice in choices:
        size = len(choice.token.encode())
        if not 1 <= size <= TOKEN_BYTES:
            raise UnfitTokenError(label=choice.label, size=size)
        button = {"text": choice.label, "callback_data": choice.token}
        short = len(choice.label) <= SHORT_LABEL
        if short and paired:
            rows[-1].append(button)
            paired = False
        else:
            rows.append([button])
            paired = short
    return rows
