"""A door by which a platform delivers: an update is stored, then answered with 200; what is not 2xx comes again."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.request_body import body_of
from bot.ports.channel import Receive
from bot.ports.update import Update

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where a platform delivers, and the secret it must show: 1-256 of A-Z a-z 0-9 _ -, for Zalo 8 of them or more."""

    url: str
    secret: str

    def __repr__(self) -> str:
        return f"Webhook({self.url!r})"


def door(url: str, header: str, secret: str, update_of: Callable[[str], Update | None], receive: Receive) -> Route:
    """Returns the route of an address's path. ``header`` is where the platform shows its secret.

    ``update_of`` returns the update in a body, None where there is nothing to store; it raises ValueError, KeyError,
    TypeError or RecursionError for what is no update. ``receive`` returns after the update is committed.
    Answers: 200 stored, 403 wrong secret, 413 too large, 400 not an update, 503 not stored.
    """

    async def deliver(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(header, "").encode(), secret.encode()):
            return Response(status_code=403)
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = update_of(body.decode())
        except (ValueError, KeyError, TypeError, RecursionError):
            return Response(status_code=400)
        if update is None:
            return Response(status_code=200)
        try:
            await receive(update)
        except Exception as fault:
            what = f"{update.channel}_update_not_stored"
            log.error(what, bot=update.bot, update=update.key, fault=type(fault).__name__)
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(urlsplit(url).path or "/", deliver, methods=["POST"])
