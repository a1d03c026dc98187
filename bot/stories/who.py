"""Who acts in a story, and in which of their windows: "Ba" at the console, "Ba (zalo)" the same name on Zalo."""

import re

from bot.channels.console import NAME
from bot.messages import Address

WHO = r"\w[\w ]*?(?: \((?:zalo|telegram|web)\))?"
"""The pattern of a name in a story."""
_SEVERAL = re.compile(r"(?P<name>.+) \((?P<channel>zalo|telegram|web)\)")


def address_of(who: str) -> Address:
    """Returns the chat of a name in a story."""
    found = _SEVERAL.fullmatch(who)
    channel, chat = (found["channel"], found["name"]) if found else (NAME, who)
    return Address(channel, channel, chat)


def who_at(address: Address) -> str:
    """Returns the name of a chat in a story."""
    return address.chat if address.channel == NAME else f"{address.chat} ({address.channel})"
