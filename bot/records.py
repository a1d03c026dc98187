"""What the house holds, as a handler may read it: inside the transaction that writes its outcome (DESIGN 5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.dialog.draft import Draft, DraftDropped
from bot.messages import Address, Choice, Enclosure, Span
from bot.model.account import Account
from bot.model.acknowledgement import Acknowledgement
from bot.model.attachment import Attachment
from bot.model.attempts import Attempts
from bot.model.audience import Audience
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast
from bot.model.drafted import Drafted
from bot.model.held import Held
from bot.model.invite import Invite
from bot.model.job import FinishedJob
from bot.model.link import Link
from bot.model.period import Period
from bot.model.person import Person
from bot.model.receiver import Receiver
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.reminder import Reminded
from bot.model.review import Review
from bot.model.role import Role, RoleKind
from bot.model.sheet import Sheet
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.subscription import Subscription
from bot.model.tally import Tally
from bot.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Expected:
    """Units that have to report in a period: made when it is opened."""

    period: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A person who wants to be forgotten: name, accounts and roles go; the units' figures stay with the units."""

    person: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A chat that is this person's no more: whoever writes there is nobody known."""

    person: str
    address: Address


@dataclass(frozen=True, slots=True)
class LeftBrowser:
    """A chat whose browser is not to show it any more, nor to open it ever again. Nothing is handled there from now on,
    and nobody is written to; whose account it is stays.
    """

    address: Address


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The letters of an earlier broadcast ``of`` to these chats are written anew. Who has not got it yet gets this.

    ``told`` instead, where the earlier one had a file and the channel carries none; "" where it had none.
    """

    of: int
    to: tuple[Address, ...]
    text: str
    choices: tuple[Choice, ...] = ()
    spans: tuple[Span, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The receivers of a broadcast that goes out now stand fixed: each gets one letter with these words.

    Once only: a second one of the same broadcast writes nothing. ``wordy`` are those whose channel carries no files:
    they get ``told`` instead, and no file. ``anew``: those who get it as an edit instead.
    """

    broadcast: int
    to: tuple[Address, ...]
    text: str
    choices: tuple[Choice, ...] = ()
    file: Enclosure | None = None
    spans: tuple[Span, ...] = ()
    wordy: tuple[Address, ...] = ()
    told: str = ""
    anew: Rewritten | None = None


@dataclass(frozen=True, slots=True)
class Resent:
    """The letters of a broadcast that ended in one of these states ("failed", "unknown") go out once more.

    A finished broadcast runs again with it; of a cancelled one nothing goes any more.
    """

    broadcast: int
    states: tuple[str, ...]


Record = (
    Person
    | Account
    | Unlinked
    | LeftBrowser
    | Link
    | Role
    | Invite
    | Attempts
    | Period
    | Expected
    | Draft
    | DraftDropped
    | Submission
    | Review
    | Attachment
    | Reminded
    | Audit
    | Broadcast
    | Frozen
    | Resent
    | Acknowledgement
    | Subscription
    | Forgotten
)
"""What a handler can want written down: the noun itself, new or changed.

A Person brings name, address (where they want to be written to), phone and consent, not the roles; an Account is one
more chat of theirs; a Link takes the place of the person's earlier one. A Role that is there already gets its end; a
Submission is a new version, or a version's new state; a Review gives a version its state, too. A Broadcast whose state
cannot be reached from the one it has is not written (Broadcast.may); one that becomes CANCELLED takes its pending
letters along.
"""


class Records(Protocol):
    """The house as it is now."""

    async def tree(self) -> Tree:
        """Returns all units."""

    async def person_at(self, address: Address) -> Person | None:
        """Returns who writes from this address, with the roles that hold; None for somebody who has not agreed."""

    async def person(self, name: str) -> Person | None:
        """Returns the person with this id."""

    async def accounts(self, person: str) -> Sequence[Account]:
        """Returns all chats of a person, the first one first."""

    async def link(self, hash_of_code: str) -> Link | None:
        """Returns the link whose code has this hash, used and expired ones among them."""

    async def people_with(self, kind: RoleKind, unit: str) -> Sequence[Person]:
        """Returns who holds a role in a unit now, the oldest role first."""

    async def holders(self, kind: RoleKind, units: Sequence[str]) -> Sequence[Person]:
        """Returns who holds a role in any of these units now, with their roles of that kind there only."""

    async def invite(self, hash_of_code: str) -> Invite | None:
        """Returns the invite with this hash."""

    async def open_invites(self, kind: RoleKind, unit: str) -> Sequence[Invite]:
        """Returns the invites to a role in a unit that nobody has used, expired ones among them."""

    async def attempts(self, address: Address) -> Attempts | None:
        """Returns the wrong codes that a chat typed, None when there were none."""

    async def periods(self) -> Sequence[Period]:
        """Returns all periods, the latest opened first."""

    async def expected(self, period: str) -> Sequence[str]:
        """Returns the ids of the units that have to report in a period, in the order of the tree."""

    async def draft(self, key: ReportKey) -> Draft | None:
        """Returns the draft of a report."""

    async def draft_of_run(self, run: str) -> Draft | None:
        """Returns the draft whose buttons carry this run."""

    async def drafts(self, period: str, units: Sequence[str]) -> Sequence[Draft]:
        """Returns the drafts of these units in a period."""

    async def submission(self, key: ReportKey) -> Submission | None:
        """Returns the latest version of a report, withdrawn ones included."""

    async def versions(self, key: ReportKey) -> Sequence[Submission]:
        """Returns all versions of a report, the first one first."""

    async def submissions(self, period: str, units: Sequence[str]) -> Sequence[Submission]:
        """Returns the latest version of every report of these units in a period."""

    async def submissions_of(self, unit: str) -> Sequence[Submission]:
        """Returns the latest version of every report of a unit, the newest first."""

    async def handed(self, period: str) -> Sequence[Held]:
        """Returns where the reports of a period stand that were handed in and not taken back, without figures."""

    async def held(self, period: str, units: Sequence[str], field: str = "") -> Sequence[Held]:
        """Returns the same of these units with their figures, or with that of one field only: for adding up."""

    async def reports(self, period: str) -> Sequence[Submission]:
        """Returns the same with their figures as they were typed: for files."""

    async def reporters(self, period: str) -> Sequence[Person]:
        """Returns who typed what ``reports`` returns, as far as they are known."""

    async def drafted(self, period: str) -> Sequence[Drafted]:
        """Returns which reports of a period have been begun."""

    async def sheets(self, period: str, units: Sequence[str], states: Sequence[SubmissionState]) -> Sequence[Sheet]:
        """Returns what the reports of these units in a period say whose latest version is in one of these states."""

    async def reminded(self, period: str, since: datetime) -> Sequence[str]:
        """Returns the units that were reminded in a period since a time."""

    async def received(self, receipt: str) -> Submission | None:
        """Returns the latest version of the report with this receipt."""

    async def reviews(self, period: str, units: Sequence[str]) -> Sequence[Review]:
        """Returns what was decided about the reports of these units in a period, the oldest decision first."""

    async def next_receipt(self, period: str) -> int:
        """Returns the number of the next receipt of a period."""

    async def attachments(self, key: ReportKey) -> int:
        """Returns how many pictures and files go with a report."""

    async def job(self, name: str) -> FinishedJob | None:
        """Returns the job with this id once it is over, None before."""

    async def keeps(self, file: str) -> bool:
        """Returns whether the file with this id is kept still."""

    async def broadcast(self, number: int) -> Broadcast | None:
        """Returns the broadcast with this number."""

    async def broadcasts(self) -> Sequence[Broadcast]:
        """Returns all broadcasts, the newest first."""

    async def next_broadcast(self) -> int:
        """Returns the number of the next broadcast."""

    async def receivers(self, audience: Audience, today: date) -> Sequence[Receiver]:
        """Returns whom an audience means today, each chat once.

        Who said DỪNG, who blocked the bot, and groups are not among them; who has several accounts is reached at their
        own address only.
        """

    async def tally(self, number: int) -> Tally:
        """Returns how many letters of a broadcast are in which state; all zero before it is frozen."""

    async def absent(self, number: int, channels: Collection[str]) -> int:
        """Returns how many letters of a broadcast wait for people on these channels."""

    async def ended(self, number: int, most: int) -> Sequence[str]:
        """Returns the states of the letters of a broadcast that came to their end last, since it last began to run.

        What was in doubt only because this program stopped is left out, and what the month had no room for: that says
        nothing about the letters.
        """

    async def used(self, channel: str, bot: str, since: datetime) -> int:
        """Returns how many messages came and went by a bot since a time."""

    async def outcomes(self, number: int) -> Sequence[ReceiverOutcome]:
        """Returns what became of a broadcast with each of its receivers."""

    async def awaited(self, address: Address) -> Broadcast | None:
        """Returns the last broadcast sent to a chat that asked to be acknowledged, None for none."""

    async def subscription(self, address: Address) -> Subscription:
        """Returns whether a chat takes broadcasts."""
