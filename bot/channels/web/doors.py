"""The doors that are opened by reading: the page, its news, files, and what belongs to the page itself."""

import asyncio
import re
from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.channels.web.assets import Asset
from bot.channels.web.pictures import kept_as, shown_as
from bot.channels.web.rendering import Shell
from bot.channels.web.talk import Talk
from bot.channels.web.turnstile import Turnstile
from bot.channels.web.visitors import Visitor, Visitors
from bot.channels.web.wire import as_event, told
from bot.page_ports import Cast

_CODE = re.compile(r"[A-Za-z0-9-]{8,9}", re.ASCII)
_SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"
_RETRY = b"retry: 3000\n\n"
_STILL_HERE = b": .\n\n"
_AGAIN = "lai"


class ReadingDoors:
    """Answers GET. Nothing here changes anything, but for the demo: there a role is taken when its page is opened."""

    def __init__(
        self,
        talk: Talk,
        visitors: Visitors,
        turnstile: Turnstile,
        shell: Shell,
        assets: dict[str, Asset],
        cast: Cast | None,
    ) -> None:
        self._talk = talk
        self._visitors = visitors
        self._turnstile = turnstile
        self._shell = shell
        self._assets = assets
        self._cast = cast

    def routes(self) -> list[BaseRoute]:
        """Returns the routes."""
        return [
            Route("/", self._page),
            Route("/offline", self._offline),
            Route("/events", self._events),
            Route("/messages", self._messages),
            Route("/file/{id}/{name:path}", self._file),
            *(Route(f"/{name}", self._asset) for name in self._assets),
        ]

    async def _page(self, request: Request) -> Response:
        brought = self._visitors.known(request)
        known = await self._talk.present(brought)
        visitor = known or self._visitors.new(request)
        if (refused := self._turnstile.opening(request, visitor)) is not None:
            return refused
        if self._cast is not None and visitor.role:
            if known is not None:
                await self._cast.enter(visitor.others())
            elif _AGAIN not in request.query_params:
                return self._come_again(request, visitor)
        shown = await self._talk.screen(visitor) if known else ()
        left = brought is not None and known is None
        size = request.cookies.get("size", "")
        page = HTMLResponse(self._shell.page(visitor, shown, size, _invited(request), left=left))
        self._visitors.remember(request, page, visitor)
        return page

    def _come_again(self, request: Request, visitor: Visitor) -> Response:
        """A role is taken by who brings the cookie back: who keeps none would be a new person each time."""
        again = RedirectResponse(f"/?{request.query_params}&{_AGAIN}=1", status_code=303)
        self._visitors.remember(request, again, visitor)
        return again

    async def _offline(self, request: Request) -> Response:
        """The page without anybody's words: the browser keeps it for when there is no network."""
        page = self._shell.page(Visitor(""), (), request.cookies.get("size", ""), "", offline=True)
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    async def _events(self, request: Request) -> Response:
        visitor = await self._talk.present(self._visitors.known(request))
        if visitor is None:
            return Response(status_code=401)
        if (refused := self._turnstile.opening(request, visitor)) is not None:
            return refused
        if self._talk.streams.full(visitor.chat):
            return Response(status_code=429, headers={"Retry-After": "30"})
        stop = getattr(request.app.state, "stop", None) or asyncio.Event()
        seen = _number(request.headers.get("last-event-id") or request.query_params.get("after", ""))
        return StreamingResponse(
            self._stream(visitor, seen, stop), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
        )

    async def _stream(self, visitor: Visitor, seen: int, stop: asyncio.Event) -> AsyncIterator[bytes]:
        yield _RETRY
        with self._talk.streams.listening(visitor.chat) as news:
            for shown in await self._talk.news(visitor, seen):
                seen = shown.id
                yield as_event(shown, visitor)
            async for come in self._talk.streams.follow(news, stop):
                yield b"".join(as_event(shown, visitor) for shown in come if shown.id > seen) or _STILL_HERE

    async def _messages(self, request: Request) -> Response:
        """The same news for pages that cannot hold a stream open."""
        visitor = await self._talk.present(self._visitors.known(request))
        if visitor is None:
            return Response(status_code=401)
        if (refused := self._turnstile.opening(request, visitor)) is not None:
            return refused
        after = request.query_params.get("after")
        shown = await (self._talk.screen(visitor) if after is None else self._talk.news(visitor, _number(after)))
        return JSONResponse({"messages": [told(one, visitor) for one in shown]})

    async def _file(self, request: Request) -> Response:
        visitor = await self._talk.present(self._visitors.known(request))
        if visitor is not None and (refused := self._turnstile.opening(request, visitor)) is not None:
            return refused
        file = None if visitor is None else await self._talk.file(visitor.chat, request.path_params["id"])
        if file is None:
            return Response("Không có tệp này.", status_code=404, media_type="text/plain")
        shown = shown_as(file)
        how = "inline" if shown else "attachment"
        headers = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}"}
        if shown:
            headers["Content-Security-Policy"] = _SANDBOX
        return Response(file.content, media_type=shown or kept_as(file), headers=headers)

    async def _asset(self, request: Request) -> Response:
        return self._assets[request.url.path.removeprefix("/")].answer(request.query_params.get("v", ""))


def _invited(request: Request) -> str:
    """Returns what stands in the box of somebody who came by the link of an invite."""
    code = request.query_params.get("ma", "")
    return f"DANGKY {code.upper()}" if _CODE.fullmatch(code) else ""


def _number(said: str) -> int:
    """Returns a number of at most 18 digits, which every database takes; 0 for anything else."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 18 else 0
