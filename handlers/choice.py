"""A choice was pressed: an example question, a fact, one of several readings. An old one is answered too."""

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked, opened
from knowledge.answer import NONE_OF_THESE

QUESTION = "ask:"
_OF_PLANS = (QUESTION, "fact:", "facts:", "plan:", "commune:")


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a choice was pressed."""
    return incoming.kind is Kind.PRESS


def of_plans(choice: Choice) -> bool:
    """Returns whether a choice asks something of the plans."""
    return choice.token == NONE_OF_THESE.key or choice.token.startswith(_OF_PLANS)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the answer behind the choice; the knowledge says so when it knows no such choice any more."""
    if incoming.token.startswith(QUESTION):
        return asked(incoming, desk, incoming.token.removeprefix(QUESTION))
    return opened(incoming, desk, incoming.token)


HANDLER = Handler("choice", wants, handle)
