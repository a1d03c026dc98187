"""``chat``: the terminal chat, and the same for programs; with a made-up province where that is wanted."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from bot import logs
from bot.app import App, build
from bot.appointing import appoint
from bot.channels.console import address
from bot.commands.chat_json import JsonChat
from bot.demo.load import load
from bot.demo.people import OF_ROLE
from bot.demo.visiting import NAMES
from bot.file_folder import FileFolder
from bot.model.role import RoleKind
from bot.movable import MovableClock
from bot.settings import Settings, read_settings
from bot.terminal import talk, terminal


class As(StrEnum):
    """Who may sit at the terminal."""

    MEMBER = "member"
    LEADER = "leader"
    OFFICER = "officer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is there when the chat begins: the demo, and who talks. Their chat has the name of their role."""

    demo: bool = False
    who: As = As.MEMBER
    unit: str = ""


@contextmanager
def database(db: str, *, demo: bool) -> Iterator[Settings]:
    """Yields the settings; the demo has a database of its own that is gone afterwards, unless one is named."""
    if db or not demo:
        yield read_settings(db)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield read_settings(str(Path(folder) / "demo.sqlite3"))


async def chat(settings: Settings, scene: Scene) -> None:
    """Lets a person talk in this terminal. Raises UnknownUnitError."""
    logs.configure(level=logs.QUIET)
    async with build(settings, [terminal(FileFolder(settings.database_url))]) as app:
        await _set(app, scene)
        await talk(app, scene.who)


async def chat_json(settings: Settings, scene: Scene) -> None:
    """Lets programs talk in JSON lines. Raises UnknownUnitError."""
    logs.configure()
    clock = MovableClock()
    conversation = JsonChat(clock, FileFolder(settings.database_url))
    async with build(settings, [conversation.console], clock=clock) as app:
        await _set(app, scene)
        await conversation.talk(app)


async def _set(app: App, scene: Scene) -> None:
    if scene.demo:
        await app.store.change(lambda house: load(house, with_people=True))
    if scene.who is not As.MEMBER:
        kind, now = RoleKind(scene.who), datetime.now(UTC)
        at, name, unit = address(scene.who), NAMES[kind], scene.unit or OF_ROLE[kind]
        await app.store.change(lambda house: appoint(house, at, name, kind, unit, now))
