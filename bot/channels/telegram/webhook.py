"""The webhook endpoint: an update is stored, then answered with 200; what is not 2xx the platform sends again."""

import hmac
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.request_body import body_of
from bot.ports import Receive, Update

HEADER = "X-Telegram-Bot-Api-Secret-Token"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where the platform delivers, and the secret it must show: 1-256 of A-Z a-z 0-9 _ - (Bot API, setWebhook)."""

    url: str
    secret: str

    def __repr__(self) -> str:
        return f"Webhook({self.url!r})"


def endpoint(webhook: Webhook, bot: str, receive: Receive) -> Route:
    """Returns the route of the webhook's path. ``receive`` returns after the update is committed.

    Answers: 200 stored, 403 wrong secret, 413 too large, 400 not an update, 503 not stored (so it comes again).
    """

    async def deliver(request: Request) -> Response:
        shown = request.headers.get(HEADER, "")
        if not hmac.compare_digest(shown.encode(), webhook.secret.encode()):
            return Response(status_code=403)
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = body.decode()
            key = str(int(json.loads(raw)["update_id"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            return Response(status_code=400)
        try:
            await receive(Update("telegram", bot, key, raw))
        except Exception as fault:
            log.error("telegram_update_not_stored", update=key, fault=type(fault).__name__)
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(urlsplit(webhook.url).path or "/", deliver, methods=["POST"])
