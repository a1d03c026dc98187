"""A house without anybody, for tests of handlers that need none."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.dialog.draft import Draft
from bot.messages import Address
from bot.model.attempts import Attempts
from bot.model.audience import Audience
from bot.model.broadcast import Broadcast
from bot.model.drafted import Drafted
from bot.model.held import Held
from bot.model.invite import Invite
from bot.model.job import FinishedJob
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


class EmptyHouse:
    """The records of a house in which nobody and nothing is (bot.records.Records)."""

    async def tree(self) -> Tree:
        return Tree(())

    async def person_at(self, address: Address) -> Person | None:
        return None

    async def person(self, name: str) -> Person | None:
        return None

    async def people_with(self, kind: RoleKind, unit: str) -> Sequence[Person]:
        return ()

    async def holders(self, kind: RoleKind, units: Sequence[str]) -> Sequence[Person]:
        return ()

    async def invite(self, hash_of_code: str) -> Invite | None:
        return None

    async def open_invites(self, kind: RoleKind, unit: str) -> Sequence[Invite]:
        return ()

    async def attempts(self, address: Address) -> Attempts | None:
        return None

    async def periods(self) -> Sequence[Period]:
        return ()

    async def expected(self, period: str) -> Sequence[str]:
        return ()

    async def draft(self, key: ReportKey) -> Draft | None:
        return None

    async def draft_of_run(self, run: str) -> Draft | None:
        return None

    async def drafts(self, period: str, units: Sequence[str]) -> Sequence[Draft]:
        return ()

    async def submission(self, key: ReportKey) -> Submission | None:
        return None

    async def versions(self, key: ReportKey) -> Sequence[Submission]:
        return ()

    async def submissions(self, period: str, units: Sequence[str]) -> Sequence[Submission]:
        return ()

    async def submissions_of(self, unit: str) -> Sequence[Submission]:
        return ()

    async def handed(self, period: str) -> Sequence[Held]:
        return ()

    async def held(self, period: str, units: Sequence[str], field: str = "") -> Sequence[Held]:
        return ()

    async def reports(self, period: str) -> Sequence[Submission]:
        return ()

    async def reporters(self, period: str) -> Sequence[Person]:
        return ()

    async def drafted(self, period: str) -> Sequence[Drafted]:
        return ()

    async def sheets(self, period: str, units: Sequence[str], states: Sequence[SubmissionState]) -> Sequence[Sheet]:
        return ()

    async def reminded(self, period: str, since: datetime) -> Sequence[str]:
        return ()

    async def received(self, receipt: str) -> Submission | None:
        return None

    async def reviews(self, period: str, units: Sequence[str]) -> Sequence[Review]:
        return ()

    async def next_receipt(self, period: str) -> int:
        return 1

    async def attachments(self, key: ReportKey) -> int:
        return 0

    async def job(self, name: str) -> FinishedJob | None:
        return None

    async def keeps(self, file: str) -> bool:
        return True

    async def broadcast(self, number: int) -> Broadcast | None:
        return None

    async def broadcasts(self) -> Sequence[Broadcast]:
        return ()

    async def next_broadcast(self) -> int:
        return 1

    async def receivers(self, audience: Audience, today: date) -> Sequence[Receiver]:
        return ()

    async def tally(self, number: int) -> Tally:
        return Tally()

    async def ended(self, number: int, most: int) -> Sequence[str]:
        return ()

    async def used(self, channel: str, bot: str, since: datetime) -> int:
        return 0

    async def outcomes(self, number: int) -> Sequence[ReceiverOutcome]:
        return ()

    async def awaited(self, address: Address) -> Broadcast | None:
        return None

    async def subscription(self, address: Address) -> Subscription:
        return Subscription(address, None)
