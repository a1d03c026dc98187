"""Plays a story against the real program: between any two lines everything is stored and the program is built anew."""

import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.app import App, build
from bot.channels.console import NAME, Console, event
from bot.errors import PressError, StoryError
from bot.job_ports import Worker
from bot.messages import Kind
from bot.model.code import ALPHABET
from bot.model.job import JobKind
from bot.movable import MovableClock
from bot.ports import Letter, Update
from bot.router import Handler
from bot.screens import Screens
from bot.settings import Settings
from bot.store.looking import last_text
from bot.stories.ledger import Ledger
from bot.stories.lines import GROUP, ZONE, Given, Line, Moment, Pressed, Said, read_story
from bot.stories.ordered import ordered
from bot.stories.scene import set_scene
from bot.stories.written import bot_line, ledger_line
from handlers import HANDLERS
from knowledge.base import Base

START = datetime(2026, 5, 20, 8, tzinfo=ZONE)
"""When a story begins that does not say it."""

_SAMPLES = {Kind.PHOTO: "anh.jpg", Kind.FILE: "tep.pdf"}


async def play(
    story: str,
    base: Base,
    file: str = "story",
    handlers: Sequence[Handler] = HANDLERS,
    workers: Mapping[JobKind, Worker] | None = None,
) -> str:
    """Returns the story with all that the bot said and wrote down this time. Raises StoryError."""
    lines = read_story(story, file)
    acts = (line for line in lines if isinstance(line, Said | Pressed | Moment))
    first = next(acts, None)
    start = first.at if isinstance(first, Moment) else START
    with tempfile.TemporaryDirectory() as folder:
        player = _Player(Path(folder) / "story.sqlite3", start, base, file, handlers, workers)
        told = [block for line in lines for block in await player.live(line)]
    return "".join(f"{block}\n" for block in told)


class _Player:
    """The people of one story, their phones, and the file that is all that the program has between two lines."""

    def __init__(
        self,
        database: Path,
        start: datetime,
        base: Base,
        file: str,
        handlers: Sequence[Handler],
        workers: Mapping[JobKind, Worker] | None,
    ) -> None:
        self._settings = Settings(database_url=str(database), _env_file=None)  # type: ignore[call-arg]
        self._base = base
        self._file = file
        self._handlers = handlers
        self._workers = workers
        self._clock = MovableClock(start)
        self._screens = Screens()
        self._ledger = Ledger()
        self._delivered: list[Letter] = []
        self._made = 0
        self._quota: int | None = None

    async def live(self, line: Line) -> list[str]:
        """Returns the line, and what came of it."""
        if isinstance(line, Said | Pressed):
            came = await self._program(line.chat, line)
        elif isinstance(line, Moment):
            self._check(line)
            came = await self._program("", at=line.at)
        elif isinstance(line, Given):
            await self._set_scene(line)
            came = []
        else:
            came = []
        return [line.line, *came]

    async def _set_scene(self, line: Given) -> None:
        """The scene is there before the story: nobody is told, and the ledger does not count it as news."""
        if (found := ordered(line, self._settings, self._quota, self._file)) is not None:
            self._settings, self._quota = found
            return
        async with self._built() as app:
            await app.store.change(lambda connection: set_scene(connection, line, self._clock.now(), self._file))
            await self._ledger.news(app)

    def _check(self, line: Moment) -> None:
        try:
            self._clock.check(line.at)
        except ValueError as error:
            raise StoryError(file=self._file, line=line.number, why=str(error)) from error

    async def _update(self, app: App, line: Said | Pressed) -> Update:
        if isinstance(line, Said):
            edited = await last_text(app.engine, NAME, line.name) if line.kind is Kind.EDIT else ""
            file, group = self._sample(line.kind), GROUP if line.group else ""
            return event(line.name, line.kind, line.text, message=edited, file=file, group=group)
        try:
            token = self._screens.token(line.name, line.label, old=line.old)
        except PressError as error:
            raise StoryError(file=self._file, line=line.number, why=str(error)) from error
        return event(line.name, Kind.PRESS, line.label, token=token)

    def _sample(self, kind: Kind) -> str:
        """Returns the path of what is sent in a story where it says (ảnh) or (tệp), "" for what is no file."""
        name = _SAMPLES.get(kind, "")
        if not name:
            return ""
        path = Path(self._settings.database_url).with_name(name)
        path.write_bytes(name.encode())
        return str(path)

    async def _program(
        self, listener: str, line: Said | Pressed | None = None, at: datetime | None = None
    ) -> list[str]:
        """Builds the program on the file, lets it do all that is due (until a time), and takes it down again."""
        async with self._built() as app:
            if line is not None:
                await app.receive([await self._update(app, line)])
            await app.pass_time(self._clock, at or self._clock.now())
            records = await self._ledger.news(app)
        said, self._delivered = self._delivered, []
        return [*(bot_line(letter, listener) for letter in said), *map(ledger_line, records)]

    def _built(self) -> App:
        channels = [Console(self._show, self._quota)]
        return build(
            self._settings,
            channels,
            clock=self._clock,
            base=self._base,
            handlers=self._handlers,
            codes=self._code,
            workers=self._workers,
        )

    def _code(self) -> str:
        """Codes that can be written into a story: T3H6-N9KA, T3H6-N9KC, T3H6-N9KD."""
        self._made += 1
        return f"T3H6-N9K{ALPHABET[self._made - 1]}"

    async def _show(self, letter: Letter) -> None:
        self._screens.show(letter.address.chat, letter.choices, letter.edits or str(letter.row))
        self._delivered.append(letter)
