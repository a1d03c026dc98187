"""A small, fast HTTP/1.1 server for the test platform: 127.0.0.1 only, keep-alive, and able to misbehave."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked. Header names are in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What it gets."""

    status: int
    body: bytes
    content_type: str = "application/json"


# An answer at once, or later; None drops the connection without one.
Handler = Callable[[Request], Answer | Coroutine[Any, Any, Answer | None] | None]


class HttpServer:
    """Listens on a free port (or the given one) of 127.0.0.1."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.connections: set[_Connection] = set()
        self._server: asyncio.Server | None = None

    async def start(self, port: int = 0) -> str:
        """Listens and returns the address as a URL."""
        self._server = await asyncio.get_running_loop().create_server(lambda: _Connection(self), "127.0.0.1", port)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Drops all connections and stops listening."""
        if self._server:
            self._server.close()
        for connection in list(self.connections):
            connection.drop()
        if self._server:
            await self._server.wait_closed()


class _Connection(asyncio.Protocol):
    """One client. Requests are answered one after the other."""

    def __init__(self, server: HttpServer) -> None:
        self.server = server
        self.buffer = bytearray()
        self.transport: asyncio.Transport | None = None
        self.task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.server.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.server.connections.discard(self)
        self.transport = None
        if self.task:
            self.task.cancel()

    def drop(self) -> None:
        if self.transport:
            self.transport.abort()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self.proceed()

    def proceed(self) -> None:
        """Handles the requests that have come in whole, unless one is still being answered."""
        while self.transport and self.task is None:
            request = self._next()
            if request is None:
                return
            answer = self.server.handler(request)
            if isinstance(answer, Coroutine):
                self.task = asyncio.ensure_future(self._later(answer))
            else:
                self._reply(answer)

    async def _later(self, coming: Coroutine[Any, Any, Answer | None]) -> None:
        answer = await coming
        self.task = None
        self._reply(answer)
        self.proceed()

    def _reply(self, answer: Answer | None) -> None:
        if answer is None:
            self.drop()
        elif self.transport:
            phrase = HTTPStatus(answer.status).phrase
            head = f"HTTP/1.1 {answer.status} {phrase}\r\nContent-Type: {answer.content_type}\r\n"
            self.transport.write(f"{head}Content-Length: {len(answer.body)}\r\n\r\n".encode() + answer.body)

    def _next(self) -> Request | None:
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        first, *lines = bytes(self.buffer[:end]).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = end + 4
        after = body + int(headers.get("content-length", 0))
        if len(self.buffer) < after:
            return None
        content = bytes(self.buffer[body:after])
        del self.buffer[:after]
        method, path, _ = first.split(" ", 2)
        return Request(method, path, headers, content)
