"""Whether a Zalo bot can be reached with its token. It asks only and changes nothing."""

from bot.channels.zalo.api import Api
from bot.channels.zalo.channel import TOKENS
from bot.channels.zalo.faults import WRONG_TOKEN, RefusedError, ZaloError
from bot.channels.zalo.reading import NAME
from bot.errors import UnreachableError, WrongTokenError

_PATIENCE = 10.0  # seconds
_NOT_FOUND = 404  # of getWebhookInfo: none is set


async def probe(token: str, base_url: str) -> str:
    """Returns the bot's name and where its messages go. Raises WrongTokenError, UnreachableError."""
    api = Api(token, base_url)
    api.connect()
    try:
        me = await api.call("getMe", {}, _PATIENCE)
        hook = await _webhook(api)
    except RefusedError as error:
        if error.code == WRONG_TOKEN:
            raise WrongTokenError(channel=NAME, setting=TOKENS) from None
        raise UnreachableError(place=base_url, why=str(error)) from None
    except ZaloError as error:
        raise UnreachableError(place=base_url, why=str(error)) from None
    finally:
        await api.disconnect()
    known = me if isinstance(me, dict) else {}
    name = known.get("display_name") or known.get("account_name") or "?"
    return f"{name}, {f'webhook {hook}' if hook else 'no webhook: long polling'}"


async def _webhook(api: Api) -> str:
    try:
        info = await api.call("getWebhookInfo", {}, _PATIENCE)
    except RefusedError as error:
        if error.code == _NOT_FOUND:
            return ""
        raise
    return str(info.get("url", "")) if isinstance(info, dict) else ""
