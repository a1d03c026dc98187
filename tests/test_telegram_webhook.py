"""Updates by webhook: stored first, then acknowledged."""

import json
from contextlib import AbstractAsyncContextManager

import aiohttp
import pytest

from bot.channels.request_body import LARGEST
from bot.channels.telegram.webhook import HEADER, endpoint
from bot.channels.webhook import Webhook
from bot.errors import SettingError
from tests import webhook_trial
from tests.telegram_trial import BOT, channel, connected, platform
from tests.waiting import until
from tests.webhook_trial import SECRET, Keeper


def serving(keeper: Keeper) -> AbstractAsyncContextManager[Webhook]:
    """Serves the webhook of the one bot."""
    return webhook_trial.serving("/telegram", lambda webhook: [endpoint(webhook, BOT, keeper.receive)])


async def test_updates_reach_the_inbox_through_the_webhook() -> None:
    keeper = Keeper()
    async with platform() as server, serving(keeper) as webhook, connected(server, webhook=webhook):
        number = server.say(5, "hạn nộp?")
        await keeper.has(1)
        (update,) = keeper.kept
        assert (update.channel, update.bot, update.key) == ("telegram", BOT, str(number))
        assert json.loads(update.raw)["message"]["text"] == "hạn nộp?"


async def test_an_update_that_was_not_stored_comes_again() -> None:
    keeper = Keeper(refusals=2)
    async with platform() as server, serving(keeper) as webhook, connected(server, webhook=webhook):
        server.say(5, "một")
        server.say(5, "hai")
        await keeper.has(2)
        await until(lambda: len(server.webhook_answers) == 4)
        assert server.webhook_answers == [503, 503, 200, 200]
        assert [json.loads(update.raw)["message"]["text"] for update in keeper.kept] == ["một", "hai"]


async def test_the_webhook_stays_when_we_go() -> None:
    keeper = Keeper()
    async with platform() as server, serving(keeper) as webhook:
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
    async with serving(keeper) as webhook, aiohttp.ClientSession() as session:
        async with session.post(webhook.url, data=body, headers={HEADER: secret} if secret else {}) as answer:
            assert answer.status == status
        assert len(keeper.kept) == (status == 200)


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(Webhook("https://bot.example/telegram", SECRET))
