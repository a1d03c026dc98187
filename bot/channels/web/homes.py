"""The page of the demo: who is known goes in by the doors of their own house."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.web.visitors import Visitors
from bot.page_ports import Houses

_OF_ALL = ("/offline",)
"""What is nobody's, besides the files of the page."""


class Homes:
    """Sends a request on to the visitor's own house; whoever is not known yet, and what is nobody's, to the front."""

    def __init__(self, visitors: Visitors, houses: Houses, front: ASGIApp, shared: tuple[str, ...]) -> None:
        """``shared``: the paths of what is the same for everybody."""
        self._visitors = visitors
        self._houses = houses
        self._front = front
        self._shared = frozenset((*shared, *_OF_ALL))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        visitor = None
        if scope["type"] == "http" and scope["path"] not in self._shared:
            visitor = self._visitors.known(Request(scope))
        doors = self._front if visitor is None else await self._houses.of(visitor.id)
        await doors(scope, receive, send)
