"""``run``: serves every channel that has settings; with none, the terminal chat on the local database."""

import asyncio
import signal

from bot import logs
from bot.app import build
from bot.commands.chat import Scene, chat
from bot.settings import Settings


async def run(settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT, then finishes what is under way. What waits is in the database."""
    if not settings.telegram_token.get_secret_value() and not settings.zalo_bots:
        await chat(settings, Scene())
        return
    logs.configure(secrets=settings.secrets)
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with build(settings) as app:
        await app.serve(stop)
