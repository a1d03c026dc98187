"""The way through a proxy: carriers in Vietnam were ordered to block Telegram."""

from typing import Any

import aiohttp
import pytest

from bot.messages import File
from bot.ports.delivery import Retry
from tests.telegram_http import Answer, HttpServer, Request
from tests.telegram_server import TOKEN
from tests.telegram_trial import arrived, channel, connected, letter, platform


class Proxy:
    """Forwards plain requests, and refuses tunnels: those would leave this machine."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.server = HttpServer(self.answer)

    def answer(self, request: Request) -> Any:
        self.seen.append((request.method, request.path))
        return Answer(403, b"") if request.method == "CONNECT" else self.forward(request)

    async def forward(self, request: Request) -> Answer:
        headers = {"Content-Type": request.headers.get("content-type", "")}
        async with (
            aiohttp.ClientSession() as session,
            session.request(request.method, request.path, data=request.body, headers=headers) as answer,
        ):
            return Answer(answer.status, await answer.read())


async def test_everything_goes_through_the_proxy() -> None:
    proxy = Proxy()
    address = await proxy.server.start()
    async with platform() as server, connected(server, proxy=address) as telegram:
        assert arrived(await telegram.send(letter("Chào bác")))
        server.files["F1"] = b"x"
        assert await telegram.fetch("F1") == File("F1", b"x")
        downloads = [(method, path) for method, path in proxy.seen if "/file/bot" in path]
        assert len(downloads) == 1
        assert len(proxy.seen) == len(server.calls) + len(downloads)
        assert all(path.startswith(server.url) for _, path in proxy.seen)
    await proxy.server.stop()


async def test_telegram_itself_is_reached_by_a_tunnel() -> None:
    proxy = Proxy()
    address = await proxy.server.start()
    async with platform() as server, connected(server, base_url="https://telegram.invalid", proxy=address) as telegram:
        assert isinstance(await telegram.send(letter("?")), Retry)
        assert isinstance(await telegram.fetch("F1"), Retry)
    assert set(proxy.seen) == {("CONNECT", "telegram.invalid:443")}
    assert TOKEN not in str(proxy.seen), "the tunnel hides the address with the token"
    await proxy.server.stop()


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "http://user:pass@127.0.0.1:1"])
async def test_a_proxy_that_is_down_is_no_connection(proxy: str) -> None:
    async with platform() as server:
        telegram = channel(server, proxy=proxy)
        await telegram.open()
        assert isinstance(await telegram.send(letter("?")), Retry)
        await telegram.close()
