"""What people send is fetched from the platform; whatever goes wrong has its own outcome, and no token in it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from bot.clock import RealClock
from bot.messages import File
from bot.ports.delivery import Retry
from bot.ports.fetched import LARGEST_FETCHED, Gone, TooLarge
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_trial import connected


@pytest.fixture
async def telegram(server: TelegramServer) -> AsyncIterator[Telegram]:
    async with connected(server) as telegram:
        yield telegram


async def test_a_file_comes_byte_by_byte_with_the_platform_s_name(server: TelegramServer, telegram: Telegram) -> None:
    server.files["F1"] = bytes(range(256)) * 5000
    server.paths["F1"] = "photos/file 1.jpg"
    assert await telegram.fetch("F1") == File("file 1.jpg", server.files["F1"])


async def test_the_largest_that_the_platform_gives_out_comes(server: TelegramServer, telegram: Telegram) -> None:
    server.files["F1"] = bytes(LARGEST_FETCHED)
    fetched = await telegram.fetch("F1")
    assert isinstance(fetched, File)
    assert len(fetched.content) == LARGEST_FETCHED


async def test_one_that_is_larger_is_too_large(server: TelegramServer, telegram: Telegram) -> None:
    server.files["F1"] = bytes(LARGEST_FETCHED + 1)
    assert await telegram.fetch("F1") == TooLarge()


async def test_nothing_more_is_read_of_one_that_is_larger_than_was_said(
    server: TelegramServer, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.files["F1"] = bytes(200_000)
    monkeypatch.setattr("bot.channels.telegram.fetching.LARGEST_FETCHED", 100_000)
    assert await telegram.fetch("F1") == TooLarge()


async def test_what_the_platform_does_not_know_is_gone(telegram: Telegram) -> None:
    assert await telegram.fetch("F1") == Gone()


async def test_so_is_what_went_between_its_name_and_its_bytes(server: TelegramServer, telegram: Telegram) -> None:
    server.files["F1"] = b"x"
    server.paths["F1"] = "photos/another.jpg"
    server.paths["F2"] = "photos/another.jpg"
    assert await telegram.fetch("F1") == Gone()


@pytest.mark.parametrize("where", ["gateway", "file_gateway"])
async def test_a_gateway_in_the_way_is_no_answer(server: TelegramServer, telegram: Telegram, where: str) -> None:
    server.files["F1"] = b"x"
    setattr(server, where, 1)
    assert isinstance(await telegram.fetch("F1"), Retry)
    assert await telegram.fetch("F1") == File("F1", b"x")


async def test_a_revoked_token_is_tried_again_and_not_told(server: TelegramServer, telegram: Telegram) -> None:
    server.token = "7000000001:another"
    fetched = await telegram.fetch("F1")
    assert isinstance(fetched, Retry)
    assert TOKEN not in repr(fetched)


async def test_without_a_network_it_is_tried_again_and_no_token_is_told() -> None:
    telegram = Telegram(TOKEN, RealClock(), base_url="http://127.0.0.1:9")
    fetched = await telegram.fetch("F1")
    assert isinstance(fetched, Retry)
    assert TOKEN not in repr(fetched)
