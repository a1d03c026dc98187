"""An office with people who write broadcasts, one message after the other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.channels.console import Console, address
from bot.messages import Choice, Enclosure, FileKind, Incoming, Kind, Reply
from bot.model.broadcast import BroadcastState
from bot.model.broadcast_rules import BroadcastRules
from bot.model.capabilities import Capabilities
from bot.model.job import FinishedJob, Job, JobKind
from bot.model.person import Person, person_id
from bot.model.receiver_outcome import ReceiverOutcome
from bot.model.rhythm import Rhythm
from bot.model.role import Role, RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import route
from handlers import HANDLERS
from knowledge.base import Base
from tests.broadcast_house import MORNING, BroadcastHouse
from tests.desks import Desk

"""A Wednesday."""

_SENT = "sent"

LEADERS = "gửi cho chi hội trưởng xã Vân Trà 8h sáng mai: Mời các đồng chí họp."

NOW = "gửi cho chi hội trưởng xã Vân Trà ngay, có nút đã nhận: Mời các đồng chí họp."


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
                Incoming(address(name), kind, str(self._keys), self.now, text, group=group, name=name, **more)
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
        await self._does(Incoming(address(name), Kind.EVENT, job.id, self.now, token=f"job:{job.id}"))
        return self.told(name)

    async def presses(self, name: str, label: str) -> str:
        """Returns what somebody is told after pressing what is on the screen."""
        (choice,) = (one for one in self.offered[name] if one.label == label)
        return await self.presses_token(name, choice.token)

    async def presses_token(self, name: str, token: str) -> str:
        """Returns what somebody is told after a button, whoever had it and whenever."""
        self._keys += 1
        await self._does(Incoming(address(name), Kind.PRESS, str(self._keys), self.now, "", token))
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
        desk = Desk(
            self._base,
            now=self.now,
            talk=talk,
            records=self.house,
            rules=self.rules,
            rhythm=self.rhythm,
            able=self.can,
        )
        outcome = await route(incoming, desk, HANDLERS)
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
        event = Incoming(address(name), Kind.EVENT, str(self._keys), self.now, token=f"tbtiendo:{number}:0")
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
