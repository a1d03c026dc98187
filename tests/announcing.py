"""An office with people who write broadcasts, all in memory: the records as plain lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.channels.console import Console, address
from bot.demo.load import PROVINCE, example
from bot.demo.reports import NOW as PERIOD
from bot.messages import Address, Choice, Enclosure, FileKind, Incoming, Kind, Reply
from bot.model.acknowledgement import Acknowledgement
from bot.model.audience import Audience, AudienceKind
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import WORDS, Capabilities
from bot.model.job import FinishedJob, Job, JobKind
from bot.model.period import Period
from bot.model.person import Person, person_id
from bot.model.receiver import Receiver
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.rhythm import Rhythm
from bot.model.role import Role, RoleKind
from bot.model.subscription import Subscription
from bot.model.talk import Talk
from bot.model.tally import Tally
from bot.model.tree import Tree
from bot.outcome import Outcome
from bot.records import Record, Resent
from bot.router import route
from bot.stories.lines import ZONE
from handlers import HANDLERS
from knowledge.base import Base
from tests.desks import desk
from tests.empty_house import EmptyHouse

MORNING = datetime(2026, 5, 20, 8, tzinfo=ZONE)
"""A Wednesday."""

_SENT = "sent"

LEADERS = "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: Mời các đồng chí họp."

NOW = "gửi cho chi hội trưởng xã Vân Trà ngay, có nút đã nhận: Mời các đồng chí họp."


class BroadcastHouse(EmptyHouse):
    """People, units and broadcasts in memory (bot.records.Records)."""

    def __init__(self) -> None:
        self._tree = Tree(example(PROVINCE))
        self.people: dict[str, Person] = {}
        self.kept: dict[int, Broadcast] = {}
        self.letters: dict[int, list[ReceiverOutcome]] = {}
        self.stopped: dict[Address, datetime] = {}
        self.blocked: set[Address] = set()
        self.owing: set[str] = set()
        self.audits: list[Audit] = []
        self.resent: list[Resent] = []
        self.finished: dict[str, FinishedJob] = {}
        self.erased: set[str] = set()

    async def job(self, name: str) -> FinishedJob | None:
        return self.finished.get(name)

    async def keeps(self, file: str) -> bool:
        return file not in self.erased

    async def tree(self) -> Tree:
        return self._tree

    async def person_at(self, address: Address) -> Person | None:
        return self.people.get(person_id(address))

    async def person(self, name: str) -> Person | None:
        return self.people.get(name)

    async def people_with(self, kind: RoleKind, unit: str) -> Sequence[Person]:
        return [one for one in self.people.values() if unit in one.units(kind)]

    async def periods(self) -> Sequence[Period]:
        return (PERIOD,)

    async def broadcast(self, number: int) -> Broadcast | None:
        return self.kept.get(number)

    async def broadcasts(self) -> Sequence[Broadcast]:
        return sorted(self.kept.values(), key=lambda one: -one.number)

    async def next_broadcast(self) -> int:
        return max(self.kept, default=0) + 1

    async def tally(self, number: int) -> Tally:
        found = self.letters.get(number, [])
        states = [one.state for one in found]
        return Tally(
            *(
                states.count(name)
                for name in ("pending", "leased", "sent", "failed", "blocked", "unknown", "cancelled")
            ),
            acknowledged=sum(one.acknowledged for one in found),
        )

    async def receivers(self, audience: Audience, today: date) -> Sequence[Receiver]:
        found = {one.address: one for one in self._among(audience)}
        left_out = {unit.id for name in audience.without_units for unit in self._tree.below(name, today)}
        return [
            one
            for one in found.values()
            if one.unit not in left_out
            and one.person not in audience.without_people
            and one.address not in self.stopped
            and one.address not in self.blocked
        ]

    def _among(self, audience: Audience) -> list[Receiver]:
        match audience.kind:
            case AudienceKind.EVERYBODY:
                return [self._receiver(one, "") for one in self.people.values()]
            case AudienceKind.SILENT | AudienceKind.RECEIVED:
                letters = [one for one in self.letters.get(audience.broadcast, []) if one.state == _SENT]
                silent = audience.kind is AudienceKind.SILENT
                return [one.receiver for one in letters if not (silent and one.acknowledged)]
            case AudienceKind.PEOPLE:
                return [self._receiver(self.people[name], "") for name in audience.people]
        kind = RoleKind.OFFICER if audience.kind is AudienceKind.OFFICERS else RoleKind.LEADER
        owing = audience.kind is AudienceKind.MISSING
        return [
            self._receiver(one, unit)
            for one in self.people.values()
            for unit in one.units(kind)
            if (not audience.unit or self._tree.within(unit, audience.unit, MORNING.date()))
            and (not owing or unit in self.owing)
        ]

    def _receiver(self, person: Person, unit: str) -> Receiver:
        units = [role.unit for role in person.roles if role.unit]
        return Receiver(person.address, person.id, person.name, unit or (units[0] if units else ""))

    async def outcomes(self, number: int) -> Sequence[ReceiverOutcome]:
        return self.letters.get(number, [])

    async def ended(self, number: int, most: int) -> Sequence[str]:
        ends = [one.state for one in self.letters.get(number, []) if one.state not in ("pending", "leased")]
        return ends[:most]

    async def awaited(self, address: Address) -> Broadcast | None:
        for number in sorted(self.letters, reverse=True):
            got = [one for one in self.letters[number] if one.receiver.address == address and one.state == _SENT]
            if got and self.kept[number].acknowledged:
                return self.kept[number]
        return None

    async def subscription(self, address: Address) -> Subscription:
        return Subscription(address, self.stopped.get(address))

    def write(self, records: Sequence[Record]) -> None:
        """Writes records down."""
        for record in records:
            match record:
                case Broadcast():
                    self.kept[record.number] = record
                case Acknowledgement():
                    self.letters[record.broadcast] = [
                        replace(one, acknowledged=one.acknowledged or one.receiver.address == record.address)
                        for one in self.letters[record.broadcast]
                    ]
                case Subscription(address, None):
                    self.stopped.pop(address, None)
                case Subscription(address, stopped) if stopped is not None:
                    self.stopped[address] = stopped
                case Resent():
                    self.resent.append(record)
                    self.letters[record.broadcast] = [
                        replace(one, state="pending", reason="") if one.state in record.states else one
                        for one in self.letters[record.broadcast]
                    ]
                case Audit():
                    self.audits.append(record)


class Office:
    """People at their phones. What was said to each is remembered."""

    def __init__(self, base: Base, approval_above: int | None = 50) -> None:
        self._base = base
        self._talks: dict[str, Talk] = {}
        self._keys = 0
        self.house = BroadcastHouse()
        self.rules, self.rhythm = BroadcastRules(approval_above), Rhythm()
        self.now = MORNING
        self.said: dict[str, list[str]] = {}
        self.offered: dict[str, tuple[Choice, ...]] = {}
        self.jobs: list[tuple[str, ...]] = []
        self.fetching: list[Job] = []
        self.replies: dict[str, list[Reply]] = {}
        self.can: dict[str, Capabilities] = {"console": Console.capabilities}

    def make(self, name: str, *roles: tuple[RoleKind, str]) -> None:
        """Lets somebody agree to be known, with these roles."""
        here = address(name)
        held = tuple(Role(person_id(here), kind, unit, self.now) for kind, unit in roles)
        self.house.people[person_id(here)] = Person(person_id(here), name, here, self.now, held)

    async def writes(self, name: str, *texts: str, kind: Kind = Kind.TEXT, group: bool = False, **more: Any) -> str:
        """Returns all that somebody is told after the last of these texts, message under message."""
        for text in texts:
            self._keys += 1
            await self._does(
                Incoming(address(name), name, kind, str(self._keys), self.now, text, group=group, name=name, **more)
            )
        return self.told(name)

    async def sends(self, name: str, caption: str = "", kind: Kind = Kind.PHOTO, file: str = "F", **more: Any) -> str:
        """Returns what somebody is told after a picture or file."""
        return await self.writes(name, caption, kind=kind, file=file, **more)

    async def fetched(self, name: str, why: str = "", *, failed: bool = False, file: str = "") -> str:
        """Returns what somebody is told when what was sent last has been fetched, or cannot be had."""
        job = self.fetching.pop()
        kind = FileKind.PICTURE if job.parameters[1] == Kind.PHOTO else FileKind.DOCUMENT
        found = None if why or failed else Enclosure(job.id, file or "anh.jpg", kind)
        self.house.finished[job.id] = FinishedJob(job, why, found, failed)
        self.said[name] = []
        await self._does(Incoming(address(name), "", Kind.EVENT, job.id, self.now, token=f"job:{job.id}"))
        return self.told(name)

    async def presses(self, name: str, label: str) -> str:
        """Returns what somebody is told after pressing what is on the screen."""
        (choice,) = (one for one in self.offered[name] if one.label == label)
        return await self.presses_token(name, choice.token)

    async def presses_token(self, name: str, token: str) -> str:
        """Returns what somebody is told after a button, whoever had it and whenever."""
        self._keys += 1
        await self._does(Incoming(address(name), name, Kind.PRESS, str(self._keys), self.now, "", token))
        return self.told(name)

    def told(self, name: str) -> str:
        """Returns what was said to somebody last."""
        return "\n".join(self.said.get(name, []))

    def labels(self, name: str) -> list[str]:
        """Returns the choices on somebody's screen."""
        return [choice.label for choice in self.offered[name]]

    def token(self, name: str, label: str) -> str:
        """Returns the token of a choice on somebody's screen."""
        return next(choice.token for choice in self.offered[name] if choice.label == label)

    async def _does(self, incoming: Incoming) -> Outcome:
        name = incoming.address.chat
        talk = self._talks.get(name, Talk())
        about = {"base": self._base, "rules": self.rules, "rhythm": self.rhythm, "able": self._can}
        outcome = await route(incoming, desk(self.now, talk, self.house, **about), HANDLERS)
        self.house.write(outcome.records)
        self._talks[name] = outcome.talk or talk
        for chat in {reply.address.chat for reply in outcome.replies}:
            replies = [reply for reply in outcome.replies if reply.address.chat == chat]
            self.replies[chat] = replies
            self.said[chat] = [reply.text for reply in replies]
            self.offered[chat] = replies[-1].choices
        self.fetching += [job for job in outcome.jobs if job.kind is JobKind.FETCH]
        self.jobs += [(job.kind.value, *job.parameters) for job in outcome.jobs]
        return outcome

    def _can(self, channel: str) -> Capabilities:
        return self.can.get(channel) or WORDS

    async def goes_out(self, number: int, states: Mapping[str, str] | None = None) -> None:
        """Sends a scheduled broadcast: ``states`` are the ends of letters to some, the others are sent."""
        one = self.house.kept[number]
        assert one.state is BroadcastState.SCHEDULED
        assert one.audience is not None
        ends = states or {}
        letters = []
        for receiver in await self.house.receivers(one.audience, self.now.date()):
            state = ends.get(receiver.name, _SENT)
            letters.append(ReceiverOutcome(receiver, state, "chat not found" if state == "failed" else ""))
        over = all(one.state not in ("pending", "leased") for one in letters)
        self.house.letters[number] = letters
        state = BroadcastState.FINISHED if over else BroadcastState.RUNNING
        self.house.kept[number] = replace(one, state=state)

    async def looks(self, name: str, number: int) -> str:
        """Returns what somebody is told after a look at a broadcast on its way."""
        self._keys += 1
        event = Incoming(address(name), name, Kind.EVENT, str(self._keys), self.now, token=f"tbtiendo:{number}:0")
        await self._does(event)
        return self.told(name)

    def later(self, **span: int) -> None:
        """Lets time pass."""
        self.now += timedelta(**span)


def office(base: Base, approval_above: int | None = 50) -> Office:
    """Returns an office: An and Bình keep the house, Lan looks after Vân Trà, three lead there, one leads elsewhere."""
    found = Office(base, approval_above)
    found.make("An", (RoleKind.ADMIN, ""))
    found.make("Bình", (RoleKind.ADMIN, ""))
    found.make("Lan", (RoleKind.OFFICER, "xa-van-tra"))
    found.make("Ba", (RoleKind.LEADER, "thon-trung-dong"))
    found.make("Sáu", (RoleKind.LEADER, "thon-an-hoa"))
    found.make("Bảy", (RoleKind.LEADER, "thon-trung-quy"))
    found.make("Tám", (RoleKind.LEADER, "thon-phu-trach"))
    found.make("Chín")
    return found


def ids(*names: str) -> tuple[str, ...]:
    """Returns the ids of people."""
    return tuple(person_id(address(name)) for name in names)


async def sent(room: Office, states: dict[str, str] | None = None, text: str = NOW) -> None:
    """Sends broadcast 1."""
    await room.writes("An", text)
    await room.presses("An", "Gửi")
    await room.goes_out(1, states)
