"""Telegram on the test platform, for tests: a clock that does not wait, and a channel that is open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any

from bot.channels.telegram import Telegram
from bot.messages import Address, Choice, File, Span
from bot.ports.delivery import Sent
from bot.ports.letter import Letter
from bot.ports.update import Update
from tests.telegram_server import TelegramServer

BOT = "7000000001"


class HastyClock:
    """Tells the time, and only writes down how long it was told to wait."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        await asyncio.sleep(0.001)


@asynccontextmanager
async def platform(**options: Any) -> AsyncIterator[TelegramServer]:
    """Yields a platform that listens."""
    server = TelegramServer(**options)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


@asynccontextmanager
async def connected(server: TelegramServer, **options: Any) -> AsyncIterator[Telegram]:
    """Yields an open channel to the platform."""
    telegram = channel(server, **options)
    await telegram.open()
    try:
        yield telegram
    finally:
        await telegram.close()


def channel(server: TelegramServer, **options: Any) -> Telegram:
    """Returns a channel to the platform that is not open yet."""
    settings: dict[str, Any] = {"base_url": server.url, "patience": 1, "dice": Random(1), **options}
    return Telegram(settings.pop("token", server.token), settings.pop("clock", HastyClock()), **settings)


def letter(
    text: str,
    chat: int | str = 5,
    row: int = 1,
    choices: tuple[Choice, ...] = (),
    file: File | None = None,
    spans: tuple[Span, ...] = (),
    edits: str = "",
) -> Letter:
    """Returns a letter of conversation."""
    where = Address("telegram", BOT, str(chat))
    return Letter(row, where, text, choices, bulk=False, tries=0, file=file, spans=spans, edits=edits)


def arrived(outcome: object) -> bool:
    """Returns whether the platform took the letter."""
    return isinstance(outcome, Sent)


async def first(telegram: Telegram, batches: int = 1) -> list[Update]:
    """Returns the updates of the first lists that polling yields; the last list is not confirmed."""
    got: list[Update] = []
    polling = telegram.poll()
    for _ in range(batches):
        got += await anext(polling)
    return got
