"""The house as a handler reads it (bot.records.Records), on the connection of its transaction."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dialog.draft import Draft
from bot.messages import Address
from bot.model.account import Account
from bot.model.attempts import Attempts
from bot.model.audience import Audience
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
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.sheet import Sheet
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.subscription import Subscription
from bot.model.tally import Tally
from bot.model.tree import Tree
from bot.store import (
    accounts,
    broadcasts,
    drafts,
    files,
    invites,
    jobs,
    outcomes,
    people,
    periods,
    quotas,
    receivers,
    reviews,
    rolling,
    sheets,
    submissions,
    subscriptions,
    tallies,
    units,
    waves,
)

_Found = TypeVar("_Found")


class SqlRecords:
    """Reads on one connection; what was written in the same transaction is seen."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._tree: Tree | None = None

    async def _run(self, read: Callable[..., _Found], *given: Any) -> _Found:
        def call(connection: Connection) -> _Found:
            return read(connection, *given)

        return await self._connection.run_sync(call)

    async def tree(self) -> Tree:
        """Returns all units: read once, for whoever reads here writes no units."""
        if self._tree is None:
            self._tree = await self._run(units.tree)
        return self._tree

    async def person_at(self, address: Address) -> Person | None:
        """Returns who writes from this address."""
        return await self._run(people.at, address)

    async def person(self, name: str) -> Person | None:
        """Returns the person with this id."""
        return await self._run(people.named, name)

    async def accounts(self, person: str) -> Sequence[Account]:
        """Returns all chats of a person."""
        return await self._run(accounts.of, person)

    async def link(self, hash_of_code: str) -> Link | None:
        """Returns the link whose code has this hash."""
        return await self._run(accounts.link, hash_of_code)

    async def people_with(self, kind: RoleKind, unit: str) -> Sequence[Person]:
        """Returns who holds a role in a unit now."""
        return await self._run(people.with_role, kind, unit)

    async def holders(self, kind: RoleKind, units: Sequence[str]) -> Sequence[Person]:
        """Returns who holds a role in any of these units now."""
        return await self._run(people.holders, kind, units)

    async def invite(self, hash_of_code: str) -> Invite | None:
        """Returns the invite with this hash."""
        return await self._run(invites.find, hash_of_code)

    async def open_invites(self, kind: RoleKind, unit: str) -> Sequence[Invite]:
        """Returns the invites to a role in a unit that nobody has used."""
        return await self._run(invites.unused, kind, [unit])

    async def attempts(self, address: Address) -> Attempts | None:
        """Returns the wrong codes that a chat typed."""
        return await self._run(invites.attempts, address)

    async def periods(self) -> Sequence[Period]:
        """Returns all periods, the latest opened first."""
        return await self._run(periods.every)

    async def expected(self, period: str) -> Sequence[str]:
        """Returns the units that have to report in a period."""
        return await self._run(periods.expected, period)

    async def draft(self, key: ReportKey) -> Draft | None:
        """Returns the draft of a report."""
        return await self._run(drafts.find, key)

    async def draft_of_run(self, run: str) -> Draft | None:
        """Returns the draft whose buttons carry this run."""
        return await self._run(drafts.of_run, run)

    async def drafts(self, period: str, units: Sequence[str]) -> Sequence[Draft]:
        """Returns the drafts of these units in a period."""
        return await self._run(drafts.of_units, period, units)

    async def submission(self, key: ReportKey) -> Submission | None:
        """Returns the latest version of a report."""
        return await self._run(submissions.latest, key)

    async def versions(self, key: ReportKey) -> Sequence[Submission]:
        """Returns all versions of a report."""
        return await self._run(submissions.versions, key)

    async def submissions(self, period: str, units: Sequence[str]) -> Sequence[Submission]:
        """Returns the latest version of every report of these units in a period."""
        return await self._run(submissions.of_units, period, units)

    async def submissions_of(self, unit: str) -> Sequence[Submission]:
        """Returns the latest version of every report of a unit."""
        return await self._run(submissions.of_unit, unit)

    async def handed(self, period: str) -> Sequence[Held]:
        """Returns where the reports of a period stand that were handed in, without figures."""
        return await self._run(rolling.handed, period)

    async def held(self, period: str, units: Sequence[str], field: str = "") -> Sequence[Held]:
        """Returns the same of these units with their figures, or with that of one field only."""
        return await self._run(rolling.held, period, units, field)

    async def reports(self, period: str) -> Sequence[Submission]:
        """Returns the same with their figures as they were typed."""
        return await self._run(submissions.of_period, period)

    async def reporters(self, period: str) -> Sequence[Person]:
        """Returns who typed what ``reports`` returns, as far as they are known."""
        return await self._run(people.reporters, period)

    async def drafted(self, period: str) -> Sequence[Drafted]:
        """Returns which reports of a period have been begun."""
        return await self._run(rolling.drafted, period)

    async def sheets(self, period: str, units: Sequence[str], states: Sequence[SubmissionState]) -> Sequence[Sheet]:
        """Returns what the reports of these units in a period say that are in one of these states."""
        return await self._run(sheets.of_units, period, units, states)

    async def reminded(self, period: str, since: datetime) -> Sequence[str]:
        """Returns the units that were reminded in a period since a time."""
        return await self._run(waves.reminded, period, since)

    async def received(self, receipt: str) -> Submission | None:
        """Returns the latest version of the report with this receipt."""
        return await self._run(submissions.received, receipt)

    async def reviews(self, period: str, units: Sequence[str]) -> Sequence[Review]:
        """Returns what was decided about the reports of these units in a period."""
        return await self._run(reviews.of_units, period, units)

    async def next_receipt(self, period: str) -> int:
        """Returns the number of the next receipt of a period."""
        return await self._run(submissions.next_receipt, period)

    async def attachments(self, key: ReportKey) -> int:
        """Returns how many pictures and files go with a report."""
        return await self._run(submissions.attached, key)

    async def job(self, name: str) -> FinishedJob | None:
        """Returns the job with this id once it is over."""
        return await self._run(jobs.finished, name)

    async def keeps(self, file: str) -> bool:
        """Returns whether the file with this id is kept still."""
        return await self._run(files.keeps, file)

    async def broadcast(self, number: int) -> Broadcast | None:
        """Returns the broadcast with this number."""
        return await self._run(broadcasts.find, number)

    async def broadcasts(self) -> Sequence[Broadcast]:
        """Returns all broadcasts, the newest first."""
        return await self._run(broadcasts.every)

    async def next_broadcast(self) -> int:
        """Returns the number of the next broadcast."""
        return await self._run(broadcasts.next_number)

    async def receivers(self, audience: Audience, today: date) -> Sequence[Receiver]:
        """Returns whom an audience means today, each chat once."""
        return await self._run(receivers.resolve, audience, today)

    async def tally(self, number: int) -> Tally:
        """Returns how many letters of a broadcast are in which state."""
        return await self._run(tallies.tally, number)

    async def absent(self, number: int, channels: Collection[str]) -> int:
        """Returns how many letters of a broadcast wait for people on these channels."""
        return await self._run(tallies.absent, number, channels)

    async def ended(self, number: int, most: int) -> Sequence[str]:
        """Returns the states of the letters of a broadcast that came to their end last."""
        return await self._run(tallies.ended, number, most)

    async def used(self, channel: str, bot: str, since: datetime) -> int:
        """Returns how many messages came and went by a bot since a time."""
        return await self._run(quotas.used, (channel, bot), since)

    async def outcomes(self, number: int) -> Sequence[ReceiverOutcome]:
        """Returns what became of a broadcast with each of its receivers."""
        return await self._run(outcomes.outcomes, number)

    async def awaited(self, address: Address) -> Broadcast | None:
        """Returns the last broadcast sent to a chat that asked to be acknowledged."""
        return await self._run(broadcasts.awaited, address)

    async def subscription(self, address: Address) -> Subscription:
        """Returns whether a chat takes broadcasts."""
        return await self._run(subscriptions.find, address)
