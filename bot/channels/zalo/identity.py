"""Who the bot is on Zalo, and how it is called in a group. Pure."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """``bot`` is the number in the token; ``id`` and ``names`` are what getMe told, empty before."""

    bot: str
    id: str = ""
    names: tuple[str, ...] = ()

    def spoken_to(self, text: str) -> str:
        """Returns what is said to the bot without its own name: "@Bot Đồng Đội hạn nộp?" is "hạn nộp?".

        Zalo brings from a group only what mentions the bot or answers it, and marks no mention.
        """
        for name in sorted(filter(None, self.names), key=len, reverse=True):
            text = re.sub(rf"(?<!\w)@{re.escape(name)}(?!\w)[,:]?\s*", "", text, flags=re.IGNORECASE)
        return text.strip()
