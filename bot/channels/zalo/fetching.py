"""A picture that a person sent: it lies at a public address for some time."""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import unquote, urlsplit

import httpx

from bot.messages import File
from bot.ports.delivery import Retry
from bot.ports.fetched import LARGEST_FETCHED, Fetched, Gone, TooLarge

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
        if url.scheme not in _WEB or not url.host:
            return Gone()
        async with asyncio.timeout(PATIENCE):
            return await _download(url, await _hosts(url, platform))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError):
        return Gone()
    except (httpx.HTTPError, TimeoutError, OSError) as error:
        return Retry(f"no picture: {type(error).__name__}")


async def _hosts(url: httpx.URL, platform: str) -> Sequence[str]:
    """Returns where to connect: the addresses that the name stands for, () unless all of them lie in the internet.

    Raises OSError where it stands for nothing. It is not asked a second time: it might stand for others then.
    """
    own = urlsplit(platform)
    if (url.scheme, url.host, url.port) == (own.scheme, own.hostname, own.port):
        return (url.host,)
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    hosts = list(dict.fromkeys(str(where[0]) for *_, where in found))
    safe = all(ipaddress.ip_address(host.partition("%")[0]).is_global for host in hosts)
    return hosts if safe else ()


async def _download(url: httpx.URL, hosts: Sequence[str]) -> Fetched:
    """Returns what the first of these hosts has that can be reached; there is nothing where there is no host."""
    if not hosts:
        return Gone()
    async with httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=CONNECT) as client:
        for host in hosts[:-1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await _from(host, url, client)
        return await _from(hosts[-1], url, client)


async def _from(host: str, url: httpx.URL, client: httpx.AsyncClient) -> Fetched:
    """The server is still asked for its name, and must have the certificate of that name."""
    head = {"Host": url.netloc.decode("ascii")}
    name = {"sni_hostname": url.raw_host.decode("ascii")}
    async with client.stream("GET", url.copy_with(host=host), headers=head, extensions=name) as answer:
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
