"""A handler's desk without a program around it, and what a person does before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from bot.dialog.form import Form
from bot.messages import Address, Incoming, Kind
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import WORDS, Capabilities
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.records import Records
from knowledge.base import Base
from tests.empty_house import EmptyHouse

NOW = datetime(2024, 5, 2, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HERE = Address("console", "console", "Ba")
EMPTY = Talk()
_NOBODY = EmptyHouse()
_RULES = BroadcastRules()
_RHYTHM = Rhythm()
_NO_BASE = cast("Base", None)


@dataclass(frozen=True)
class Desk:
    """A handler's desk with what a test puts on it; without knowledge where it puts none."""

    base: Base = _NO_BASE
    now: datetime = NOW
    office: str = "Văn phòng Hội"
    talk: Talk = EMPTY
    forms: Sequence[Form] = ()
    records: Records = _NOBODY
    rules: BroadcastRules = _RULES
    rhythm: Rhythm = _RHYTHM
    able: Mapping[str, Capabilities] = field(default_factory=dict)
    unpushed: frozenset[str] = frozenset()

    def code(self) -> str:
        """Returns always the same code."""
        return "T3H6-N9KA"

    def capabilities(self, channel: str) -> Capabilities:
        """Returns what the channel of this name can do: nothing but text, unless a test says more."""
        return self.able.get(channel, WORDS)

    def digits(self) -> str:
        """Returns always the same code."""
        return "204681"


def did(kind: Kind, text: str = "", token: str = "") -> Incoming:
    """Returns what a person did."""
    return Incoming(HERE, kind, "1", NOW, text, token)
