"""Updates by webhook: stored first, then acknowledged."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.channels.request_body import LARGEST
from bot.channels.telegram import Webhook
from bot.channels.telegram.webhook import HEADER, endpoint
from bot.errors import SettingError
from bot.ports import Update
from tests.telegram_trial import BOT, channel, connected, platform
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
async def serving(receive: Callable[[Update], Awaitable[None]]) -> AsyncIterator[Webhook]:
    """Yields the webhook of a real web server."""
    listener = socket.create_server(("127.0.0.1", 0))
    webhook = Webhook(f"http://127.0.0.1:{listener.getsockname()[1]}/telegram", SECRET)
    app = Starlette(routes=[endpoint(webhook, BOT, receive)])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield webhook
    finally:
        server.should_exit = True
        await task


async def test_updates_reach_the_inbox_through_the_webhook() -> None:
    keeper = Keeper()
    async with platform() as server, serving(keeper.receive) as webhook, connected(server, webhook=webhook):
        number = server.say(5, "hạn nộp?")
        await keeper.has(1)
        (update,) = keeper.kept
        assert (update.channel, update.bot, update.key) == ("telegram", BOT, str(number))
        assert json.loads(update.raw)["message"]["text"] == "hạn nộp?"


async def test_an_update_that_was_not_stored_comes_again() -> None:
    keeper = Keeper(refusals=2)
    async with platform() as server, serving(keeper.receive) as webhook, connected(server, webhook=webhook):
        server.say(5, "một")
        server.say(5, "hai")
        await keeper.has(2)
        await until(lambda: len(server.webhook_answers) == 4)
        assert server.webhook_answers == [503, 503, 200, 200]
        assert [json.loads(update.raw)["message"]["text"] for update in keeper.kept] == ["một", "hai"]


async def test_the_webhook_stays_when_we_go() -> None:
    keeper = Keeper()
    async with platform() as server, serving(keeper.receive) as webhook:
        async with connected(server, webhook=webhook):
            assert server.webhook["secret_token"] == SECRET
        assert server.webhook


async def test_an_address_that_telegram_refuses_stops_the_start() -> None:
    async with platform() as server:
        telegram = channel(server, webhook=Webhook("nowhere", SECRET))
        with pytest.raises(SettingError, match="DONGDOI_TELEGRAM_WEBHOOK_URL"):
            await telegram.open()
        await telegram.close()


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        (SECRET, b'{"update_id": 7}', 200),
        ("guessed", b'{"update_id": 7}', 403),
        (None, b'{"update_id": 7}', 403),
        ("bí mật".encode().decode("latin-1"), b'{"update_id": 7}', 403),
        (SECRET, b"hello", 400),
        (SECRET, b"\xff", 400),
        (SECRET, b"[]", 400),
        (SECRET, b"[" * 100_000, 400),
        (SECRET, b" " * (LARGEST + 1), 413),
    ],
)
async def test_only_telegram_gets_in(secret: str | None, body: bytes, status: int) -> None:
    keeper = Keeper()
    async with serving(keeper.receive) as webhook, aiohttp.ClientSession() as session:
        async with session.post(webhook.url, data=body, headers={HEADER: secret} if secret else {}) as answer:
            assert answer.status == status
        assert len(keeper.kept) == (status == 200)


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(Webhook("https://bot.example/telegram", SECRET))
