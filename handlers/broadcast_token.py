"""The buttons of a broadcast. One that sends carries what was previewed: an old one sends nothing."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.talk import Talk

FAMILY = "tb"
WAITING = (BroadcastState.APPROVAL, BroadcastState.SCHEDULED)
"""The states in which it waits to go out, for somebody or for its time."""

AT_ONCE = "ngay"
"""What a button carries in place of a time."""

_HASH = 8


class Verb(StrEnum):
    """What a button does with the broadcast that it names.

    While it is written: ASK a thing (``about``), MEANT: what was typed is the text, or said to us; take a WHOM, AT,
    RECEIPT or UNIT that was offered, LATER, take its picture or file out again (BARE). On the preview: SEND, TRIAL to
    oneself, URGENT asks the reason, IN_PLACE: which way a correction goes. For another admin:
    APPROVE, REFUSE. On its way: PAUSE, RESUME, CANCEL after CANCELLING, EDIT what is scheduled or was sent. Afterwards:
    AGAIN to those in a state, WAVE to who is silent, CORRECT, RESULT, BOOK, SILENT. SHOW one, LIST all, NEW.
    RETIME changes when one goes out that waits for its time: ``about`` is the new one, ``rest`` what it was seen like.
    """

    ASK = "hoi"
    MEANT = "y"
    WHOM = "ai"
    UNIT = "dv"
    AT = "gio"
    RECEIPT = "nut"
    LATER = "sau"
    BARE = "bo"
    SEND = "gui"
    TRIAL = "thu"
    URGENT = "khan"
    APPROVE = "duyet"
    REFUSE = "khong"
    PAUSE = "dung"
    RESUME = "tiep"
    CANCELLING = "huy?"
    CANCEL = "huy"
    EDIT = "sua"
    RETIME = "doigio"
    AGAIN = "lai"
    WAVE = "nhac"
    CORRECT = "dinh"
    IN_PLACE = "taicho"
    RESULT = "kq"
    BOOK = "excel"
    SILENT = "chua"
    SHOW = "xem"
    LIST = "ds"
    NEW = "moi"


class Ask(StrEnum):
    """What is asked of whoever writes a broadcast. PREVIEW: nothing more, it is shown."""

    TEXT = "loi"
    WHOM = "ai"
    AT = "gio"
    RECEIPT = "nut"
    REASON = "vi"
    PREVIEW = "xong"


@dataclass(frozen=True, slots=True)
class Pick:
    """A button: what it does, to which broadcast, and what more it carries; ``rest`` may hold colons."""

    verb: Verb
    number: int = 0
    about: str = ""
    rest: str = ""

    @property
    def token(self) -> str:
        """What the button carries: at most 64 bytes."""
        return ":".join((FAMILY, self.verb.value, str(self.number), self.about, self.rest)).rstrip(":")


def pick_of(token: str) -> Pick | None:
    """Returns what a button stands for, None for one of another family."""
    family, verb, number, about, rest = (token.split(":", 4) + [""] * 4)[:5]
    if family != FAMILY or verb not in list(Verb):
        return None
    return Pick(Verb(verb), int(number) if number.isdecimal() else 0, about, rest)


def on_screen(talk: Talk) -> tuple[Pick, ...]:
    """Returns what the choices on a chat's screen stand for, those of broadcasts only."""
    return tuple(pick for choice in talk.screen if (pick := pick_of(choice.token)) is not None)


def asked(talk: Talk) -> Pick | None:
    """Returns what the screen asks of whoever writes a broadcast: PREVIEW where it shows one. None for nothing."""
    for pick in on_screen(talk):
        if pick.verb is Verb.TRIAL:
            return Pick(Verb.LATER, pick.number, Ask.PREVIEW.value)
        if pick.verb is Verb.LATER and pick.about in list(Ask):
            return pick
    return None


def previewed(broadcast: Broadcast) -> str:
    """Returns the short name of all that a preview shows: another text, audience or time has another one."""
    shown = (
        broadcast.text,
        broadcast.file,
        broadcast.audience,
        broadcast.due.timestamp() if broadcast.due else None,  # a time is the same in every zone
        broadcast.acknowledged,
        broadcast.urgent,
        broadcast.spans,
        broadcast.fetching,
        *((broadcast.in_place,) if broadcast.corrects else ()),
    )
    return sha256(repr(shown).encode()).hexdigest()[:_HASH]
