"""What people see of a letter on each channel, for the contract that all channels keep. A new channel is one line."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels import telegram, zalo
from bot.channels.console import Console
from bot.channels.telegram.writing import write
from bot.channels.web import Web
from bot.channels.zalo.writing import write as zalo_write
from bot.messages import Choice, Incoming, Kind
from bot.model.capabilities import Capabilities
from bot.model.parts import units
from bot.model.spans import spelled_out
from bot.model.talk import Talk
from bot.ports.letter import Letter
from bot.router import chosen
from bot.terminal import shown
from tests.poor import Poor, said

_NUMBERED = re.compile(r"\s*(\d+)\. (.+)")
_LISTED = re.compile(r"(?:^|(?<=\s))(?:-|\d+\.)(?=\s|$)")
_NOW = datetime(2026, 5, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """The messages of a letter as they stand on somebody's screen, and the buttons under them."""

    messages: Sequence[str]
    buttons: Sequence[Choice] = ()


@dataclass(frozen=True)
class Rendering:
    """A channel: what it says of itself, and how a letter looks there."""

    capabilities: Capabilities
    show: Callable[[Letter], Seen]


def _on_telegram(letter: Letter) -> Seen:
    calls = write(letter)
    messages = [call.payload.get("text", call.payload.get("caption", "")) for call in calls]
    rows = calls[-1].payload.get("reply_markup", {"inline_keyboard": []})["inline_keyboard"]
    return Seen(messages, [Choice(one["text"], one["callback_data"]) for row in rows for one in row])


def _in_the_terminal(letter: Letter) -> Seen:
    return Seen(["\n".join([letter.text, *shown(letter)])])


def _on_zalo(letter: Letter) -> Seen:
    return Seen([part.text for part in zalo_write(letter, "Văn phòng Hội")])


def _on_the_page(letter: Letter) -> Seen:
    return Seen([letter.text], letter.choices)


def _where_there_is_least(letter: Letter) -> Seen:
    return Seen(said(letter))


RENDERINGS: Mapping[str, Rendering] = {
    "telegram": Rendering(telegram.Telegram.capabilities, _on_telegram),
    "console": Rendering(Console.capabilities, _in_the_terminal),
    "zalo": Rendering(zalo.Zalo.capabilities, _on_zalo),
    "web": Rendering(Web.capabilities, _on_the_page),
    "poor": Rendering(Poor.capabilities, _where_there_is_least),
}


def faults(letter: Letter, channel: Rendering) -> list[str]:
    """Returns what the contract has against how a letter looks on a channel, [] for nothing."""
    seen = channel.show(letter)
    found = [f"{units(text)} units" for text in seen.messages if units(text) > channel.capabilities.text]
    if not all(text.strip() for text in seen.messages) and letter.file is None:
        found.append("an empty message")
    told = _squeezed("\n".join(seen.messages))
    # An address may stand behind its words.
    if not any(told.startswith(_squeezed(words)) for words in (letter.text, spelled_out(letter.text, letter.spans))):
        found.append("words are lost")
    if seen.buttons:
        return found + ([] if list(seen.buttons) == list(letter.choices) else ["buttons are not the choices"])
    return found + [f"{one.label}: {why}" for one in letter.choices if (why := _not_typed(one, letter, seen))]


def _not_typed(choice: Choice, letter: Letter, seen: Seen) -> str:
    """Returns why somebody who reads the messages cannot make a choice by typing, "" where they can."""
    text = "\n".join(seen.messages)
    talk = Talk(screen=letter.choices, figure=not letter.numbered)
    if choice.label.strip() != choice.label or _squeezed(choice.label.removesuffix("…")) not in _squeezed(text):
        return "it is not to be read"
    if _token(choice.label, talk) != choice.token:
        return "its words choose another one"
    if not letter.numbered:
        return ""
    numbers = [found[1] for line in text.splitlines() if (found := _NUMBERED.fullmatch(line))]
    number = str(letter.choices.index(choice) + 1)
    if number not in numbers:
        return "it has no number"
    return "" if _token(number, talk) == choice.token else "its number chooses another one"


def _token(text: str, talk: Talk) -> str:
    address = Poor.address("Ba")
    return chosen(Incoming(address, Kind.TEXT, "1", _NOW, text), talk).token


def _squeezed(text: str) -> str:
    """A channel may number what a text lists; only words count."""
    return "".join(_LISTED.sub("", text).split()).casefold()
