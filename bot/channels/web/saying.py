"""The doors by which visitors say something: the script's JSON, plain forms, and pictures."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.request_body import body_of
from bot.channels.web.guard import KEY, from_our_page, is_json
from bot.channels.web.pictures import LARGEST, picture
from bot.channels.web.streams import News
from bot.channels.web.talk import Talk
from bot.channels.web.turnstile import Turnstile
from bot.channels.web.visitors import Visitor, Visitors
from bot.channels.web.wire import query
from bot.ports.channel import Receive

LONGEST = 8000  # characters of one message
_BODY = 64 << 10  # bytes
_TOKEN = 64  # bytes (bot.messages.Choice)
_PATIENCE = 2.0  # seconds that a page without script waits for its answer before it is shown again

_STRANGER = "Đồng chí mở lại trang giúp tôi."
_ELSEWHERE = "Tin này không đến từ trang của Đồng Đội."
_UNREAD = "Tôi không đọc được tin này."
_TOO_LONG = f"Tin dài quá. Đồng chí nhắn ngắn hơn {LONGEST} chữ, hoặc chia làm nhiều tin."
_TOO_LARGE = "Ảnh lớn quá. Đồng chí gửi ảnh dưới 6 MB giúp tôi."
_NO_PICTURE = "Tôi chỉ nhận ảnh JPG, PNG, GIF hoặc WebP."


@dataclass(frozen=True, slots=True)
class _Said:
    key: str
    text: str
    token: str


class SayingDoors:
    """Answers POST. 200 (or back to the page) means: it is in the inbox. Sent again under its key it is there once.

    The body is read before anything is waited for: once the browser has left, nobody gives it to us any more.
    """

    def __init__(self, talk: Talk, visitors: Visitors, turnstile: Turnstile, receive: Receive) -> None:
        self._talk = talk
        self._visitors = visitors
        self._turnstile = turnstile
        self._receive = receive

    def routes(self) -> list[BaseRoute]:
        """Returns the routes."""
        return [Route("/say", self._say, methods=["POST"]), Route("/photo", self._photo, methods=["POST"])]

    async def _say(self, request: Request) -> Response:
        known = self._who(request, self._turnstile.writing)
        if isinstance(known, Response):
            return known
        raw = await body_of(request, _BODY)
        if raw is None:
            return _told(request, _TOO_LONG, 413)
        visitor = await self._talk.present(known)
        if visitor is None:
            return _told(request, _STRANGER, 401)
        said = _from_json(raw) if is_json(request) else _from_form(raw)
        if said is None:
            return _told(request, _UNREAD, 400)
        if len(said.text) > LONGEST:
            return _told(request, _TOO_LONG, 413)
        with self._talk.streams.listening(visitor.chat) as news:
            if said.token:
                await self._talk.press(visitor, said.key, said.token, self._receive)
            else:
                await self._talk.say(visitor, said.key, said.text, self._receive)
            if is_json(request):
                return JSONResponse({"ok": True})
            await _answered(news)
        return RedirectResponse(f"/{query(visitor)}#end", status_code=303)

    async def _photo(self, request: Request) -> Response:
        known = self._who(request, self._turnstile.sending)
        if isinstance(known, Response):
            return known
        key = request.query_params.get("key", "")
        if not KEY.fullmatch(key):
            return _told(request, _UNREAD, 400)
        raw = await body_of(request, LARGEST)
        if raw is None:
            return _told(request, _TOO_LARGE, 413)
        if (refused := self._turnstile.bringing(request, len(raw))) is not None:
            return refused
        found = picture(raw)
        if found is None:
            return _told(request, _NO_PICTURE, 415)
        visitor = await self._talk.present(known)
        if visitor is None:
            return _told(request, _STRANGER, 401)
        await self._talk.send(visitor, key, found, self._receive)
        return JSONResponse({"ok": True})

    def _who(self, request: Request, refused: Callable[[Request, Visitor], Response | None]) -> Visitor | Response:
        """Returns whose cookie came, or why nothing of this request is read."""
        if not from_our_page(request):
            return _told(request, _ELSEWHERE, 403)
        known = self._visitors.known(request)
        return _told(request, _STRANGER, 401) if known is None else refused(request, known) or known


async def _answered(news: News) -> None:
    """Waits a little for the answer, so that it stands on the page that comes next."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while (shown := await news.get()) is not None and shown.mine:
                pass


def _told(request: Request, words: str, status: int) -> Response:
    if is_json(request) or request.url.path == "/photo":
        return JSONResponse({"say": words}, status_code=status)
    return PlainTextResponse(words, status_code=status)


def _from_json(raw: bytes) -> _Said | None:
    try:
        said = json.loads(raw)
        return _said(said["key"], said.get("text", ""), said.get("token", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _from_form(raw: bytes) -> _Said | None:
    try:
        form = parse_qs(raw.decode(), max_num_fields=10)
    except ValueError:
        return None
    key, text, token = ((form.get(name) or [""])[0] for name in ("key", "text", "token"))
    return _said(key, text, token)


def _said(key: object, text: object, token: object) -> _Said | None:
    """Returns what was said, None for what our page does not send. Half characters go: no database takes them."""
    if not (isinstance(key, str) and isinstance(text, str) and isinstance(token, str) and KEY.fullmatch(key)):
        return None
    text, token = (part.replace("\0", "").encode("utf-8", "replace").decode() for part in (text, token))
    if not (text.strip() or token) or len(token.encode()) > _TOKEN:
        return None
    return _Said(key, text.replace("\r\n", "\n").strip(), token)
