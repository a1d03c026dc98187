"""A one-time code by which somebody becomes the same person on another channel, known by its hash only."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.messages import Address

LIFE = timedelta(minutes=15)
"""A code stands readable in a chat, so it must be worth nothing soon."""
LENGTH = 6
"""So many digits are carried in the head from one window to another. A guess gains nothing: the owner is asked."""

_SEPARATORS = re.compile(r"[\s.\-–—_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """Who types the code on another channel within its life becomes this person there, once, if the person says so in a
    chat that is theirs already. A person has one code; ``asker`` is the chat where it was typed and agreed to last.
    """

    hash: str
    person: str
    made: datetime
    used: datetime | None = None
    asker: Address | None = None

    @property
    def expires(self) -> datetime:
        """When the code is worth nothing any more."""
        return self.made + LIFE

    def open(self, now: datetime) -> bool:
        """Returns whether the code can still be used."""
        return self.used is None and now < self.expires


def new_digits() -> str:
    """Returns a fresh code: six digits, the first no 0, which is lost where numbers are copied."""
    return str(secrets.randbelow(9 * 10 ** (LENGTH - 1)) + 10 ** (LENGTH - 1))


def plain_digits(text: str) -> str:
    """Returns the code in a text, whatever its spaces and hyphens; "" when the text is no such code."""
    digits = _SEPARATORS.sub("", text)
    return digits if re.fullmatch(r"[1-9][0-9]{5}", digits) else ""
