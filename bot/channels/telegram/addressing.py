"""Who is spoken to: in a group only commands, mentions and answers to the bot are for it. Pure."""

import re
from dataclasses import dataclass
from typing import Any

COMMAND = re.compile(r"^/(\w+)(?:@(\w+))?")


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot on its platform: its number (the token's first part, no secret) and its name once getMe told it."""

    bot: str
    username: str = ""


def addressed(text: str, message: dict[str, Any], identity: Identity) -> str | None:
    """Returns what is said to this bot, without its own name; None when others are spoken to.

    In a private chat everything is for the bot. A bot that is a group's admin gets every message there whatever its
    privacy mode: it must not answer people who talk to each other.
    """
    private = message["chat"]["type"] == "private"
    command = COMMAND.match(text)
    if command:
        name = command[2]
        if name and identity.username and name.casefold() != identity.username.casefold():
            return text if private else None
        return f"/{command[1]}{text[command.end() :]}"
    if private:
        return text
    mention = re.compile(rf"(?<!\w)@{re.escape(identity.username)}\b[,:]?\s*", re.IGNORECASE)
    if identity.username and mention.search(text):
        return mention.sub("", text).strip()
    answered = message.get("reply_to_message", {}).get("from", {}).get("id")
    return text if str(answered) == identity.bot else None
