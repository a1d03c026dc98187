"""Whoever comes too often is told so, politely, and when to come again."""

import math

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.channels.web.guard import is_json
from bot.channels.web.limits import ADDRESS, OPENS, PHOTOS, WRITES, Limits
from bot.channels.web.visitors import Visitor
from bot.ports import Clock

_SLOWLY = "Đồng chí nhắn hơi nhanh. Đồng chí chờ ít giây rồi gửi lại giúp tôi."


class Turnstile:
    """Counts by visitor and by network address. Behind a proxy on this machine the address is the one it tells."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._addresses = Limits(ADDRESS)
        self._writes = Limits(WRITES)
        self._opens = Limits(OPENS)
        self._photos = Limits(PHOTOS)

    def writing(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of words, None where they may come."""
        return self._refused(request, visitor, self._writes)

    def opening(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of a page or of news."""
        return self._refused(request, visitor, self._opens)

    def sending(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of a picture."""
        return self._refused(request, visitor, self._photos)

    def _refused(self, request: Request, visitor: Visitor, limits: Limits) -> Response | None:
        now = self._clock.now()
        address = request.client.host if request.client else ""
        wait = max(self._addresses.wait(address, now), limits.wait(visitor.id, now))
        if wait <= 0:
            return None
        after = {"Retry-After": str(math.ceil(wait))}
        if is_json(request) or request.url.path == "/photo":
            return JSONResponse({"say": _SLOWLY}, status_code=429, headers=after)
        return PlainTextResponse(_SLOWLY, status_code=429, headers=after)
