"""Plays a story against the real program: between any two lines everything is stored and the program is built anew."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
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
from bot.ports.letter import Letter
from bot.ports.update import Update
from bot.router import Handler
from bot.screens import Screens
from bot.settings import Settings
from bot.stories.ledger import Ledger
from bot.stories.lines import GROUP, ZONE, Given, Line, Moment, Pressed, Said, read_story
from bot.stories.ordered import ordered
from bot.stories.scene import set_scene
from bot.stories.who import address_of, who_at
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
    *,
    typed: bool = False,
    heard: Callable[[Letter], None] | None = None,
) -> str:
    """Returns the story with all that the bot said and wrote down this time. Raises StoryError.

    ``typed``: nobody has buttons; who presses one types its number or its words instead, and an old one not at all.
    ``heard`` is called with every letter.
    """
    lines = read_story(story, file)
    acts = (line for line in lines if isinstance(line, Said | Pressed | Moment))
    first = next(acts, None)
    start = first.at if isinstance(first, Moment) else START
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "story.sqlite3"
        player = _Player(database, start, _channels(lines), base, file, handlers, workers, typed=typed, heard=heard)
        told = [block for line in lines for block in await player.live(line)]
    return "".join(f"{block}\n" for block in told)


def _channels(lines: Sequence[Line]) -> Sequence[str]:
    """Returns the channels that a story needs: the console, and where else somebody writes or presses."""
    acts = (line for line in lines if isinstance(line, Said | Pressed))
    return list(dict.fromkeys([NAME, *(address_of(line.name).channel for line in acts)]))


class _Player:
    """The people of one story, their phones, and the file that is all that the program has between two lines."""

    def __init__(
        self,
        database: Path,
        start: datetime,
        channels: Sequence[str],
        base: Base,
        file: str,
        handlers: Sequence[Handler],
        workers: Mapping[JobKind, Worker] | None,
        *,
        typed: bool,
        heard: Callable[[Letter], None] | None,
    ) -> None:
        self._settings = Settings(database_url=str(database), _env_file=None)  # type: ignore[call-arg]  # pydantic-settings' own
        self._channels = channels
        self._base = base
        self._file = file
        self._handlers = handlers
        self._workers = workers
        self._clock = MovableClock(start)
        self._screens = Screens()
        self._ledger = Ledger()
        self._delivered: list[Letter] = []
        self._asked: dict[str, Letter] = {}
        self._last: dict[str, Letter] = {}
        self._wrote: dict[str, str] = {}
        self._typed = typed
        self._heard = heard
        self._made = self._linked = 0
        self._quota: int | None = None

    async def live(self, line: Line) -> list[str]:
        """Returns the line, and what came of it."""
        if self._typed and isinstance(line, Pressed) and line.old:
            came = []
        elif isinstance(line, Said | Pressed):
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

    def _update(self, line: Said | Pressed) -> Update:
        at = address_of(line.name)
        if isinstance(line, Said):
            file, group = self._sample(line.kind), GROUP if line.group else ""
            edited = self._edited(line)
            said = event(at.chat, line.kind, line.text, message=edited, file=file, group=group, channel=at.channel)
            if line.text and line.kind is not Kind.EDIT:
                self._wrote[line.name] = said.key
            return said
        try:
            token = self._screens.token(line.name, line.label, old=line.old)
        except PressError as error:
            raise StoryError(file=self._file, line=line.number, why=str(error)) from error
        if self._typed:
            return event(at.chat, Kind.TEXT, self._typing(line.name, token), channel=at.channel)
        return event(at.chat, Kind.PRESS, line.label, token=token, channel=at.channel)

    def _typing(self, who: str, token: str) -> str:
        """Returns what somebody types who reads the choices: the number under the last message, else the words."""
        letter = self._asked[who]
        number, choice = next((n, one) for n, one in enumerate(letter.choices, start=1) if one.token == token)
        return str(number) if letter.numbered and letter is self._last[who] else choice.label

    def _edited(self, line: Said) -> str:
        return self._wrote.get(line.name, "") if line.kind is Kind.EDIT else ""

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
                await app.receive([self._update(line)])
            await app.pass_time(self._clock, at or self._clock.now())
            records = await self._ledger.news(app)
        said, self._delivered = self._delivered, []
        return [*(bot_line(letter, listener) for letter in said), *map(ledger_line, records)]

    def _built(self) -> App:
        channels = [Console(self._show, self._quota, name) for name in self._channels]
        return build(
            self._settings,
            channels,
            clock=self._clock,
            base=self._base,
            handlers=self._handlers,
            codes=self._code,
            digits=self._digits,
            workers=self._workers,
        )

    def _code(self) -> str:
        """Codes that can be written into a story: T3H6-N9KA, T3H6-N9KC, T3H6-N9KD."""
        self._made += 1
        return f"T3H6-N9K{ALPHABET[self._made - 1]}"

    def _digits(self) -> str:
        """The same for linking a channel: 204681, 204682, 204683."""
        self._linked += 1
        return str(204680 + self._linked)

    async def _show(self, letter: Letter) -> None:
        who = who_at(letter.address)
        self._screens.show(who, letter.choices, letter.edits or str(letter.row))
        if not letter.edits:
            self._last[who] = letter
        if letter.choices:
            self._asked[who] = letter
        if self._heard is not None:
            self._heard(letter)
        self._delivered.append(letter)
