"""A real web server with the doors of a platform, and who keeps what comes through them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.channels.webhook import Webhook
from bot.ports.update import Update
from tests.waiting import until

SECRET = "a-Secret_1"


class Keeper:
    """Stores updates; refuses the first ones when told."""

    def __init__(self, refusals: int = 0) -> None:
        self.kept: list[Update] = []
        self.refusals = refusals

    async def receive(self, update: Update) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OSError("disk full")
        self.kept.append(update)

    async def has(self, count: int) -> None:
        await until(lambda: len(self.kept) >= count)


@asynccontextmanager
async def serving(path: str, doors: Callable[[Webhook], Sequence[BaseRoute]]) -> AsyncIterator[Webhook]:
    """Yields the webhook with this path of a web server that has these doors."""
    listener = socket.create_server(("127.0.0.1", 0))
    webhook = Webhook(f"http://127.0.0.1:{listener.getsockname()[1]}{path}", SECRET)
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=doors(webhook)), log_level="warning", lifespan="off"))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield webhook
    finally:
        server.should_exit = True
        await task
