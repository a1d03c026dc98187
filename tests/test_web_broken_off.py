"""A browser that leaves while it sends: what came whole is kept, the rest is nobody's fault."""

import asyncio
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from structlog.testing import capture_logs

from bot.channels.webhook import door
from bot.ports.update import Update
from bot.store.page import PageHistory
from bot.web import serve_web
from knowledge.base import Base
from tests.ports import free_port
from tests.waiting import until
from tests.web_house import page

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


async def leave_after(url: str, sent: bytes, *, whole: int, cookie: str = "") -> None:
    """Sends so much of a message of so many bytes, and closes the connection without waiting for an answer."""
    where = urlsplit(url)
    _, writer = await asyncio.open_connection(where.hostname, where.port)
    head = {
        "Host": where.netloc,
        "Origin": f"{where.scheme}://{where.netloc}",
        "Cookie": f"dongdoi={cookie}",
        "Content-Type": "application/json",
        "Content-Length": str(whole),
    }
    path = f"{where.path}?{where.query}"
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    writer.write("\r\n".join(lines).encode() + sent)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def test_who_leaves_in_the_middle_of_a_message_is_nobodys_fault(
    tmp_path: Path, base: Base, caplog: pytest.LogCaptureFixture
) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        with capture_logs() as logs:
            for path in ("/say", "/photo?key=k"):
                await leave_after(house.url + path, b'{"key":"k","tex', whole=100, cookie=ba.http.cookies["dongdoi"])
            assert await ba.chat() == []
            assert "Chào đồng chí" in await ba.say("chào đồng chí"), "the page is served as ever"
    assert (logs, caplog.messages) == ([], [])


async def test_what_came_whole_is_kept_though_the_browser_left_at_once(tmp_path: Path, base: Base) -> None:
    async with page(tmp_path, base) as house:
        ba = house.visitor()
        await ba.open()
        history, cookie = PageHistory(house.app.store), ba.http.cookies["dongdoi"]
        with capture_logs() as logs:
            said = json.dumps({"key": "k", "text": "chào đồng chí"}).encode()
            for path, sent in (("/say", said), ("/photo?key=p", PNG)):
                await leave_after(house.url + path, sent, whole=len(sent), cookie=cookie)

            async def answered() -> bool:
                chat = await history.last(cookie.partition(".")[0], 60)
                return {one.key for one in chat if one.mine} == {"in:k", "in:p"} and len(chat) == 4

            await until(answered)
    assert logs == []


async def test_a_platform_that_leaves_in_the_middle_of_an_update_is_nobodys_fault(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def receive(update: Update) -> None:
        raise AssertionError("half an update is none")

    stop, listening, url = asyncio.Event(), asyncio.Event(), f"http://127.0.0.1:{free_port()}/zalo"
    route = door(url, "secret", "", lambda body: Update("zalo", "b1", body, body), receive)
    port = urlsplit(url).port
    assert port is not None
    serving = asyncio.create_task(serve_web([route], "127.0.0.1", port, stop, listening.set))
    await listening.wait()
    with capture_logs() as logs:
        await leave_after(url, b'{"ok', whole=100)
        stop.set()
        await serving
    assert (logs, caplog.messages) == ([], [])
