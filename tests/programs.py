"""The whole program with settings of a test, served for a while."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import build
from bot.settings import Settings
from knowledge.base import Base
from tests.telegram_server import TOKEN, TelegramServer


def settings(folder: Path, **values: Any) -> Settings:
    """Returns settings on a database of this test, whatever is in the environment."""
    return Settings(_env_file=None, database_url=str(folder / "test.sqlite3"), **values)


def on_telegram(folder: Path, server: TelegramServer, **values: Any) -> Settings:
    """Returns settings for the test platform."""
    return settings(folder, telegram_token=SecretStr(TOKEN), telegram_base_url=server.url, **values)


def on_webhook(folder: Path, server: TelegramServer, port: int) -> Settings:
    """Returns settings for the test platform, with updates delivered to this port."""
    url = f"http://127.0.0.1:{port}/telegram"
    return on_telegram(folder, server, telegram_webhook_url=url, webhook_secret=SecretStr("s3cret"), web_port=port)


@asynccontextmanager
async def serving(chosen: Settings, base: Base) -> AsyncIterator[None]:
    """Serves with these settings until the block is left."""
    stop = asyncio.Event()
    async with build(chosen, base=base) as app:
        work = asyncio.create_task(app.serve(stop))
        yield
        stop.set()
        await work


async def delivered(server: TelegramServer, count: int) -> list[str]:
    """Returns the texts that people see, once there are so many."""
    async with asyncio.timeout(60):  # a process of its own begins slowly on a busy machine
        while len(server.delivered) < count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return [message.text for message in server.delivered]


def free_port() -> int:
    """Returns a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
