""" "gọi ai": who has not reported yet, and whom an officer calls about it, by the officer's level."""

import re
from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.divided import Part, divided
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.shown import shown as number
from bot.roll_call import roll_call
from bot.router import Handler
from handlers.answering import asked
from handlers.contacts import Contact, contacts
from handlers.looked_after import NOT_YOURS, keeps
from handlers.looked_at import Asking, Look, looked_at
from handlers.order import ordered, typed_after
from handlers.pages import AT_MOST
from handlers.prompted import prompt_choice
from handlers.role_words import told_apart
from handlers.seen_token import CALLS, STANDING, token
from handlers.standing_words import noun, said, until
from handlers.telling import remark
from handlers.typed import command, pressed

_WORDS = "gọi ai"
_PRIVATELY = "Ở đây có nhiều người. Danh sách cần gọi thì đồng chí nhắn riêng cho tôi."
_BESIDE = 2
"""Beside the units, with names and numbers, and the way back up, two choices lead on and remind."""

_LATE = r"(?:tre|muon|cham|qua)(?: han)?(?: (?:bao cao|bc|nop))?"
_ORDER = re.compile(
    r"(?:cho (?:toi|tui|minh) |toi muon |xin )?(?:xem )?"
    r"(?:/trehan|(?:gio |bay gio )?(?:can |phai |nen )?(?:goi|nhac|don doc)(?: dien(?: thoai)?)?(?: cho)?"
    r" (?:ai|nhung ai|nguoi nao|noi nao)"
    rf"|(?:danh sach|ds) (?:(?:can |phai )?(?:goi|nhac|don doc)|(?:nop |bao )?{_LATE})"
    r"|(?:ai|nhung ai|noi nao|chi hoi nao) (?:can|phai) (?:goi|nhac)(?: dien(?: thoai)?)?"
    r"|(?:ai|chi hoi nao|don vi nao|noi nao) chua (?:nop|bao|gui)(?: bao cao)?[ ,]+(?:cho (?:toi|tui|minh) )?(?:xin )?"
    r"(?:so (?:dien thoai|dt|may)|sdt)"
    rf"|(?:con |co )?(?:ai|nhung ai|don vi nao|chi hoi nao|xa nao|noi nao) (?:con |dang |bi |da |nop |bao )*{_LATE})"
    r"(?: roi| bay gio| day| vay)?(?= |$)"
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks whom to call."""
    return pressed(incoming, CALLS) or ordered(incoming, talk, _ORDER)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the list; it is told in passing, so that no number stays in the memory of the chat."""
    person, text = await desk.records.person_at(incoming.address), typed_after(incoming, _ORDER) or ""
    if incoming.group:
        return asked(incoming, desk, incoming.text) if text else remark(incoming, _PRIVATELY)
    if person is None and incoming.kind is Kind.TEXT and not command(incoming.text):
        return asked(incoming, desk, incoming.text)
    if person is None or not keeps(person):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    look = await looked_at(incoming, desk, person, Asking(CALLS, _WORDS, text))
    return look if isinstance(look, Outcome) else await _listed(incoming, desk, look)


async def _listed(incoming: Incoming, desk: Desk, look: Look) -> Outcome:
    unit, tree, today = look.unit, look.tree, look.reach.day
    roll = (await roll_call(desk.records, look.period, tree, today)).under(unit.id, tree, today)
    owing = [part for part in divided(unit.id, roll, tree, today) or (Part(unit, roll),) if part.owed]
    if not owing:
        told = f"{unit.name}, {look.period.title}: không còn ai cần gọi."
        return remark(incoming, told, _beside(look))
    count = sum(len(part.owed) for part in owing)
    head = [f"{number(count)} {noun(roll)} chưa xong báo cáo, cần gọi.", f"{unit.name}, {look.period.title}."]
    shown = owing[look.start : look.start + _page(look)]
    named = told_apart([part.unit for part in shown], tree)
    whom = await _contacts(desk, look, shown)
    lines = [f"- {_line(part, name, one)}" for part, name, one in zip(shown, named, whom, strict=True)]
    text = "\n".join([*head, *until(look.period, roll, desk.now)[:1], *lines])
    remind = await prompt_choice(desk, look, [line for part in owing for line in part.owed])
    return remark(incoming, text, (*_choices(look, owing, shown, named), *remind, *_beside(look)))


async def _contacts(desk: Desk, look: Look, parts: Sequence[Part]) -> list[Contact]:
    """Returns whom to call of each part: the leader of a unit that reports, the officer of one above such."""
    own = [part.unit for part in parts if part.own]
    above = [part.unit for part in parts if not part.own]
    found = [
        *(await contacts(desk, look.tree, RoleKind.LEADER, own)),
        *(await contacts(desk, look.tree, RoleKind.OFFICER, above)),
    ]
    return [next(one for one in found if one.unit.id == part.unit.id) for part in parts]


def _line(part: Part, name: str, contact: Contact) -> str:
    if part.own:
        return f"{name} ({said(part.roll.lines[0].stand)}): {contact}"
    return f"{name}, {len(part.owed)} {noun(part.roll)}: {contact}"


def _choices(look: Look, owing: Sequence[Part], shown: Sequence[Part], named: Sequence[str]) -> list[Choice]:
    below = [
        Choice(name, token(STANDING if part.own else CALLS, look.period.id, part.unit.id))
        for part, name in zip(shown, named, strict=True)
    ]
    turn = look.start + _page(look)
    more = [Choice("Xem thêm", f"{token(CALLS, look.period.id, look.unit.id)}:{turn}")] if turn < len(owing) else []
    return [*below, *more]


def _page(look: Look) -> int:
    return AT_MOST - _BESIDE - len(_beside(look))


def _beside(look: Look) -> tuple[Choice, ...]:
    up = look.up
    return (Choice("Lên trên", token(CALLS, look.period.id, up.id)),) if up is not None else ()


HANDLER = Handler("calling", wants, handle)
