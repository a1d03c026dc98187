"""Zalo's Bot API on httpx. Not aiohttp: its parser refuses the two ``Server`` headers of Zalo's edge."""

import asyncio
from typing import Any

import httpx

from bot.channels.zalo.faults import NoAnswerError, NotTakenError, ZaloError, result

CONNECT = 10.0  # seconds; also the wait for a free connection of the pool
READ = 15.0  # seconds until a send counts as unclear
CONNECTIONS = 40

# Raised before a byte of the request was written, or for an address to which none can be.
_NOT_WRITTEN = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


class Api:
    """The methods of one bot by their names."""

    def __init__(self, token: str, base_url: str) -> None:
        self._base = f"{base_url.rstrip('/')}/bot{token}"
        self._client: httpx.AsyncClient | None = None

    def __repr__(self) -> str:
        return "Api"

    def connect(self) -> None:
        """Opens the pool; nothing is asked yet."""
        # No redirects: whoever redirects would learn the token. No proxies that only the environment knows.
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
        self._client = httpx.AsyncClient(limits=limits, follow_redirects=False, trust_env=False)

    async def disconnect(self) -> None:
        """Closes the pool."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def call(self, method: str, payload: dict[str, Any], patience: float = READ) -> Any:
        """Returns the result of a method as plain JSON, within ``patience`` seconds. Raises ZaloError."""
        if self._client is None:
            raise NotTakenError("the channel is not open")
        timeout = httpx.Timeout(patience, connect=CONNECT, pool=CONNECT)
        fault: ZaloError
        try:
            async with asyncio.timeout(CONNECT + patience):  # httpx's own is for each piece of the answer
                answer = await self._client.post(f"{self._base}/{method}", json=payload, timeout=timeout)
        except _NOT_WRITTEN as error:
            fault = NotTakenError(f"no connection: {type(error).__name__}")
        except (httpx.HTTPError, TimeoutError, OSError) as error:
            fault = NoAnswerError(f"no answer: {type(error).__name__}")
        else:
            return result(answer.status_code, answer.content)
        raise fault  # out of the handlers: httpx's own error holds the address, so it must not be its context
