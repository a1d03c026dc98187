"""What all tests share."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from knowledge.base import Base, build
from knowledge.library import open_library
from tests.telegram_server import TelegramServer
from tests.telegram_trial import connected, platform
from tests.waiting import HASTE, PATIENCE


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites what the bot says in the stories, never what people say."""
    parser.addoption("--update", action="store_true", help="rewrite the Bot and Sổ lines of the stories")


@pytest.fixture(scope="session")
def base() -> Base:
    """The shipped knowledge, made ready once."""
    return build(open_library())


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """A Telegram-like platform that listens."""
    async with platform() as server:
        yield server


@pytest.fixture
async def telegram(server: TelegramServer) -> AsyncIterator[Telegram]:
    """A channel that is connected to it."""
    async with connected(server, read=PATIENCE) as telegram:
        yield telegram


@pytest.fixture
async def hasty(server: TelegramServer) -> AsyncIterator[Telegram]:
    """One that does not wait long for an answer, for those that never come."""
    async with connected(server, read=HASTE) as telegram:
        yield telegram
