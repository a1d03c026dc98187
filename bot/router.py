"""Who gets a message: the first handler that wants it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome, screen


@dataclass(frozen=True, slots=True)
class Handler:
    """One thing that the bot does. ``wants`` looks at the message and the chat's memory only."""

    name: str
    wants: Callable[[Incoming, Talk], bool]
    handle: Callable[[Incoming, Desk], Awaitable[Outcome]]


async def route(incoming: Incoming, desk: Desk, handlers: Sequence[Handler]) -> Outcome:
    """Returns the outcome of the first handler that wants the message, with the screen remembered."""
    incoming = chosen(incoming, desk.talk)
    for handler in handlers:
        if handler.wants(incoming, desk.talk):
            return _remember(await handler.handle(incoming, desk), incoming, desk.talk)
    return Outcome()


def chosen(incoming: Incoming, talk: Talk) -> Incoming:
    """Returns a press for a text that is the number or the label of a choice of the latest question (DESIGN 6).

    While a figure is asked a bare number is always that figure.
    """
    if incoming.kind is not Kind.TEXT or not talk.screen:
        return incoming
    said = incoming.text.strip().rstrip(".)").casefold()
    for number, choice in enumerate(talk.screen, start=1):
        if said == choice.label.casefold() or (said == str(number) and not talk.figure):
            return replace(incoming, kind=Kind.PRESS, token=choice.token, text=choice.label)
    return incoming


def _remember(outcome: Outcome, incoming: Incoming, talk: Talk) -> Outcome:
    """The screen follows the last reply to this chat, whatever else the handler remembered."""
    own = tuple(
        reply
        for reply in outcome.replies
        if reply.address == incoming.address and not _beside(reply, incoming, outcome)
    )
    if not own:
        return outcome
    # Who remembers nothing has asked for no figure: a number chooses from the new screen, unless a report is open.
    said = replace(outcome.talk or replace(talk, figure=bool(talk.run)), screen=screen(own))
    return outcome if said == talk else replace(outcome, talk=said)


def _beside(reply: Reply, incoming: Incoming, outcome: Outcome) -> bool:
    """Returns whether the choices on the screen stay as they are.

    A file, or what an event says without remembering anything of the chat, brings none and takes none away. What writes
    an earlier message anew stands where that one does, however much was said since.
    """
    if reply.edits:
        return True
    event = incoming.kind is Kind.EVENT and outcome.talk is None
    return not reply.choices and (event or reply.file is not None)
