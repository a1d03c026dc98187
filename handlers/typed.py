"""What a person typed, seen by the handlers that wait for certain words: commands and short phrases."""

import re

from bot.messages import Incoming, Kind
from knowledge.fold import plain

_COMMAND = re.compile(r"\s*/(\w+)(?:@\w+)?\s*(.*)", re.DOTALL)
_EDGES = re.compile(r"^\W+|\W+$")


def typed(incoming: Incoming, *phrases: str) -> bool:
    """Returns whether the message is one of these phrases or commands ("/han"), in any spelling, punctuation aside."""
    if incoming.kind is not Kind.TEXT:
        return False
    name = command(incoming.text)
    said = f"/{name}" if name else _EDGES.sub("", " ".join(plain(incoming.text).split()))
    return said in phrases


def command(text: str) -> str:
    """Returns the name of the command that a text starts with ("/han@dongdoi_bot" is "han"), "" when it is none."""
    found = _COMMAND.fullmatch(text)
    return found.group(1).lower() if found else ""


def after_command(text: str) -> str:
    """Returns what stands after the command, or the whole text when it is none."""
    found = _COMMAND.fullmatch(text)
    return found.group(2).strip() if found else text.strip()


def pressed(incoming: Incoming, *families: str) -> bool:
    """Returns whether a choice of one of these families was pressed: "han:kh121:0" is of the family "han"."""
    return incoming.kind is Kind.PRESS and incoming.token.partition(":")[0] in families
