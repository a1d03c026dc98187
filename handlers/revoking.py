"""An officer ends the role of a leader, an admin also that of an officer: after a yes, and they are told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.audit import Audit
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.records import Record
from bot.router import Handler
from handlers.answering import asked
from handlers.joined import open_drafts
from handlers.looked_after import NOT_YOURS, keeps, looked_after
from handlers.moments import shown_day
from handlers.order import named_after
from handlers.role_words import TITLES, title
from handlers.telling import remark
from handlers.typed import pressed
from handlers.unit_asked import Naming, meant, which

_FAMILY = "thuhoi"
_ORDER = re.compile(
    r"(?:toi (?:muon|can) )?(?:thu hoi|rut|cho thoi|bo|huy)(?: lai)? (?:vai tro|quyen|chuc)\b"
    r"(?: (?:cua|chi hoi truong|truong chi hoi|can bo))*(?: cua\b| o\b)?"
)
_WORDS = "thu hồi vai trò"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: "ask" about a unit, "yes" it is, "no" it is not; the unit by id, or as it was typed."""

    step: str
    unit: str = ""
    text: str = ""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to end the role of somebody else."""
    return _order(incoming) is not None


def _order(incoming: Incoming) -> Order | None:
    if pressed(incoming, _FAMILY):
        _, step, unit = f"{incoming.token}::".split(":")[:3]
        return Order(step, unit)
    name = named_after(incoming.text, _ORDER) if incoming.kind is Kind.TEXT else None
    return None if name is None else Order("ask", text=name)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns whose role it is and whether it shall end; after the yes, that it has."""
    person, order = await desk.records.person_at(incoming.address), _order(incoming)
    if person is None or order is None:
        return asked(incoming, desk, incoming.text)
    if not keeps(person):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    if order.step == "no":
        return remark(incoming, "Vâng, tôi giữ nguyên.")
    tree = await desk.records.tree()
    among = [unit for kind in (RoleKind.LEADER, RoleKind.OFFICER) for unit in looked_after(person, tree, desk, kind)]
    units = meant(order.unit, order.text, among, tree)
    if len(units) != 1 or not (order.unit or order.text):
        return remark(incoming, *which(units, tree, Naming(_WORDS, order.text, among, f"{_FAMILY}:ask")))
    (unit,) = units
    kind = RoleKind.OFFICER if tree.children(unit.id, desk.now.date()) else RoleKind.LEADER
    holders = await desk.records.people_with(kind, unit.id)
    if not holders:
        return remark(incoming, f"{unit.name} hiện chưa có ai giữ vai trò {TITLES[kind]}.")
    if order.step == "yes":
        return await _end(incoming, desk, kind, unit, holders)
    return _sure(incoming, desk, kind, unit, holders)


def _sure(incoming: Incoming, desk: Desk, kind: RoleKind, unit: Unit, holders: Sequence[Person]) -> Outcome:
    since = [
        f"- {one.name}, từ {shown_day(_role(one, kind, unit).start.astimezone(desk.now.tzinfo).date())}"
        for one in holders
    ]
    text = "\n".join(
        [f"Đang là {title(kind, unit)}:", *since, "Thu hồi vai trò này không? Số liệu đã gửi vẫn ở đơn vị."]
    )
    yes, no = Choice("Thu hồi", f"{_FAMILY}:yes:{unit.id}"), Choice("Giữ nguyên", f"{_FAMILY}:no:")
    return remark(incoming, text, (yes, no))


async def _end(incoming: Incoming, desk: Desk, kind: RoleKind, unit: Unit, holders: Sequence[Person]) -> Outcome:
    person = await desk.records.person_at(incoming.address)
    who = person.id if person is not None else ""
    records: list[Record] = [replace(_role(one, kind, unit), end=desk.now) for one in holders]
    channel, note = incoming.address.channel, f"{kind} {unit.id}"
    records += [Audit(who, "role.ended", one.id, desk.now, channel, note) for one in holders]
    if kind is RoleKind.LEADER:
        records += [replace(draft, nudge=None) for draft in await open_drafts(desk, unit.id)]
    what = title(kind, unit)
    told = [
        Reply(one.address, f"Từ nay đồng chí thôi vai trò {what}.\nCó gì chưa rõ, đồng chí hỏi {desk.office}.")
        for one in holders
    ]
    names = ", ".join(one.name for one in holders)
    done = Reply(incoming.address, f"Đã thu hồi. {names} thôi vai trò {what}, và đã được báo.")
    return Outcome(replies=(done, *told), records=tuple(records))


def _role(person: Person, kind: RoleKind, unit: Unit) -> Role:
    return next(role for role in person.roles if role.kind is kind and role.unit == unit.id)


HANDLER = Handler("revoking", wants, handle)
