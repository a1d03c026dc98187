"""What a handler may look at. It reads here, and nowhere else; it never writes and never sends."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.dialog.form import Form
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import Capabilities
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.records import Records
from knowledge.base import Base


class Desk(Protocol):
    """The desk of one message: the clock, the knowledge, the office, and what is remembered of the chat."""

    @property
    def now(self) -> datetime:
        """The time in the association's zone."""

    @property
    def base(self) -> Base:
        """The knowledge: the plans and what is needed to find things in them."""

    @property
    def office(self) -> str:
        """Whom to ask when the bot does not know: a phrase such as "Văn phòng Hội, 0900 000 000"."""

    @property
    def talk(self) -> Talk:
        """What is remembered of this chat."""

    @property
    def forms(self) -> Sequence[Form]:
        """The forms that periods can ask for."""

    @property
    def records(self) -> Records:
        """The house: units, people, periods, reports."""

    @property
    def rules(self) -> BroadcastRules:
        """What is settled about broadcasts."""

    @property
    def rhythm(self) -> Rhythm:
        """When the association reminds, and when it is quiet."""

    def capabilities(self, channel: str) -> Capabilities:
        """Returns what the channel of this name can do; of one that is not served here nothing but text."""

    @property
    def unpushed(self) -> frozenset[str]:
        """The channels on which nobody can be written to first: what is sent there is seen at the next contact."""

    def code(self) -> str:
        """Returns a fresh code for an invite, as it is shown."""

    def digits(self) -> str:
        """Returns a fresh code for linking a channel: six digits."""
