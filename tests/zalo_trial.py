"""Zalo on the local platform, for tests: a channel that is open, and its letters."""

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from random import Random
from typing import Any, cast

from bot.channels.zalo import Zalo
from bot.messages import Address, Choice, File, Span
from bot.ports.letter import Letter
from bot.ports.update import Update
from tests.telegram_trial import HastyClock
from tests.zalo_server import ZaloServer

BOT = "4100000001"
OFFICE = "Văn phòng Hội, 0900 000 000"
CHAT = "a1b2c3d4e5f607182930"


@asynccontextmanager
async def platform(*tokens: str, **options: Any) -> AsyncIterator[ZaloServer]:
    """Yields a platform that listens."""
    server = ZaloServer(*tokens, **options)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


def channel(server: ZaloServer, **options: Any) -> Zalo:
    """Returns a channel to the platform that is not open yet."""
    settings: dict[str, Any] = {"base_url": server.url, "patience": 1, "dice": Random(1), "office": OFFICE, **options}
    token = settings.pop("token", next(iter(server.bots)))
    return Zalo(token, settings.pop("clock", HastyClock()), **settings)


@asynccontextmanager
async def connected(server: ZaloServer, **options: Any) -> AsyncIterator[Zalo]:
    """Yields an open channel to the platform."""
    zalo = channel(server, **options)
    await zalo.open()
    try:
        yield zalo
    finally:
        await zalo.close()


def letter(
    text: str,
    chat: str = CHAT,
    row: int = 1,
    choices: tuple[Choice, ...] = (),
    file: File | None = None,
    spans: tuple[Span, ...] = (),
    numbered: bool = True,
) -> Letter:
    """Returns a letter of conversation."""
    address = Address("zalo", BOT, chat)
    return Letter(row, address, text, choices, False, 0, file=file, spans=spans, numbered=numbered)


async def first(zalo: Zalo, batches: int = 1) -> list[Update]:
    """Returns the updates of the first lists that polling yields; it ends with the last."""
    got: list[Update] = []
    async with aclosing(cast(Any, zalo.poll())) as polled:
        for _ in range(batches):
            updates: Sequence[Update] = await anext(polled)
            got += updates
    return got
