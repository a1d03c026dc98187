"""Whoever comes too often is told so, politely, and when to come again."""

import math
from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.channels.web.guard import is_json
from bot.channels.web.limits import ADDRESS, OPENS, PHOTOS, PICTURES, WRITES, Limits
from bot.channels.web.visitors import Visitor
from bot.ports.clock import Clock

_SLOWLY = "Đồng chí nhắn hơi nhanh. Đồng chí chờ ít giây rồi gửi lại giúp tôi."


class Turnstile:
    """Counts by visitor and by network. Behind a proxy on this machine the address is the one it tells."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._networks = Limits(ADDRESS)
        self._writes = Limits(WRITES)
        self._opens = Limits(OPENS)
        self._photos = Limits(PHOTOS)
        self._pictures = Limits(PICTURES)

    def writing(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of words, None where they may come."""
        return self._refused(request, visitor, self._writes)

    def opening(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of a page or of news."""
        return self._refused(request, visitor, self._opens)

    def sending(self, request: Request, visitor: Visitor) -> Response | None:
        """Returns the refusal of a picture."""
        return self._refused(request, visitor, self._photos)

    def bringing(self, request: Request, size: int) -> Response | None:
        """Returns the refusal of a picture of so many bytes, whichever visitor of a network brings it."""
        return _told(request, self._pictures.wait(_network(request), self._clock.now(), size))

    def _refused(self, request: Request, visitor: Visitor, limits: Limits) -> Response | None:
        now = self._clock.now()
        return _told(request, max(self._networks.wait(_network(request), now), limits.wait(visitor.id, now)))


def _told(request: Request, wait: float) -> Response | None:
    """Returns how to say that somebody is to wait so many seconds, None for none."""
    if wait <= 0:
        return None
    after = {"Retry-After": str(math.ceil(wait))}
    if is_json(request) or request.url.path == "/photo":
        return JSONResponse({"say": _SLOWLY}, status_code=429, headers=after)
    return PlainTextResponse(_SLOWLY, status_code=429, headers=after)


def _network(request: Request) -> str:
    """Returns whence a request comes: one subscriber of IPv6 has all addresses of a /64."""
    host = request.client.host if request.client else ""
    try:
        address: IPv4Address | IPv6Address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
