"""People with roles who look at the reports of the demo's province, on a real store."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.channels.console import address
from bot.demo.load import load
from bot.demo.reports import FORM, NOW
from bot.messages import Incoming, Kind, Reply
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.records import Record, Records
from bot.router import route
from bot.store import writing
from bot.store.sql_records import SqlRecords
from bot.stories.lines import ZONE
from handlers import HANDLERS
from knowledge.base import Base
from tests.desks import Desk
from tests.stores import Opened, opened

AT = datetime(2026, 5, 20, 8, tzinfo=ZONE)
Found = TypeVar("Found")


def officer(unit: str, name: str = "Tư", kind: RoleKind = RoleKind.OFFICER) -> tuple[Record, ...]:
    """Returns the records of somebody with a role."""
    person = Person(person_id(address(name)), name, address(name), AT)
    return person, Role(person.id, kind, unit, AT)


def report(unit: str, state: SubmissionState, number: int = 1) -> Submission:
    """Returns a report that was handed in."""
    key = ReportKey(NOW.id, unit, FORM)
    return Submission(key, f"BC-2026-6T-{number:04}", 1, state, 1, (), "x", AT, "console")


@asynccontextmanager
async def province(folder: Path, engine: str) -> AsyncIterator[Opened]:
    """Yields a store with the demo's province and periods, and nobody in it."""
    async with opened(folder, engine) as found:
        await found.change(lambda connection: load(connection, with_people=False))
        yield found


async def keep(store: Opened, *records: Record) -> None:
    """Writes records down."""
    await store.change(lambda connection: writing.write(connection, records))


async def reading(store: Opened, question: Callable[[Records], Awaitable[Found]]) -> Found:
    """Returns what is found by reading the house."""
    async with store.engine.connect() as connection:
        return await question(SqlRecords(connection))


async def told(store: Opened, base: Base, text: str, at: datetime = AT, token: str = "", name: str = "Tư") -> Reply:
    """Returns what somebody is told who writes a text, or presses a button."""
    kind = Kind.PRESS if token else Kind.TEXT
    incoming = Incoming(address(name), kind, "1", at, text, token)

    async def ask(records: Records) -> Reply:
        (reply,) = (await route(incoming, Desk(base, now=at, records=records), HANDLERS)).replies
        return reply

    return await reading(store, ask)
