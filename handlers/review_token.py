"""The buttons of a review. Each carries what it was made for: an old one is known as old, and changes nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.model.talk import Talk

FAMILY = "duyet"
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


class Verb(StrEnum):
    """SHOW the first report; ACCEPT, RETURN (asks the FIELD, then WHY), LATER: this one; ALL that have no flag, after
    SURE; REOPEN an accepted one; UNIT: which one is meant; STOP.
    """

    SHOW = "xem"
    ACCEPT = "nhan"
    RETURN = "tra"
    FIELD = "muc"
    WHY = "vi"
    LATER = "sau"
    ALL = "het"
    SURE = "chac"
    REOPEN = "mo"
    UNIT = "dv"
    STOP = "thoi"


@dataclass(frozen=True, slots=True)
class Pick:
    """A button: what it does, and to what.

    ``scope`` is the short name of the unit whose reports are looked through ("" for all), or, for UNIT, its id.
    ``report`` is the receipt and ``number`` its version; for ALL and SURE the moment until which reports count, and how
    many they were. ``place`` is that of the field in the form, "" for the whole report; ``reason`` that of the reason.
    """

    verb: Verb
    scope: str = ""
    report: str = ""
    number: int = 0
    place: str = ""
    reason: str = ""

    @property
    def token(self) -> str:
        """What the button carries: at most 64 bytes."""
        number = str(self.number) if self.number else ""
        parts = (FAMILY, self.verb.value, self.scope, self.report, number, self.place, self.reason)
        return ":".join(parts).rstrip(":")


def pick_of(token: str) -> Pick | None:
    """Returns what a button stands for, None for one of another family. A bare family shows the first report."""
    family, verb, scope, report, number, place, reason = (token.split(":") + [""] * 7)[:7]
    if family != FAMILY or (verb and verb not in list(Verb)):
        return None
    count = int(number) if number.isdecimal() else 0
    return Pick(Verb(verb or Verb.SHOW), scope, report, count, place, reason)


def on_screen(talk: Talk) -> tuple[Pick, ...]:
    """Returns what the choices on a chat's screen stand for, those of a review only."""
    return tuple(pick for choice in talk.screen if (pick := pick_of(choice.token)) is not None)


def instant(at: datetime) -> int:
    """Returns a moment as a number, exactly."""
    return (at - _BEGAN) // timedelta(microseconds=1)
