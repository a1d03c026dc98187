"""The web server in this process: what platforms deliver to webhooks, and the page."""

import asyncio
import os
import socket
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.errors import SettingError

GRACE = 5  # seconds that requests under way may take after the stop; what is not stored then comes again


class _Server(uvicorn.Server):
    """The program's own signal handlers stay: they end the server too."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def serve_web(
    routes: Sequence[BaseRoute], host: str, port: int, stop: asyncio.Event, served: Callable[[], None]
) -> None:
    """Serves until ``stop``; requests under way are finished. ``served`` is called when it listens.

    Raises SettingError for an address that is not ours.
    """
    listening = _listening(host, port)
    served()
    app = Starlette(routes=routes, exception_handlers={ClientDisconnect: _gone})
    app.state.stop = stop  # answers that have no end of their own end then
    server = _Server(
        uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=GRACE, lifespan="off")
    )

    async def end() -> None:
        await stop.wait()
        server.should_exit = True

    ending = asyncio.create_task(end())
    try:
        await server.serve([listening])
    finally:
        ending.cancel()


async def _gone(_: Request, __: Exception) -> Response:
    """Returns what nobody reads: who left while sending brings it again, and neither they nor we are at fault."""
    return Response(status_code=400)


def _listening(host: str, port: int) -> socket.socket:
    """Bound here: where it cannot be, uvicorn ends the process with a traceback."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        raise SettingError(name="DONGDOI_WEB_PORT", why=f"{host}:{port}: {why}") from None
