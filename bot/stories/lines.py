"""A story read into its lines: what people do is kept; what the bot says and writes down is played anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.errors import StoryError
from bot.messages import Kind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
INDENT = "     "
GROUP = "nhóm"
"""The chat of the one group that a story can have."""

_THINGS = {
    "giọng nói": Kind.VOICE,
    "ảnh": Kind.PHOTO,
    "sticker": Kind.STICKER,
    "tệp": Kind.FILE,
    "vị trí": Kind.LOCATION,
    "tin khác": Kind.OTHER,
    "chặn": Kind.BLOCKED,
    "bỏ chặn": Kind.UNBLOCKED,
}
_THING = re.compile(rf"\(({'|'.join(_THINGS)})\)\s*(.*)", re.DOTALL)
_REPEATED = re.compile(r"\(lặp (\d+)\) (.*)", re.DOTALL)
_PRESS = re.compile(r"\[(.+)\](\s*\(nút cũ\))?")
_SAID = re.compile(r"(?P<name>\w[\w ]*?)(?P<edit> \(sửa\))?(?P<group> \(nhóm\))?:(?: (?P<text>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kept:
    """A note, an empty line: it stands in the story and does nothing."""

    line: str


@dataclass(frozen=True, slots=True)
class Given:
    """``Cho:`` sets the scene."""

    line: str
    number: int


@dataclass(frozen=True, slots=True)
class Moment:
    """``@``: the clock moves on, and what is due happens."""

    line: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """A person writes, sends a thing, or corrects the last text; in private, or in the group of the story."""

    line: str
    number: int
    name: str
    kind: Kind
    text: str
    group: bool = False

    @property
    def chat(self) -> str:
        """Where it is said."""
        return GROUP if self.group else self.name


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person presses a button: one that is on the screen, or an earlier one."""

    line: str
    number: int
    name: str
    label: str
    old: bool

    @property
    def chat(self) -> str:
        """Where it is pressed."""
        return self.name


Line = Kept | Given | Moment | Said | Pressed


def read_story(story: str, file: str = "story") -> list[Line]:
    """Returns the lines that people wrote. Raises StoryError with the place of a line that cannot be read."""
    return [_line(block, file, number) for number, block in _blocks(story)]


def _blocks(story: str) -> Iterator[tuple[int, str]]:
    """Yields each kept line with its number, its indented continuation joined; the bot's lines are left out."""
    number, block, kept = 0, "", False
    for place, line in enumerate(story.splitlines(), start=1):
        if line.startswith(" ") and line.strip():
            block = f"{block}\n{line}"
            continue
        if kept:
            yield number, block
        number, block, kept = place, line, not re.match(r"(?:Bot(?: → [^:]+| \(sửa\))?|Sổ):", line)
    if kept:
        yield number, block


def _line(block: str, file: str, number: int) -> Line:
    if not block.strip() or block.startswith("#"):
        return Kept(block)
    if block.startswith("Cho:"):
        return Given(block, number)
    if block.startswith("@"):
        return Moment(block, number, _moment(block, file, number))
    found = _SAID.fullmatch(block)
    if found is None:
        raise StoryError(file=file, line=number, why=f"this is no line of a story: {block}")
    text = "\n".join(part.strip() for part in (found["text"] or "").splitlines())
    done = _done(block, number, found["name"], text, edited=bool(found["edit"]))
    return replace(done, group=True) if found["group"] and isinstance(done, Said) else done


def _done(block: str, number: int, name: str, text: str, *, edited: bool) -> Said | Pressed:
    if press := _PRESS.fullmatch(text):
        return Pressed(block, number, name, press[1], bool(press[2]))
    if thing := _THING.fullmatch(text):
        return Said(block, number, name, _THINGS[thing[1]], thing[2])
    if repeated := _REPEATED.fullmatch(text):
        text = " ".join([repeated[2]] * int(repeated[1]))
    return Said(block, number, name, Kind.EDIT if edited else Kind.TEXT, text)


def _moment(block: str, file: str, number: int) -> datetime:
    try:
        return datetime.fromisoformat(block.removeprefix("@").strip()).replace(tzinfo=ZONE)
    except ValueError as error:
        raise StoryError(file=file, line=number, why=str(error)) from error
