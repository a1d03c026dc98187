""" "mai tui đau chân không đi họp được": nobody is told by the bot; it says whom to tell, by name where it knows."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.told import Told, told
from bot.router import Handler
from handlers.answering import asked
from handlers.contacts import Contact, contacts
from handlers.role_words import title
from handlers.telling import remark

_READ = "Tôi đọc rồi: đồng chí không đi được. Tôi không báo vắng thay được."
_TELL = "Đồng chí báo {whom} giúp."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody tells that he cannot come."""
    return incoming.kind is Kind.TEXT and told(incoming.text) is Told.ABSENT


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns whom to tell: who has a role tells the nearest officer above, else the office. Whose member somebody is
    the bot does not know.
    """
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    if person is None or not person.roles:
        return asked(incoming, desk, incoming.text)
    above = await _above(person, desk)
    whom = f"{above.people[0].name}, {title(RoleKind.OFFICER, above.unit)}," if above else desk.office
    return remark(incoming, f"{_READ}\n{_TELL.format(whom=whom)}")


async def _above(person: Person, desk: Desk) -> Contact | None:
    """Returns the nearest unit above with somebody else who looks after it; None without any."""
    tree = await desk.records.tree()
    units = [unit for role in person.roles if role.unit for unit in tree.above(role.unit, desk.now.date())]
    found = await contacts(desk, tree, RoleKind.OFFICER, units)
    return next((one for one in found if one.people and one.people[0].id != person.id), None)


HANDLER = Handler("absent", wants, handle)
