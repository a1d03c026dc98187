"""Who opens the page: a random id in a signed cookie that scripts cannot read."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from itsdangerous import BadSignature, Signer
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.reading import address
from bot.messages import Address

COOKIE = "dongdoi"
ROLES = {"leader": "Chi hội trưởng", "officer": "Cán bộ xã", "admin": "Văn phòng"}
"""Whom a visitor of the demo can be besides a member, as the corner switch says it."""

_DAYS = 400  # the longest that browsers keep a cookie; every opening of the page renews it
_SALT = "dongdoi.web.visitor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser, and the role that it plays in the demo ("" is itself). Each role has a chat of its own."""

    id: str
    role: str = ""

    @property
    def chat(self) -> str:
        """The chat on this channel."""
        return f"{self.id}.{self.role}" if self.role else self.id

    @property
    def chats(self) -> tuple[str, ...]:
        """All chats that this browser may have, in the demo one for each role."""
        return (self.id, *(f"{self.id}.{role}" for role in ROLES))

    def others(self) -> dict[str, Address]:
        """Returns the chats of this visitor in all roles."""
        return {role: address(f"{self.id}.{role}") for role in ROLES}


class Visitors:
    """Knows visitors by their cookies. Whoever brings none, or a changed one, is a new visitor."""

    def __init__(self, keys: Sequence[str], *, demo: bool, secure: bool) -> None:
        """``keys``: the first one signs; cookies signed with the others hold until they are renewed.

        ``secure``: the public address is https, whatever the proxy tells us.
        """
        self._signer = Signer(list(reversed(keys)), salt=_SALT, digest_method=hashlib.sha256)
        self._demo = demo
        self._secure = secure

    def known(self, request: Request) -> Visitor | None:
        """Returns whose cookie came with a request, None without a true one."""
        try:
            name = self._signer.unsign(request.cookies.get(COOKIE, "")).decode()
        except (BadSignature, UnicodeError):
            return None
        return Visitor(name, self._role(request))

    def new(self, request: Request) -> Visitor:
        """Returns a visitor who was never here."""
        return Visitor(secrets.token_urlsafe(16), self._role(request))

    def remember(self, request: Request, response: Response, visitor: Visitor) -> None:
        """Gives the browser its cookie. Lax, not strict: who follows a link from Zalo must find their own chat."""
        response.set_cookie(
            COOKIE,
            self._signer.sign(visitor.id).decode(),
            max_age=_DAYS * 24 * 3600,
            secure=self._secure or request.url.scheme == "https",
            httponly=True,
            samesite="lax",
        )

    def _role(self, request: Request) -> str:
        role = request.query_params.get("vai", "")
        return role if self._demo and role in ROLES else ""
