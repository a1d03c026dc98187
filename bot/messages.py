"""The vocabulary of talking: what comes in, what goes out. Frozen values that know no platform."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Address:
    """Where a conversation takes place: the channel ("telegram"), the bot on it, and the chat."""

    channel: str
    bot: str
    chat: str


class Kind(StrEnum):
    """What a person did. EVENT is not a person: the clock or a job made it due."""

    TEXT = "text"
    PRESS = "press"
    EDIT = "edit"
    VOICE = "voice"
    STICKER = "sticker"
    PHOTO = "photo"
    FILE = "file"
    LOCATION = "location"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    OTHER = "other"
    EVENT = "event"


class Look(StrEnum):
    """How some words of a text look."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text that look otherwise: the first character and how many, counted as Python does.

    ``url`` is where a link leads. A channel that cannot show it leaves the words plain, and writes the address behind.
    """

    start: int
    length: int
    look: Look
    url: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a person said or did.

    ``key`` is unique for the platform's event: a repeat has the same one. ``text`` is what was typed (the caption for
    pictures and files); ``token`` is the pressed choice's. ``press_id`` is what a channel needs to answer the press at
    once.
    """

    address: Address
    kind: Kind
    key: str
    at: datetime
    text: str = ""
    token: str = ""
    message_id: str = ""
    press_id: str = ""
    name: str = ""
    group: bool = False
    file: str = ""
    """The platform's name of a picture or file that was sent."""
    file_name: str = ""
    """The person's own name for it, where the platform tells it."""
    album: str = ""
    """The platform's name of the album that a picture belongs to: several sent at once, a message each."""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, or a numbered line where there are none.

    ``token`` comes back when it is chosen: at most 64 bytes of UTF-8.
    """

    label: str
    token: str


class FileKind(StrEnum):
    """How a file is shown: to be opened, or in the chat itself."""

    DOCUMENT = "document"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a reply: the id under which the store holds it, and its name as the person sees it."""

    id: str
    name: str
    kind: FileKind = FileKind.DOCUMENT


@dataclass(frozen=True, slots=True)
class File:
    """A file with what is in it: its name as the person sees it ("bao-cao-6T-2026.xlsx"), and its bytes.

    ``id`` is that under which the store holds it, "" for one that it does not hold.
    """

    name: str
    content: bytes
    kind: FileKind = FileKind.DOCUMENT
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """Something to say to a chat. The words are ready to be read; a channel only splits and decorates them.

    ``bulk`` marks what yields to conversation (broadcasts); ``key`` is the idempotency key when the clock made it.
    ``file`` goes with the words; a reply with a file and without choices leaves those on the screen.
    ``edits`` is the ``key`` of an earlier reply to the same chat that this one writes anew, words and choices; where
    the channel cannot, or that one did not arrive, it is a message of its own. Of several that wait the newest goes.
    """

    address: Address
    text: str
    choices: tuple[Choice, ...] = field(default=())
    bulk: bool = False
    key: str = ""
    file: Enclosure | None = None
    spans: tuple[Span, ...] = ()
    edits: str = ""
