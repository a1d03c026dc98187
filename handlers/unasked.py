"""A letter came unasked, with choices, and is answered by their words: numbers belong to the latest question."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, as_press, labelled, route


def unasked(handlers: Sequence[Handler]) -> Handler:
    """Returns the handler of such answers. ``handlers`` are those that know the choices.

    Whoever waits for these very words is asked before: "tình hình" is an order, whatever had such a choice a week ago.
    """

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return incoming.kind is Kind.TEXT and not talk.run and labelled(incoming.text, talk.offered) is not None

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        choice = labelled(incoming.text, desk.talk.offered)
        assert choice is not None
        return await route(as_press(incoming, choice), desk, handlers)

    return Handler("unasked", wants, handle)
