"""A picture that came by Zalo is fetched from the internet and from nowhere else, whatever its address says."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.zalo import Zalo
from bot.channels.zalo.fetching import fetch
from bot.messages import File
from bot.ports.delivery import Retry
from bot.ports.fetched import Gone, TooLarge
from tests.telegram_http import Answer, HttpServer
from tests.zalo_server import ZaloServer
from tests.zalo_trial import connected, platform

PLATFORM = "https://bot-api.example"
PUBLIC, INSIDE = ("93.184.215.14", "93.184.215.15"), "127.0.0.1"


@pytest.fixture
async def server() -> AsyncIterator[ZaloServer]:
    async with platform() as server:
        yield server


@pytest.fixture
async def zalo(server: ZaloServer) -> AsyncIterator[Zalo]:
    async with connected(server) as zalo:
        yield zalo


class Internet:
    """Names and connections of this loop: every connection is written down, and leads to a door of this machine.

    A name stands for these addresses when it is asked for first, and from then on for one of our own network.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, door: int, *addresses: str, dead: str = "") -> None:
        self.connected: list[str] = []
        self._answers = [addresses]
        self._door = door
        self._dead = dead
        loop = asyncio.get_running_loop()
        self._connect = loop.create_connection
        monkeypatch.setattr(loop, "getaddrinfo", self._find)
        monkeypatch.setattr(loop, "create_connection", self._lead)

    async def _find(self, host: str, port: int, **how: Any) -> list[Any]:
        found = self._answers.pop() if self._answers else (INSIDE,)
        return [(2, 1, 6, "", (one, port)) for one in found]

    async def _lead(self, protocol: Any, host: str, port: int, **how: Any) -> Any:
        self.connected.append(host)
        if host == self._dead:
            raise ConnectionRefusedError
        return await self._connect(protocol, INSIDE, self._door)


async def test_a_picture_is_fetched_while_it_is_there(server: ZaloServer, zalo: Zalo) -> None:
    server.photos["so-thu.jpg"] = b"JPEG"
    assert await zalo.fetch(f"{server.url}/photo/so-thu.jpg") == File("so-thu.jpg", b"JPEG")
    assert await zalo.fetch(f"{server.url}/photo/expired.jpg") == Gone()


async def test_a_picture_that_is_too_large_is_not_fetched(
    server: ZaloServer, zalo: Zalo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.fetching.LARGEST_FETCHED", 3)
    server.photos["large.jpg"] = b"JPEG"
    assert await zalo.fetch(f"{server.url}/photo/large.jpg") == TooLarge()


@pytest.mark.parametrize("status", [301, 302, 307, 404, 410])
async def test_no_picture_is_looked_for_elsewhere(status: int, zalo: Zalo) -> None:
    asked = []
    inside = HttpServer(lambda request: asked.append(request) or Answer(200, b"secret"))
    elsewhere = HttpServer(lambda request: Answer(status, b""))
    url, platform_url = await inside.start(), await elsewhere.start()
    assert await fetch(f"{platform_url}/photo.jpg", platform_url) == Gone()
    assert await zalo.fetch(f"{url}/photo.jpg") == Gone(), "an address of our own network"
    assert not asked
    await inside.stop()
    await elsewhere.stop()


@pytest.mark.parametrize(
    "url",
    ["", "so.jpg", "file:///etc/passwd", "ftp://x/y", "http://169.254.169.254/", "http://10.0.0.1/a"],
)
async def test_what_is_no_public_address_is_not_asked(zalo: Zalo, url: str) -> None:
    assert await zalo.fetch(url) == Gone()


async def test_a_picture_is_tried_again_where_the_network_is_at_fault(server: ZaloServer, zalo: Zalo) -> None:
    url = server.url
    await server.stop()
    assert isinstance(await zalo.fetch(f"{url}/photo/so-thu.jpg"), Retry)


async def test_a_name_that_stands_for_our_own_network_when_it_is_asked_again_leads_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    picture = HttpServer(lambda request: asked.append(request) or Answer(200, b"JPEG"))
    door = int((await picture.start()).rpartition(":")[2])
    internet = Internet(monkeypatch, door, PUBLIC[0])
    assert await fetch("http://anh.example/a/so-thu.jpg?x=1", PLATFORM) == File("so-thu.jpg", b"JPEG")
    assert internet.connected == [PUBLIC[0]]
    assert [one.headers["host"] for one in asked] == ["anh.example"]
    await picture.stop()


async def test_where_the_first_address_is_dead_the_next_one_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = HttpServer(lambda request: Answer(200, b"JPEG"))
    door = int((await picture.start()).rpartition(":")[2])
    internet = Internet(monkeypatch, door, *PUBLIC, dead=PUBLIC[0])
    assert await fetch("http://anh.example/so-thu.jpg", PLATFORM) == File("so-thu.jpg", b"JPEG")
    assert internet.connected == list(PUBLIC)
    await picture.stop()


async def test_one_address_of_our_own_network_is_enough_to_go_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    internet = Internet(monkeypatch, 0, PUBLIC[0], INSIDE)
    assert await fetch("https://anh.example/so-thu.jpg", PLATFORM) == Gone()
    assert internet.connected == []


async def test_the_certificate_is_that_of_the_name_not_of_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    greetings = []

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        greetings.append(await reader.read(4096))
        writer.close()

    async with await asyncio.start_server(greet, INSIDE, 0) as server:
        Internet(monkeypatch, server.sockets[0].getsockname()[1], PUBLIC[0])
        assert isinstance(await fetch("https://anh.example/so-thu.jpg", PLATFORM), Retry)
    assert [b"anh.example" in greeting for greeting in greetings] == [True], "the name is asked for (SNI)"
