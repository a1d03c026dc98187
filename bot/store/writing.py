"""Records to their tables: one writer for each kind of noun."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection

from bot.dialog.draft import Draft, DraftDropped
from bot.model.attachment import Attachment
from bot.model.attempts import Attempts
from bot.model.audit import Audit
from bot.model.invite import Invite
from bot.model.period import Period
from bot.model.person import Person
from bot.model.reminder import Reminded
from bot.model.review import Review
from bot.model.role import Role
from bot.model.submission import Submission
from bot.records import Expected, Forgotten, Record
from bot.store import audit, drafts, invites, letters, people, periods, reviews, submissions, waves


def write(connection: Connection, records: Sequence[Record]) -> None:
    """Writes records down, kind by kind in the order of the table below."""
    for kind, writer in _WRITERS.items():
        some = [record for record in records if isinstance(record, kind)]
        if some:
            writer(connection, some)


def _forget(connection: Connection, many: Sequence[Forgotten]) -> None:
    names = [one.person for one in many]
    letters.forget(connection, people.addresses(connection, names))
    people.forget(connection, names)


_WRITERS: dict[type, Callable[[Connection, Sequence[Any]], None]] = {
    Person: people.write,
    Role: people.write_roles,
    Invite: invites.write,
    Attempts: invites.write_attempts,
    Period: periods.write,
    Expected: periods.expect,
    DraftDropped: drafts.drop,
    Draft: drafts.write,
    Submission: submissions.write,
    Review: reviews.write,
    Attachment: submissions.attach,
    Reminded: waves.write,
    Audit: audit.write,
    Forgotten: _forget,
}
