"""Somebody blocked or unblocked the bot: nothing to say, but to be remembered."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the person can be reached from now on, or no more."""
    return incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that the chat is reachable or not. Who comes back sends /start, and is greeted for that."""
    return Outcome(reachable=incoming.kind is Kind.UNBLOCKED)


HANDLER = Handler("membership", wants, handle)
