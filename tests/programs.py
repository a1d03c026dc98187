"""The whole program with settings of a test, served for a while."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import build
from bot.settings import Settings
from knowledge.base import Base
from tests.telegram_server import TOKEN, TelegramServer
from tests.waiting import until


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
    await until(lambda: len(server.delivered) >= count)
    return [message.text for message in server.delivered]
