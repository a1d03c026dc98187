"""Everything else is a question to the knowledge."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.typed import after_command


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wrote something."""
    return incoming.kind is Kind.TEXT


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the answer; "/hoi" before the question means nothing more."""
    return asked(incoming, desk, after_command(incoming.text))


HANDLER = Handler("ask", wants, handle)
