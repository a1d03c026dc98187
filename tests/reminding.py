"""A small association with an inbox and a timetable on one store, for tests of what reminds by itself."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from bot.inbox import Inbox
from bot.messages import Address
from bot.model.broadcast_rules import BroadcastRules
from bot.model.period import LevelDeadline, Period, Span
from bot.model.person import Person
from bot.model.rhythm import Rhythm
from bot.model.role import Role, RoleKind
from bot.model.submission import ReportKey, Submission, SubmissionState
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.movable import MovableClock
from bot.outbox import Outbox
from bot.outcome import Outcome
from bot.pace import Rates
from bot.ports.delivery import Delivery, Retry
from bot.ports.letter import Letter
from bot.ports.line import Line
from bot.ports.store import Waiting
from bot.records import Expected, Record, Records
from bot.router import route
from bot.store import units as unit_table
from bot.store import writing
from bot.store.reminder_tables import REMINDERS
from bot.store.tables import OUTBOX
from bot.timetable import Timetable
from handlers import HANDLERS
from knowledge.form_files import load_forms
from tests.desks import Desk
from tests.scripted import NAME, Script
from tests.stores import Opened, opened

_UNPACED = Rates(float("inf"), float("inf"), float("inf"))
RHYTHM = Rhythm()
RULES = BroadcastRules()
ZONE = RHYTHM.zone
LINE: Line = (NAME, "b1")
FORM = "cuoc-van-dong"
BEGIN = datetime(2026, 5, 1, 8, tzinfo=ZONE)
LAST = date(2026, 5, 25)
FORMS = load_forms()
LEAVES = ("c1", "c2", "c3", "c4", "c5", "c6")
UNITS = (
    Unit("t", "Tỉnh hội", "tỉnh"),
    Unit("x1", "Hội CCB xã Một", "xã", "t"),
    Unit("x2", "Hội CCB xã Hai", "xã", "t"),
    *(Unit(name, f"Chi hội thôn {name}", "chi hội", "x1" if name in LEAVES[:3] else "x2") for name in LEAVES),
)
LEADERS = {"c1": "một", "c2": "hai", "c3": "ba", "c4": "tư", "c5": "tư"}
"""Who leads what; c6 has nobody."""

PERIOD = Period(
    id="6T-2026",
    title="6 tháng đầu năm 2026",
    span=Span.HALF,
    year=2026,
    forms=(FORM,),
    deadline=date(2026, 5, 31),
    levels=(LevelDeadline("chi hội", LAST),),
    opened=BEGIN,
    opened_by="an",
)


def person(name: str) -> list[Record]:
    """Returns somebody on the scripted channel."""
    return [Person(name, name.title(), Address(*LINE, name), BEGIN)]


class Patchy(Script):
    """A channel whose network may be down."""

    down = False

    async def send(self, letter: Letter) -> Delivery:
        """Notes the letter as sent only when the network is up."""
        return Retry("no network") if self.down else await super().send(letter)


class Association:
    """Everybody, the period, and the loops: ``look`` does what is due now. A new one on the same store is a restart."""

    def __init__(self, store: Opened, now: datetime = BEGIN) -> None:
        self.store = store
        self.clock = MovableClock(now)
        self.channel = Patchy(self.clock)
        self.inbox = Inbox(store, [self.channel], self._handle, self.clock)
        self.outbox = Outbox(store, self.channel, self.clock, rates=_UNPACED, dice=Random(1))
        self.timetable = Timetable(store, [LINE], self.clock)
        self.period = PERIOD

    async def found(self) -> None:
        """Writes the association down."""
        names = [*dict.fromkeys(LEADERS.values()), "cán bộ một", "cán bộ tỉnh", "an"]
        roles = [Role(name, RoleKind.LEADER, unit, BEGIN) for unit, name in LEADERS.items()]
        roles += [Role("cán bộ một", RoleKind.OFFICER, "x1", BEGIN), Role("cán bộ tỉnh", RoleKind.OFFICER, "t", BEGIN)]
        roles += [Role("an", RoleKind.ADMIN, "", BEGIN)]
        await self.store.change(lambda connection: unit_table.replace_all(connection, UNITS))
        await self.write(*(record for name in names for record in person(name)), *roles, PERIOD)
        await self.write(Expected(PERIOD.id, LEAVES))

    async def write(self, *records: Record) -> None:
        """Writes records down."""
        await self.store.change(lambda connection: writing.write(connection, records))

    async def hand_in(self, unit: str, state: SubmissionState = SubmissionState.SUBMITTED) -> None:
        """Writes down a report without figures."""
        key, at = ReportKey(PERIOD.id, unit, FORM), self.clock.now()
        await self.write(Submission(key, f"BC-{unit}", 1, state, 1, (), "an", at, NAME))

    async def set_last_day(self, day: date) -> None:
        """Gives the chi hội another last day."""
        deadline = max(day, PERIOD.deadline)
        self.period = replace(self.period, deadline=deadline, levels=(LevelDeadline("chi hội", day),), closed=None)
        await self.write(self.period)

    async def close(self) -> None:
        """Closes the period."""
        self.period = replace(self.period, closed=self.clock.now())
        await self.write(self.period)

    async def merge(self, name: str, into: str) -> None:
        """Lets a unit go into another one, as of yesterday."""
        yesterday = self.clock.now().astimezone(ZONE).date() - timedelta(days=1)
        tree = await self.store.look(unit_table.tree)
        some = [replace(one, end=yesterday, merged_into=into) if one.id == name else one for one in tree.units]
        await self.store.change(lambda connection: unit_table.replace_all(connection, some))

    async def look(self) -> None:
        """Does all that is due now."""
        while await self.timetable.turn() or await self.inbox.turn():
            pass

    async def deliver(self) -> None:
        """Does all that is due now, and sends what may go."""
        await self.look()
        while await self.outbox.turn() or await self.inbox.turn():
            await self.look()

    async def live(self, until: datetime) -> list[datetime]:
        """Lets the time pass with the program running; returns when it did something."""
        times = []
        while (due := await self.store.next_due([LINE], self.clock.now())) is not None and due <= until:
            self.clock.set(due)
            times.append(due)
            await self.look()
        return [*times, *await self.leap(until)]

    async def leap(self, until: datetime) -> list[datetime]:
        """Lets the time pass with the program stopped, or the clock leap; then it does what is due."""
        self.clock.set(until)
        await self.look()
        return [until]

    async def letters(self) -> list[tuple[str, str]]:
        """Returns who was written to, and what: people by their names."""
        return [(row["chat"], row["text"]) for row in await self.store.rows(OUTBOX)]

    async def reminded(self) -> list[tuple[str, str, datetime]]:
        """Returns which unit was reminded in which wave and when, officers' lists among them."""
        return [(row["unit"], row["wave"], row["at"]) for row in await self.store.rows(REMINDERS)]

    async def _handle(self, waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        now = self.clock.now().astimezone(ZONE)
        desk = Desk(now=now, talk=talk, records=records, forms=FORMS, rhythm=RHYTHM)  # what reminds asks no knowledge
        return await route(waiting.incoming, desk, HANDLERS)


@asynccontextmanager
async def founded(folder: Path, engine: str) -> AsyncIterator[Association]:
    """Yields an association whose period was seen on its first day."""
    async with opened(folder, engine, RHYTHM) as store:
        made = Association(store)
        await made.found()
        await made.look()
        yield made


def moment(day: date, days: int) -> datetime:
    """Returns when a wave of a last day is due."""
    return datetime.combine(day + timedelta(days=days), RHYTHM.at, ZONE)


def people_of(letters: Sequence[tuple[str, str]], words: str = "") -> list[str]:
    """Returns to whom letters with these words went, in the order of their names."""
    return sorted(name for name, text in letters if words in text)
