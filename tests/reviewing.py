"""A house with an officer who reviews and a leader who has handed in, in one conversation after the other."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.appointing import appoint
from bot.channels.console import address
from bot.demo.load import load
from bot.demo.reports import FORM
from bot.demo.reports import NOW as PERIOD
from bot.messages import Choice, Incoming, Kind
from bot.model.audit import Audit
from bot.model.figure import Figure, Value
from bot.model.period import Period
from bot.model.person import person_id
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.router import route
from bot.store import units, writing
from bot.store.house import house
from bot.store.sql_records import SqlRecords
from bot.stories.lines import ZONE
from handlers import HANDLERS
from handlers.review_token import Pick, Verb
from knowledge.base import Base
from knowledge.form_files import load_forms
from tests.desks import Desk
from tests.forms import USUAL
from tests.stores import Opened, opened

MORNING = datetime(2026, 5, 20, 8, tzinfo=ZONE)
KEY = ReportKey(PERIOD.id, "thon-trung-dong", FORM)
RECEIPT = "BC-2026-6T-0001"
BY = person_id(address("Ba"))
ACCEPTED = SubmissionState.ACCEPTED
ACCEPT = Pick(Verb.ACCEPT, "", RECEIPT, 1).token
RETURN = Pick(Verb.RETURN, "", RECEIPT, 1).token


class Office:
    """A house with people in it, who write one after the other. What was said to each is remembered."""

    def __init__(self, store: Opened, base: Base) -> None:
        self._store = store
        self._base = base
        self._talks: dict[str, Talk] = {}
        self.now = MORNING
        self.said: dict[str, str] = {}
        self.offered: dict[str, tuple[Choice, ...]] = {}

    async def make(self, name: str, kind: RoleKind, unit: str = "") -> None:
        """Gives somebody a role."""
        await self._store.change(lambda c: appoint(c, address(name), name, kind, unit, self.now))

    async def hand_in(self, unit: str = KEY.unit, number: int = 1, receipt: str = RECEIPT, **other: Value) -> None:
        """Writes a report down."""
        figures = tuple(
            Figure(field, value, str(value), BY, self.now, "console") for field, value in {**USUAL, **other}.items()
        )
        key = replace(KEY, unit=unit)
        await self.keep(
            Submission(key, receipt, number, SubmissionState.SUBMITTED, 1, figures, BY, self.now, "console")
        )

    async def keep(self, *records: Submission | Period) -> None:
        """Writes records down."""
        await self._store.change(lambda c: writing.write(c, records))

    async def does(self, name: str, incoming: Incoming) -> Outcome:
        """Returns what comes of what somebody does, written down."""
        async with self._store.engine.connect() as connection:
            talk = self._talks.get(name, Talk())
            desk = Desk(self._base, now=self.now, talk=talk, records=SqlRecords(connection), forms=load_forms())
            outcome = await route(incoming, desk, HANDLERS)
        await self._store.change(lambda c: writing.write(c, outcome.records))
        self._talks[name] = outcome.talk or talk
        for reply in outcome.replies:
            self.said[reply.address.chat] = reply.text
            self.offered[reply.address.chat] = reply.choices
        return outcome

    async def writes(self, name: str, *texts: str, kind: Kind = Kind.TEXT, group: bool = False) -> str:
        """Returns what somebody is told after the last of these texts."""
        for text in texts:
            incoming = Incoming(address(name), kind, "k", self.now, text, message_id="m", group=group)
            await self.does(name, incoming)
        return self.said[name]

    async def presses(self, name: str, token: str) -> str:
        """Returns what somebody is told after a button, whoever had it."""
        await self.does(name, Incoming(address(name), Kind.PRESS, "k", self.now, "", token))
        return self.said[name]

    async def state(self, unit: str = KEY.unit) -> SubmissionState:
        """Returns the state of a unit's report."""
        held = [one for one in (await self._store.look(house)).submissions if one.key == replace(KEY, unit=unit)]
        return held[-1].state

    async def audits(self) -> Sequence[Audit]:
        """Returns what the audit says of reports."""
        return [one for one in (await self._store.look(house)).audit if one.what.startswith("report.")]

    async def reviews(self) -> Sequence[Review]:
        """Returns what was decided."""
        return (await self._store.look(house)).reviews

    async def rearrange(self, tree: Sequence[Unit]) -> None:
        """Makes these the units."""
        await self._store.change(lambda c: units.replace_all(c, tree))


@asynccontextmanager
async def staffed(folder: Path, base: Base) -> AsyncIterator[Office]:
    """Yields a house in which Ba has handed in a report and Lan looks after the commune."""
    async with opened(folder) as store:
        await store.change(lambda connection: load(connection, with_people=False))
        found = Office(store, base)
        await found.make("Lan", RoleKind.OFFICER, "xa-van-tra")
        await found.make("Ba", RoleKind.LEADER, KEY.unit)
        await found.hand_in()
        yield found
