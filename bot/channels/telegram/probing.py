"""Whether Telegram can be reached with this token. It asks only and changes nothing."""

from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.api import Api
from bot.errors import UnreachableError, WrongTokenError

_PATIENCE = 10.0  # seconds


async def probe(token: str, base_url: str, proxy: str) -> str:
    """Returns the bot's name and how many updates wait. Raises WrongTokenError, UnreachableError."""
    api = Api(token, base_url, proxy, _PATIENCE)
    await api.connect()
    try:
        me = await api.call("getMe", {})
        hook = await api.call("getWebhookInfo", {})
    except InvalidToken:
        raise WrongTokenError(channel="telegram", setting="DONGDOI_TELEGRAM_TOKEN") from None
    except TelegramError as error:
        raise UnreachableError(place=base_url, why=error.message) from None
    finally:
        await api.disconnect()
    fault = f", last fault: {hook['last_error_message']}" if hook.get("last_error_message") else ""
    return f"@{me.get('username', '?')}, {hook.get('pending_update_count', 0)} updates wait{fault}"
