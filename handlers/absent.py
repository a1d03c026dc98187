""" "mai tui đau chân không đi họp được": nobody is told by the bot; it says whom to tell, by name where it knows."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.told import Told, told
from bot.router import Handler
from handlers.answering import asked
from handlers.officer_above import officer_above
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
    above = await officer_above(person, desk)
    whom = f"{above}," if above else desk.office
    return remark(incoming, f"{_READ}\n{_TELL.format(whom=whom)}")


HANDLER = Handler("absent", wants, handle)
