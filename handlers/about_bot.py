""" "in ra giấy được không", "mã mời lấy ở mô", "gọi cho ông Ba giúp tui": what the bot itself can and cannot do, by
what somebody does here. No plan is searched for it.
"""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.reading.of_bot import OfBot, called, of_bot
from bot.router import Handler
from handlers.about_bot_words import ADMIN, KEEPER, LEADER, MEMBER
from handlers.choice import of_plans
from handlers.contacts import contacts
from handlers.leader_meant import leader_meant
from handlers.looked_after import keeps, looked_after
from handlers.moments import clock_told
from handlers.officer_above import officer_above
from handlers.role_words import title
from handlers.seen_token import STANDING, seen
from handlers.telling import remark
from handlers.unit_named import units_named

_CANNOT_CALL = "Tôi không gọi điện được."
_WRITE = "Nhắn tin thì tôi gửi được, ví dụ: gửi cho {whom}: mời đồng chí lên xã."
_LEADER = re.compile(r"^(?:chi hoi truong|truong chi hoi|lanh dao)(?: (?:cua|o))? ")


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether something is asked of the bot itself."""
    return incoming.kind is Kind.TEXT and of_bot(incoming.text) not in (None, OfBot.ABILITIES)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what it can do of that. What is asked meanwhile stays on the screen, questions to the plans do not."""
    screen = () if any(map(of_plans, desk.talk.screen)) else desk.talk.screen
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    if of_bot(incoming.text) is OfBot.CALLING and person is not None and keeps(person):
        found = await _called(incoming, desk, person)
        if found:
            return remark(incoming, found, screen) if isinstance(found, str) else found
    return remark(incoming, await told_of_bot(incoming, desk), screen)


async def told_of_bot(incoming: Incoming, desk: Desk) -> str:
    """Returns what is said to such a question, "" for a text that is none."""
    kind = of_bot(incoming.text)
    return "" if kind in (None, OfBot.ABILITIES) else await told_as(kind, incoming, desk)


async def told_as(kind: OfBot, incoming: Incoming, desk: Desk) -> str:
    """Returns what is said to a question of this kind, by what the asker does here."""
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    text = _words(person)[kind]
    above = await officer_above(person, desk) if "{above}" in text and person and person.roles else ""
    return text.format(office=desk.office, above=above or desk.office, clock=clock_told(desk.now), year=desk.now.year)


def _words(person: Person | None) -> dict[OfBot, str]:
    told = dict(MEMBER)
    if person is not None and person.has(RoleKind.LEADER):
        told |= LEADER
    if keeps(person):
        told |= KEEPER
    if person is not None and person.has(RoleKind.ADMIN):
        told |= ADMIN
    return told


async def _called(incoming: Incoming, desk: Desk, person: Person) -> str | Outcome:
    """Returns whom an officer shall call instead, with the number where there is consent, or which one is meant.

    "" where nobody is found.
    """
    name, tree = called(incoming.text) or "", await desk.records.tree()
    found = await leader_meant(incoming, desk, person, name, STANDING)
    if isinstance(found, Outcome):
        return found
    unit = tree.find(seen(found.token).unit) if found else _only(name, person, desk, tree)
    if unit is None:
        return ""
    (whom,) = await contacts(desk, tree, RoleKind.LEADER, [unit])
    if not whom.people:
        return f"{_CANNOT_CALL} {unit.name} {whom}."
    return "\n".join(
        [
            f"{_CANNOT_CALL} Đồng chí gọi giúp:",
            f"{whom} ({title(RoleKind.LEADER, unit)}).",
            _WRITE.format(whom=whom.people[0].name),
        ]
    )


def _only(name: str, person: Person, desk: Desk, tree: Tree) -> Unit | None:
    """Returns the only unit of theirs whose leader can be meant: "chi hội trưởng thôn An Hòa"."""
    found = units_named(without(name, _LEADER), looked_after(person, tree, desk, RoleKind.LEADER), tree)
    return found[0] if len(found) == 1 else None


HANDLER = Handler("about the bot", wants, handle)
