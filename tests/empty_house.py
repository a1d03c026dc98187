"""A house in which nobody lives yet (bot.records.Records): for handlers that are asked by strangers."""

from collections.abc import Sequence

from bot.dialog.draft import Draft
from bot.messages import Address
from bot.model.attempts import Attempts
from bot.model.invite import Invite
from bot.model.period import Period
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.submission import ReportKey, Submission
from bot.model.tree import Tree


class EmptyHouse:
    """Knows nothing and nobody."""

    async def tree(self) -> Tree:
        """Returns a tree without units."""
        return Tree(())

    async def person_at(self, address: Address) -> Person | None:
        """Returns nobody."""
        return None

    async def person(self, name: str) -> Person | None:
        """Returns nobody."""
        return None

    async def people_with(self, kind: RoleKind, unit: str) -> Sequence[Person]:
        """Returns nobody."""
        return ()

    async def invite(self, hash_of_code: str) -> Invite | None:
        """Returns no invite."""
        return None

    async def attempts(self, address: Address) -> Attempts | None:
        """Returns no attempts."""
        return None

    async def periods(self) -> Sequence[Period]:
        """Returns no periods."""
        return ()

    async def expected(self, period: str) -> Sequence[str]:
        """Returns no units."""
        return ()

    async def draft(self, key: ReportKey) -> Draft | None:
        """Returns no draft."""
        return None

    async def draft_of_run(self, run: str) -> Draft | None:
        """Returns no draft."""
        return None

    async def drafts(self, period: str, units: Sequence[str]) -> Sequence[Draft]:
        """Returns no drafts."""
        return ()

    async def submission(self, key: ReportKey) -> Submission | None:
        """Returns no report."""
        return None

    async def versions(self, key: ReportKey) -> Sequence[Submission]:
        """Returns no versions."""
        return ()

    async def submissions(self, period: str, units: Sequence[str]) -> Sequence[Submission]:
        """Returns no reports."""
        return ()

    async def submissions_of(self, unit: str) -> Sequence[Submission]:
        """Returns no reports."""
        return ()

    async def next_receipt(self, period: str) -> int:
        """Returns 1."""
        return 1

    async def attachments(self, key: ReportKey) -> int:
        """Returns 0."""
        return 0
