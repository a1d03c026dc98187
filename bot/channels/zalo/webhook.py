"""The webhook endpoint of one bot: an update is stored, then answered with 200."""

import hmac
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.request_body import body_of
from bot.channels.zalo.envelope import key_of, opened
from bot.channels.zalo.reading import NAME
from bot.ports import Receive, Update

HEADER = "X-Bot-Api-Secret-Token"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where the platform delivers for all bots, and the secret it must show: 8-256 signs. Each bot has its own path."""

    url: str
    secret: str

    def __repr__(self) -> str:
        return f"Webhook({self.url!r})"

    def of(self, bot: str) -> str:
        """Returns the address of one bot: its number, which is no secret, behind the path."""
        return f"{self.url.rstrip('/')}/{bot}"


def endpoint(webhook: Webhook, bot: str, receive: Receive) -> Route:
    """Returns the route of the bot's path. ``receive`` returns after the update is committed.

    Answers: 200 stored or empty (Zalo asks so whether somebody is there), 403 wrong secret, 413 too large, 400 not an
    update, 503 not stored.
    """

    async def deliver(request: Request) -> Response:
        shown = request.headers.get(HEADER, "")
        if not hmac.compare_digest(shown.encode(), webhook.secret.encode()):
            return Response(status_code=403)
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        if not body.strip():
            return Response(status_code=200)
        try:
            raw = body.decode()
            update = opened(json.loads(raw))
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if not isinstance(update, dict):
            return Response(status_code=400)
        key = key_of(update)
        try:
            await receive(Update(NAME, bot, key, raw))
        except Exception as fault:
            log.error("zalo_update_not_stored", bot=bot, update=key, fault=type(fault).__name__)
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(urlsplit(webhook.of(bot)).path, deliver, methods=["POST"])
