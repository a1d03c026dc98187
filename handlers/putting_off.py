""" "để sau" under a reminder: it is put aside, nothing is changed."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.reminder_letters import LATER
from handlers.telling import remark
from handlers.typed import pressed, typed

_TOLD = 'Vâng. Khi tiện, đồng chí nhắn "báo cáo".'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a reminder is put aside; a report that is open has its own "để sau"."""
    return pressed(incoming, LATER) or (not talk.run and typed(incoming, "de sau"))


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how to go on later."""
    return remark(incoming, _TOLD)


HANDLER = Handler("putting_off", wants, handle)
