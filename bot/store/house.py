"""The whole house at one moment: what stories compare, and what the command line lists."""

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.model.account import Account
from bot.model.audit import Audit
from bot.model.invite import Invite
from bot.model.period import Period
from bot.model.person import Person
from bot.model.review import Review
from bot.model.role import Role
from bot.model.submission import Submission
from bot.store import accounts, audit, invites, people, periods, reviews, submissions


@dataclass(frozen=True, slots=True)
class House:
    """Everybody and everything but the units and the drafts. The default is an empty house."""

    people: tuple[Person, ...] = ()
    accounts: tuple[Account, ...] = ()
    roles: tuple[Role, ...] = ()
    invites: tuple[Invite, ...] = ()
    periods: tuple[Period, ...] = ()
    submissions: tuple[Submission, ...] = ()
    reviews: tuple[Review, ...] = ()
    audit: tuple[Audit, ...] = ()


def house(connection: Connection) -> House:
    """Returns the house as it is now."""
    return House(
        people=tuple(people.everybody(connection)),
        accounts=tuple(accounts.everything(connection)),
        roles=tuple(people.roles(connection)),
        invites=tuple(invites.everything(connection)),
        periods=tuple(periods.every(connection)),
        submissions=tuple(submissions.everything(connection)),
        reviews=tuple(reviews.everything(connection)),
        audit=tuple(audit.everything(connection)),
    )
