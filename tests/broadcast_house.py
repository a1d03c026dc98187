"""People, units and broadcasts in memory: a house without a store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.demo.load import PROVINCE, example
from bot.demo.reports import NOW as PERIOD
from bot.messages import Address
from bot.model.acknowledgement import Acknowledgement
from bot.model.audience import Audience, AudienceKind
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast
from bot.model.job import FinishedJob
from bot.model.period import Period
from bot.model.person import Person, person_id
from bot.model.receiver import Receiver
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.role import RoleKind
from bot.model.subscription import Subscription
from bot.model.tally import Tally
from bot.model.tree import Tree
from bot.records import Record, Resent
from bot.stories.lines import ZONE
from tests.empty_house import EmptyHouse

MORNING = datetime(2026, 5, 20, 8, tzinfo=ZONE)
_SENT = "sent"


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
