"""How Zalo delivers to its webhook: a door for each bot, and now and then a call that only asks whether it is there."""

import json

from starlette.routing import Route

from bot.channels.webhook import Webhook, door
from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.reading import NAME
from bot.ports.channel import Receive
from bot.ports.update import Update

HEADER = "X-Bot-Api-Secret-Token"


def url_of(webhook: Webhook, bot: str) -> str:
    """Returns the address of one bot: its number, which is no secret, behind the path."""
    return f"{webhook.url.rstrip('/')}/{bot}"


def endpoint(webhook: Webhook, bot: str, receive: Receive) -> Route:
    """Returns the bot's door. ``receive`` returns after the update is committed."""

    def update_of(raw: str) -> Update | None:
        if not raw.strip():
            return None
        update = opened(json.loads(raw))
        if not isinstance(update, dict):
            raise TypeError
        return Update(NAME, bot, key_of(update), raw)

    return door(url_of(webhook, bot), HEADER, webhook.secret, update_of, receive)
