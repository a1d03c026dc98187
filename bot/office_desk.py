"""The desk of the running program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.dialog.form import Form
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import Capabilities
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.records import Records
from knowledge.base import Base


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDesk:
    """What a handler may look at (bot.desk.Desk). ``codes`` and ``links`` make fresh codes; ``able`` says what the
    channel of a name can do.
    """

    now: datetime
    base: Base
    office: str
    talk: Talk
    forms: Sequence[Form]
    records: Records
    codes: Callable[[], str]
    links: Callable[[], str]
    rules: BroadcastRules
    rhythm: Rhythm
    able: Callable[[str], Capabilities]
    unpushed: frozenset[str]

    def capabilities(self, channel: str) -> Capabilities:
        """Returns what the channel of this name can do."""
        return self.able(channel)

    def code(self) -> str:
        """Returns a fresh code for an invite."""
        return self.codes()

    def digits(self) -> str:
        """Returns a fresh code for linking a channel: six digits."""
        return self.links()
