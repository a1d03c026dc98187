"""A role is taken with an invite: what is written down, who is told."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.draft import Draft
from bot.messages import Incoming, Reply
from bot.model.attempts import Attempts
from bot.model.audit import Audit
from bot.model.invite import Invite
from bot.model.periods import taking
from bot.model.person import Person, person_id
from bot.model.role import Role, RoleKind
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.records import Record
from handlers.duties import duties, offers
from handlers.role_words import title

_FORMER = """Đồng chí {name} vừa nhận vai trò {title}.
Từ nay đồng chí thôi vai trò này. Số liệu đã gửi và bản đang nhập vẫn ở chi hội.
Cảm ơn đồng chí đã làm việc này."""

NAMELESS = "(chưa có tên)"
"""Somebody who comes by the web page, which knows no names, and has not said theirs yet."""

_NAME = 'Để cấp trên biết đồng chí là ai, nhắn "tên tôi là" và tên.'
_PHONE = 'Để cấp trên gọi được khi cần, nhắn "số điện thoại của tôi" và số.'


async def joined(incoming: Incoming, desk: Desk, invite: Invite, known: Person | None, unit: Unit | None) -> Outcome:
    """Returns that somebody has the role of an invite from now on. ``known`` has agreed before, None agrees now.

    Who led the unit until now is told that the role has ended, and its other codes are over. Where the unit was merged
    into another one, the leader of that one stays.
    """
    name = incoming.name.strip() or NAMELESS
    person = known or Person(await _new_id(incoming, desk), name, incoming.address, desk.now)
    role = Role(person.id, invite.kind, unit.id if unit is not None else "", desk.now)
    former = await _former(desk, invite, role)
    records: list[Record] = [] if known else [person]
    records += [
        role,
        replace(invite, used=desk.now, by=person.id),
        _noted("role.given", person.id, person.id, role, incoming),
    ]
    for one in former:
        ended = next(held for held in one.roles if held.kind is role.kind and held.unit == role.unit)
        records += [replace(ended, end=desk.now), _noted("role.ended", person.id, one.id, role, incoming)]
    if invite.kind is RoleKind.LEADER:
        records += [replace(draft, address=incoming.address) for draft in await open_drafts(desk, role.unit)]
        others = await desk.records.open_invites(role.kind, invite.unit)
        records += [other.over(desk.now) for other in others if other.hash != invite.hash]
    if await desk.records.attempts(incoming.address):
        records.append(Attempts(incoming.address, 0, desk.now))
    now = replace(person, roles=(*person.roles, role))
    what = title(role.kind, unit)
    whom = "đồng chí" if person.name == NAMELESS else f"đồng chí {person.name}"
    text = f"Cảm ơn {whom}. Từ nay đồng chí là {what}.\n{await duties(desk, now)}"
    if person.name == NAMELESS:
        text = f"{text}\n{_NAME}"
    if not person.phone and invite.kind is not RoleKind.ADMIN:
        text = f"{text}\n{_PHONE}"
    told = [Reply(one.address, _FORMER.format(name=person.name, title=what)) for one in former]
    return Outcome(
        replies=(Reply(incoming.address, text, offers(now)), *told),
        talk=replace(desk.talk, joining=""),
        records=tuple(records),
    )


async def open_drafts(desk: Desk, unit: str) -> list[Draft]:
    """Returns the drafts of a unit in the periods that take reports."""
    periods = taking(await desk.records.periods())
    return [draft for period in periods for draft in await desk.records.drafts(period.id, [unit])]


async def _new_id(incoming: Incoming, desk: Desk) -> str:
    """Returns the id of somebody new. Who was met here before may have left this chat and be known in another one."""
    name = person_id(incoming.address)
    return name if await desk.records.person(name) is None else f"{name}:{desk.now:%Y%m%d%H%M%S}"


async def _former(desk: Desk, invite: Invite, role: Role) -> Sequence[Person]:
    if role.kind is not RoleKind.LEADER or role.unit != invite.unit:
        return ()
    return [one for one in await desk.records.people_with(role.kind, role.unit) if one.id != role.person]


def _noted(what: str, who: str, about: str, role: Role, incoming: Incoming) -> Audit:
    note = f"{role.kind} {role.unit}".strip()
    return Audit(who, what, about, incoming.at, incoming.address.channel, note)
