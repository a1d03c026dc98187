"""A picture that a person sent: it lies at a public address for some time."""

import asyncio
import ipaddress
import socket
from urllib.parse import unquote, urlsplit

import httpx

from bot.messages import File
from bot.ports import LARGEST_FETCHED, Fetched, Gone, Retry, TooLarge

PATIENCE = 120.0  # seconds altogether
CONNECT = 10.0
_WEB = ("https", "http")


async def fetch(address: str, platform: str) -> Fetched:
    """Returns the picture at an address. Only from the internet, or from the platform itself: whoever could slip an
    address of the association's own network into an update must not see what lies there. No redirects, for the same
    reason.
    """
    try:
        url = httpx.URL(address)
        if url.scheme not in _WEB or not url.host or not await _reachable(url, platform):
            return Gone()
        async with asyncio.timeout(PATIENCE):
            return await _download(url)
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError):
        return Gone()
    except (httpx.HTTPError, TimeoutError, OSError) as error:
        return Retry(f"no picture: {type(error).__name__}")


async def _reachable(url: httpx.URL, platform: str) -> bool:
    """Returns whether all that the name stands for lies in the internet. Raises OSError where it stands for nothing."""
    own = urlsplit(platform)
    if (url.scheme, url.host, url.port) == (own.scheme, own.hostname, own.port):
        return True
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    return all(ipaddress.ip_address(str(where[0]).partition("%")[0]).is_global for *_, where in found)


async def _download(url: httpx.URL) -> Fetched:
    async with (
        httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=CONNECT) as client,
        client.stream("GET", url) as answer,
    ):
        if answer.status_code >= 500:
            return Retry(f"the server answered {answer.status_code}")
        if not answer.is_success:
            return Gone()
        content = bytearray()
        async for piece in answer.aiter_bytes():
            content += piece
            if len(content) > LARGEST_FETCHED:
                return TooLarge()
    return File(unquote(url.path).rpartition("/")[2], bytes(content))
