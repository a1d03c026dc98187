"""How Telegram delivers to its webhook (Bot API, setWebhook)."""

import json

from starlette.routing import Route

from bot.channels.webhook import Webhook, door
from bot.ports.channel import Receive
from bot.ports.update import Update

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def endpoint(webhook: Webhook, bot: str, receive: Receive) -> Route:
    """Returns the bot's door. ``receive`` returns after the update is committed."""

    def update_of(raw: str) -> Update:
        return Update("telegram", bot, str(int(json.loads(raw)["update_id"])), raw)

    return door(webhook.url, HEADER, webhook.secret, update_of, receive)
