"""A letter as Telegram's payloads: texts that fit, the last one with the buttons. Pure."""

import re
from typing import Any

from bot.errors import DongDoiError
from bot.messages import Choice
from bot.ports import Letter

TEXT_UNITS = (
    4096  # Bot API, sendMessage: 1-4096 characters after entities parsing; counted in UTF-16 units like entities
)
TOKEN_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data: 1-64 bytes; a Vietnamese letter takes 2 or 3
SHORT_LABEL = 16  # two such labels stand side by side on a small phone without being cut

# Where a text may be cut, best first: between paragraphs, lines, sentences, words.
BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…:;])\s+"), re.compile(r"\s+"))


class UnfitTokenError(DongDoiError):
    """The button {label} has a token of {size} bytes, Telegram takes 1 to 64."""


def write(letter: Letter) -> tuple[dict[str, Any], ...]:
    """Returns the sendMessage payloads of a letter, in order. Raises UnfitTokenError.

    No parse_mode: what people and plans say is never markup, and a stray ``_`` must not make a message fail.
    """
    base = {"chat_id": letter.address.chat, "link_preview_options": {"is_disabled": True}}
    payloads = [{**base, "text": part} for part in parts(letter.text)]
    if letter.choices:
        payloads[-1]["reply_markup"] = {"inline_keyboard": keyboard(letter.choices)}
    return tuple(payloads)


def parts(text: str) -> tuple[str, ...]:
    """Returns the text in as few pieces as fit, cut at the best break in the second half of each."""
    pieces = []
    while units(text) > TEXT_UNITS:
        head = _head(text)
        cut = next((found for found in (_last(pattern, head) for pattern in BREAKS) if found), len(head))
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return (*pieces, text)


def units(text: str) -> int:
    """Returns the length as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


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


def _head(text: str) -> str:
    """Returns the longest beginning that fits."""
    room = TEXT_UNITS
    for index, char in enumerate(text):
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            return text[:index]
    return text


def _last(pattern: re.Pattern[str], head: str) -> int:
    """Returns where the last break of the head's second half begins, 0 without one."""
    return max((found.start() for found in pattern.finditer(head, len(head) // 2)), default=0)
