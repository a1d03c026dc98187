"""``chat --json``: people as JSON lines on standard input, what they get on standard output (DESIGN 9)."""

import asyncio
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.app import App
from bot.appointing import appoint
from bot.channels.console import NAME, Console, address, event
from bot.commands.printed import print_json
from bot.errors import BadLineError, PressError, UnknownUnitError
from bot.file_folder import FileFolder
from bot.messages import File, Kind
from bot.model.role import RoleKind
from bot.model.spans import spelled_out
from bot.movable import MovableClock
from bot.ports.letter import Letter
from bot.ports.update import Update
from bot.screens import Screens
from bot.stdin import typed_lines
from bot.store import trial_clock
from bot.store.looking import last_text, screens_of, was_received

_THINGS = {kind.value: kind for kind in (Kind.VOICE, Kind.STICKER, Kind.PHOTO, Kind.FILE, Kind.LOCATION)}


class JsonChat:
    """One run: its people's screens, and the ids of the lines that moved the clock."""

    def __init__(self, clock: MovableClock, folder: FileFolder) -> None:
        self.console = Console(self._show)
        self._folder = folder
        self._clock = clock
        self._screens = Screens()
        self._moved: set[str] = set()

    async def talk(self, app: App) -> None:
        """Answers line after line until the input ends."""
        for person, choices, message in await screens_of(app.engine, NAME):
            self._screens.show(person, choices, message)
        left = await app.store.change(trial_clock.stands)
        if left is not None:
            self._clock.resume(left)
        await app.settle()
        print_json({"ready": True})
        async for line in typed_lines():
            await self._line(app, line)

    async def _line(self, app: App, line: str) -> None:
        name: object = None
        try:
            given = _object(line)
            name = given.get("id")
            if "at" in given:
                await self._move(app, given)
            elif "make" in given:
                await self._make(app, given)
            else:
                await self._do(app, given)
        except (BadLineError, PressError) as error:
            print_json({"error": str(error), "id": name})
        else:
            print_json({"idle": True, "id": name})

    async def _do(self, app: App, given: Mapping[str, Any]) -> None:
        key = _key(given)
        if not (key and await was_received(app.engine, NAME, key)):
            await app.receive([await self._update(app, given, key)])
        await app.settle()

    async def _update(self, app: App, given: Mapping[str, Any], key: str) -> Update:
        person = _text(given, "from")
        if not person:
            raise BadLineError(why="from is empty")
        if "press" in given:
            label = _text(given, "press")
            token = self._screens.token(person, label, old=given.get("old") is True)
            return event(person, Kind.PRESS, label, token=token, key=key)
        if "edit" in given:
            edited = await last_text(app.engine, NAME, person)
            return event(person, Kind.EDIT, _text(given, "edit"), key=key, message=edited)
        if "kind" in given:
            thing = _THINGS.get(_text(given, "kind"))
            if thing is None:
                raise BadLineError(why=f"kind has to be one of {', '.join(_THINGS)}")
            path = _text(given, "path") if "path" in given else ""
            caption = _text(given, "text") if "text" in given else ""
            return event(person, thing, caption, key=key, file=path)
        return event(person, Kind.TEXT, _text(given, "text"), key=key)

    async def _make(self, app: App, given: Mapping[str, Any]) -> None:
        """Gives somebody a role, for trials: it implies consent and says nothing."""
        person, role, key = _text(given, "make"), _text(given, "role"), _key(given)
        if not person:
            raise BadLineError(why="make is empty")
        if role not in {kind.value for kind in RoleKind}:
            raise BadLineError(why=f"role has to be one of {', '.join(RoleKind)}")
        kind = RoleKind(role)
        unit = "" if kind is RoleKind.ADMIN else _text(given, "unit")
        at = self._clock.now()
        try:
            await app.store.change(lambda house: appoint(house, address(person), person, kind, unit, at, key))
        except UnknownUnitError as error:
            raise BadLineError(why=str(error).rstrip(".")) from error
        await app.settle()

    async def _move(self, app: App, given: Mapping[str, Any]) -> None:
        """Moves the clock. What is due on the way happens in the order of its times."""
        key = _key(given)
        if key in self._moved:
            return
        try:
            at = datetime.fromisoformat(_text(given, "at"))
            self._clock.check(at)
        except ValueError as error:
            raise BadLineError(why=f"at: {error}") from error
        await app.store.change(lambda connection: trial_clock.go_back(connection, at))
        await app.pass_time(self._clock, at)
        await app.store.change(lambda connection: trial_clock.stand(connection, at))
        if key:
            self._moved.add(key)

    async def _show(self, letter: Letter) -> None:
        person = letter.address.chat
        self._screens.show(person, letter.choices, letter.edits or str(letter.row))
        labels = [choice.label for choice in letter.choices]
        print_json(
            {
                "to": person,
                "text": spelled_out(letter.text, letter.spans),
                "choices": labels,
                "file": await self._laid(letter, letter.file) if letter.file else None,
                "edit": bool(letter.edits),
            }
        )

    async def _laid(self, letter: Letter, file: File) -> Mapping[str, str]:
        path = await asyncio.to_thread(self._folder.lay, letter, file)
        return {"name": file.name, "path": str(path)}


def _object(line: str) -> Mapping[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(why=f"this is not JSON: {error}") from error
    if not isinstance(given, dict):
        raise BadLineError(why="a line has to be a JSON object")
    return given


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise BadLineError(why=f"{name} has to be a text")
    return value


def _key(given: Mapping[str, Any]) -> str:
    """Returns the key, in ASCII, under which a line with an id is known; its repeat is absorbed. "" without one."""
    name = given.get("id")
    return "" if name is None else f"id:{json.dumps(name, sort_keys=True)}"
