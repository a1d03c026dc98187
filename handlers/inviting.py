"""An officer or an admin makes the code for a new leader; an admin also for an officer."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.audit import Audit
from bot.model.code import hashed, plain_code
from bot.model.invite import Invite, end_of
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.records import Record
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps, looked_after
from handlers.moments import shown_day
from handlers.order import named_after
from handlers.role_words import title
from handlers.telling import remark
from handlers.typed import pressed
from handlers.unit_asked import Naming, meant, which

HOLDS = timedelta(days=30)
"""How long a code can be used."""

_FAMILY = "moi"
_LEADER = re.compile(
    r"(?:toi (?:muon|can) )?(?:moi|cap ma|gui ma|tao ma|lam ma|doi|thay)(?: moi)?(?: cho)? "
    r"(?:(?:mot |1 )?(?:chi hoi truong|truong chi hoi)\b(?: moi\b)?|(?=chi hoi\b))(?: cua\b| cho\b| o\b)?"
)
_OFFICER = re.compile(
    r"(?:toi (?:muon|can) )?(?:moi|cap ma|gui ma|tao ma|them)(?: moi)?(?: cho)? "
    r"(?:mot |1 )?can bo\b(?: moi\b)?(?: cua\b| cho\b| o\b)?"
)
_WORDS = {RoleKind.LEADER: "mời chi hội trưởng mới", RoleKind.OFFICER: "mời cán bộ"}


@dataclass(frozen=True, slots=True)
class Order:
    """What kind of role, for which unit: by id where a button was pressed, else as it was typed."""

    kind: RoleKind
    unit: str = ""
    text: str = ""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants a code for somebody else."""
    return _order(incoming) is not None


def _order(incoming: Incoming) -> Order | None:
    if pressed(incoming, _FAMILY):
        _, kind, unit = f"{incoming.token}::".split(":")[:3]
        return Order(RoleKind(kind), unit) if kind in _WORDS else None
    if incoming.kind is not Kind.TEXT:
        return None
    for kind, pattern in ((RoleKind.OFFICER, _OFFICER), (RoleKind.LEADER, _LEADER)):
        name = named_after(incoming.text, pattern)
        if name is not None:
            return Order(kind, text=name)
    return None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the code, or which unit is meant. Who is nobody here asked the knowledge something."""
    person, order = await desk.records.person_at(incoming.address), _order(incoming)
    if person is None or order is None:
        return asked(incoming, desk, incoming.text)
    if not keeps(person) or (order.kind is RoleKind.OFFICER and not person.has(RoleKind.ADMIN)):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    tree = await desk.records.tree()
    among = looked_after(person, tree, desk, order.kind)
    units = meant(order.unit, order.text, among, tree)
    if len(units) == 1 and (order.unit or order.text):
        return await _invite(incoming, desk, order.kind, units[0], person)
    naming = Naming(_WORDS[order.kind], order.text, among, f"{_FAMILY}:{order.kind}")
    return remark(incoming, *which(units, tree, naming))


async def _invite(incoming: Incoming, desk: Desk, kind: RoleKind, unit: Unit, person: Person) -> Outcome:
    code = desk.code()
    last = desk.now.date() + HOLDS
    invite = Invite(hashed(plain_code(code)), kind, unit.id, desk.now, end_of(last, desk.now.tzinfo))
    audit = Audit(person.id, "invite.made", unit.id, desk.now, incoming.address.channel, kind.value)
    lines = [
        f"Mã mời {title(kind, unit)}: {code}",
        f"Người nhận nhắn cho tôi: DANGKY {code}",
        f"Mã dùng một lần, đến ngày {shown_day(last)}.",
    ]
    leaders = await desk.records.people_with(kind, unit.id) if kind is RoleKind.LEADER else ()
    if leaders:
        names = ", ".join(one.name for one in leaders)
        lines.append(f"Có người nhận thì đồng chí {names} thôi vai trò. Số liệu vẫn ở chi hội.")
    older = await desk.records.open_invites(kind, unit.id) if kind is RoleKind.LEADER else ()
    records: tuple[Record, ...] = (invite, *(one.over(desk.now) for one in older), audit)
    return Outcome(replies=remark(incoming, "\n".join(lines)).replies, records=records)


HANDLER = Handler("inviting", wants, handle)
