"""The peer of the page: Starlette and uvicorn as their own examples use them. Echoes on a stream; keeps nothing."""

import asyncio
import json
import secrets
import sys
from collections import defaultdict
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

COOKIE = "visitor"

news: defaultdict[str, asyncio.Queue[str]] = defaultdict(asyncio.Queue)


async def page(request: Request) -> Response:
    """Shows nothing, and knows the visitor from now on."""
    shown = HTMLResponse("<!DOCTYPE html><title>Echo</title>")
    shown.set_cookie(COOKIE, secrets.token_urlsafe(16))
    return shown


async def events(request: Request) -> Response:
    """Tells a visitor what is new."""

    async def told(visitor: str) -> AsyncIterator[str]:
        yield "retry: 3000\n\n"
        while True:
            text = await news[visitor].get()
            yield f"data: {json.dumps({'mine': False, 'text': text})}\n\n"

    return StreamingResponse(told(request.cookies[COOKIE]), media_type="text/event-stream")


async def say(request: Request) -> Response:
    """Says the same."""
    news[request.cookies[COOKIE]].put_nowait((await request.json())["text"])
    return JSONResponse({"ok": True})


def main(port: str) -> None:
    """Serves on this machine."""
    routes = [Route("/", page), Route("/events", events), Route("/say", say, methods=["POST"])]
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=int(port), log_level="error")


if __name__ == "__main__":
    main(*sys.argv[1:])
