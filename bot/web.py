"""The web server in this process: what platforms deliver to webhooks."""

import asyncio
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute


class _Server(uvicorn.Server):
    """The program's own signal handlers stay: they end the server too."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def serve_web(routes: Sequence[BaseRoute], host: str, port: int, stop: asyncio.Event) -> None:
    """Serves until ``stop``; requests under way are finished."""
    server = _Server(uvicorn.Config(Starlette(routes=routes), host=host, port=port, log_config=None, access_log=False))

    async def end() -> None:
        await stop.wait()
        server.should_exit = True

    ending = asyncio.create_task(end())
    try:
        await server.serve()
    finally:
        ending.cancel()
