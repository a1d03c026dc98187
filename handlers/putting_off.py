""" "để sau" under a reminder: it is put aside, nothing is changed."""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.reminder_letters import LATER
from handlers.telling import remark
from handlers.typed import pressed
from knowledge.fold import plain, same_form

_LATER = re.compile(
    r"(?:(?:da|vang|thoi|u|toi|tui|em) )*"
    r"(?:de (?:sau|mai|khi khac|lat nua)"
    r"|(?:de )?(?:mai|lat nua|bua khac|hom khac) (?:toi |tui |em )?(?:lam|nop|nhap|bao cao|coi)"
    r"(?: tiep| lai| sau)?)"
    r"(?: (?:so|nghe|nhe|nha|a|di|roi|hi))*"
)
_TOLD = 'Vâng. Khi tiện, đồng chí nhắn "báo cáo".'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a reminder is put aside; a report that is open has its own "để sau"."""
    return pressed(incoming, LATER) or (not talk.run and _puts_off(incoming))


def _puts_off(incoming: Incoming) -> bool:
    later = same_form(incoming.text).replace("tối", "mai")  # without its marks it is "tôi": "tôi nộp"
    said = " ".join(plain(later).split()).strip(" .,!")
    return incoming.kind is Kind.TEXT and _LATER.fullmatch(said) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how to go on later."""
    return remark(incoming, _TOLD)


HANDLER = Handler("putting_off", wants, handle)
