"""Records to their tables: one writer for each kind of noun."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.dialog.draft import Draft, DraftDropped
from bot.model.account import Account
from bot.model.acknowledgement import Acknowledgement
from bot.model.attachment import Attachment
from bot.model.attempts import Attempts
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast
from bot.model.invite import Invite
from bot.model.link import Link
from bot.model.period import Period
from bot.model.person import Person
from bot.model.reminder import Reminded
from bot.model.review import Review
from bot.model.role import Role
from bot.model.submission import Submission
from bot.model.subscription import Subscription
from bot.records import Expected, Forgotten, Frozen, LeftBrowser, Record, Resent, Unlinked
from bot.store import (
    accounts,
    acknowledgements,
    audit,
    broadcasts,
    chats,
    drafts,
    freezing,
    invites,
    jobs,
    letters,
    people,
    periods,
    reviews,
    submissions,
    subscriptions,
    waves,
    web_chats,
)


def write(connection: Connection, records: Sequence[Record], at: datetime | None = None) -> None:
    """Writes records down, kind by kind in the order of the tables below.

    ``at`` is now: what moves letters needs it, and raises ValueError without it.
    """
    for kind, writer in _WRITERS.items():
        some = [record for record in records if isinstance(record, kind)]
        if some:
            writer(connection, some)
    for kind, timed in _TIMED.items():
        some = [record for record in records if isinstance(record, kind)]
        if some and at is None:
            raise ValueError("what moves letters does so at a time")
        if some and at is not None:
            timed(connection, some, at)


def _forget(connection: Connection, many: Sequence[Forgotten], at: datetime) -> None:
    names = [one.person for one in many]
    for address in people.addresses(connection, names):
        letters.withdraw(connection, address, at)
        letters.forget(connection, address)
        web_chats.forget(connection, address)
        jobs.forget(connection, address)
        chats.forget(connection, address)
    people.forget(connection, names)


def _leave(connection: Connection, many: Sequence[LeftBrowser], at: datetime) -> None:
    """What was said goes, what waits is not said; the farewell of this moment is."""
    for one in many:
        letters.withdraw(connection, one.address, at)
        letters.forget(connection, one.address)
        web_chats.forget(connection, one.address)
        chats.forget(connection, one.address)
    addresses = [one.address for one in many]
    chats.lose(connection, addresses)
    accounts.fall_back(connection, addresses)


_WRITERS: dict[type, Callable[[Connection, Sequence[Any]], None]] = {
    Person: people.write,
    Account: accounts.add,
    Link: accounts.write_links,
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
    Acknowledgement: acknowledgements.write,
}

_TIMED: dict[type, Callable[[Connection, Sequence[Any], datetime], None]] = {
    Broadcast: broadcasts.write,
    Frozen: freezing.freeze,
    Resent: freezing.resend,
    Subscription: subscriptions.write,
    Unlinked: accounts.remove,
    LeftBrowser: _leave,
    Forgotten: _forget,
}
"""Those that put letters into the outbox or take them out."""
