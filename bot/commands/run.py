"""``run``: serves every channel that has settings; with none, the web page of a made-up province on this machine."""

import asyncio
import signal
from datetime import UTC, datetime
from functools import partial

from bot import logs
from bot.app import build
from bot.channels.web.reading import address
from bot.commands.opened import opened
from bot.commands.printed import print_text
from bot.demo.load import is_demo, load_today
from bot.errors import DemoDatabaseError
from bot.settings import Settings
from bot.store.opening import shown

DEMO = "dongdoi-demo.sqlite3"
"""The demo has a file of its own, unless the command line names one: a database of the settings is somebody's own."""


async def run(settings: Settings, *, named: bool = False) -> None:
    """Serves until SIGTERM or SIGINT, then finishes what is under way. What waits is in the database.

    ``named``: the command line names the database. Raises DemoDatabaseError.
    """
    logs.configure(secrets=settings.secrets)
    bots, demo = bool(settings.telegram_token.get_secret_value() or settings.zalo_bots), False
    if bots or settings.web_url:
        await _refuse_demo(settings)
    elif named:
        demo = await _fill(settings)
    elif "database_url" not in settings.model_fields_set:
        settings = settings.model_copy(update={"database_url": DEMO})
        demo = await _fill(settings)
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with build(settings, demo=demo) as app:
        await app.serve(stop, partial(_tell, settings, demo=demo) if settings.web_url or not bots else lambda: None)


async def _refuse_demo(settings: Settings) -> None:
    """Who was made an admin by the corner switch of the demo must be nobody where the association talks."""
    async with opened(settings) as store:
        if await store.look(is_demo):
            raise DemoDatabaseError(where=shown(settings.database_url))


async def _fill(settings: Settings) -> bool:
    """Fills an empty database; returns False where the units in it are somebody's own."""
    today = datetime.now(UTC).astimezone(settings.zone).date()
    async with opened(settings) as store:
        return await store.change(lambda house: load_today(house, address, today))


def _tell(settings: Settings, *, demo: bool) -> None:
    host = f"[{settings.web_host}]" if ":" in settings.web_host else settings.web_host
    where = settings.web_url or f"http://{host}:{settings.web_port}"
    what = "trang thử với một tỉnh dựng sẵn" if demo else "trang trò chuyện"
    print_text(f"Đồng Đội: {where} ({what}; Ctrl+C để dừng)")
