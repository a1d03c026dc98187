"""``check``: what is configured, reachable, broken: one line each. It changes nothing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, inspect, text

from bot.channels.telegram import probing as telegram
from bot.channels.zalo import probing as zalo
from bot.commands.printed import print_text
from bot.errors import DongDoiError, NewerDatabaseError, SettingError
from bot.settings import Settings, read_settings
from bot.store.connect import READS, connect, url_of
from bot.store.opening import shown, told_in_one_line
from knowledge.library import open_library
from migrations import revisions


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it is, and a word about it."""

    state: Literal["ok", "off", "broken"]
    what: str
    words: str


async def check(db: str) -> bool:
    """Prints the findings and returns whether nothing is broken. ``db`` stands for the setting when it is given."""
    whole = True
    async for found in _findings(db):
        print_text(f"{found.state:7} {found.what:10} {found.words}")
        whole = whole and found.state != "broken"
    return whole


async def _findings(db: str) -> AsyncIterator[Finding]:
    yield _knowledge()
    try:
        settings = read_settings(db)
    except SettingError as error:
        yield Finding("broken", "settings", str(error))
        return
    yield Finding("ok", "settings", "read")
    yield await _database(settings.database_url)
    yield await _telegram(settings)
    async for found in _zalo(settings):
        yield found
    yield _webhook(settings)
    yield _page(settings)
    yield Finding("ok", "office", settings.office_contact)


def _knowledge() -> Finding:
    try:
        library = open_library()
    except DongDoiError as error:
        return Finding("broken", "knowledge", str(error))
    return Finding("ok", "knowledge", f"{len(library.plans)} plans, {len(library.facts)} facts")


async def _database(where: str) -> Finding:
    try:
        with told_in_one_line(where):
            return _file(url_of(where)) or Finding("ok", "database", f"{shown(where)}: {await _revision(where)}")
    except DongDoiError as error:
        return Finding("broken", "database", str(error))


async def _revision(where: str) -> str:
    engine, known = connect(where, looks=True), revisions()
    try:
        async with engine.execution_options(**{READS: True}).connect() as connection:
            if not await connection.run_sync(lambda opened: inspect(opened).has_table("alembic_version")):
                return "no tables yet, the first start makes them"
            revision = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    finally:
        await engine.dispose()
    if revision not in known:
        raise NewerDatabaseError(why=f"it is at {revision}")
    return "up to date" if revision == known[-1] else "migrate is due"


def _file(url: URL) -> Finding | None:
    """A file that is not there is not opened: that would make it."""
    path = Path(url.database or "")
    if url.get_backend_name() != "sqlite" or path.exists():
        return None
    if not path.parent.is_dir():
        return Finding("broken", "database", f"{path}: its folder is not there")
    return Finding("ok", "database", f"{path}: not there yet, the first start makes it")


async def _telegram(settings: Settings) -> Finding:
    token = settings.telegram_token.get_secret_value()
    if not token:
        return Finding("off", "telegram", "DONGDOI_TELEGRAM_TOKEN is not set")
    try:
        return Finding(
            "ok", "telegram", await telegram.probe(token, settings.telegram_base_url, settings.telegram_proxy)
        )
    except DongDoiError as error:
        return Finding("broken", "telegram", str(error))


async def _zalo(settings: Settings) -> AsyncIterator[Finding]:
    if not settings.zalo_bots:
        yield Finding("off", "zalo", "DONGDOI_ZALO_TOKENS is not set")
    for token in settings.zalo_bots:
        bot = token.partition(":")[0]
        try:
            yield Finding("ok", "zalo", f"{bot}: {await zalo.probe(token, settings.zalo_base_url)}")
        except DongDoiError as error:
            yield Finding("broken", "zalo", f"{bot}: {error}")


def _webhook(settings: Settings) -> Finding:
    urls = [url for url in (settings.telegram_webhook_url, settings.zalo_webhook_url) if url]
    if not urls:
        return Finding("off", "webhook", "no webhook address is set: long polling")
    at = f"{settings.web_host}:{settings.web_port}"
    return Finding("ok", "webhook", f"{', '.join(urls)}, received on {at}")


def _page(settings: Settings) -> Finding:
    if not settings.web_url:
        return Finding(
            "off", "page", "DONGDOI_WEB_URL is not set: served only where no other channel is, on this machine"
        )
    return Finding("ok", "page", f"{settings.web_url}, served on {settings.web_host}:{settings.web_port}")
