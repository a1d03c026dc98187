"""Who gets a message: the first handler that wants it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome, screen
from knowledge.fold import plain, same_form


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
    if incoming.kind is not Kind.TEXT:
        return incoming
    numbers = [] if talk.figure else [str(number) for number, _ in enumerate(talk.screen, start=1)]
    said = _bare(incoming.text)
    choice = talk.screen[numbers.index(said)] if said in numbers else labelled(incoming.text, talk.screen)
    return incoming if choice is None else as_press(incoming, choice)


def labelled(text: str, choices: Sequence[Choice]) -> Choice | None:
    """Returns the choice with these words; without their accents where that is one only."""
    said = _bare(text)
    exact = next((choice for choice in choices if _bare(choice.label) == said), None)
    folded = [choice for choice in choices if plain(_bare(choice.label)) == said]
    return exact or (folded[0] if len(folded) == 1 else None)


def as_press(incoming: Incoming, choice: Choice) -> Incoming:
    """Returns the message as if the choice had been pressed."""
    return replace(incoming, kind=Kind.PRESS, token=choice.token, text=choice.label)


def _bare(text: str) -> str:
    return same_form(text).strip().rstrip(".)")


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
    now = screen(own)
    left = () if now else talk.offered
    said = replace(outcome.talk or replace(talk, figure=bool(talk.run)), screen=now, offered=left)
    return outcome if said == talk else replace(outcome, talk=said)


def _beside(reply: Reply, incoming: Incoming, outcome: Outcome) -> bool:
    """Returns whether the choices on the screen stay as they are.

    A file, or what an event says without remembering anything of the chat, brings none and takes none away.
    """
    event = incoming.kind is Kind.EVENT and outcome.talk is None
    return not reply.choices and (event or reply.file is not None)
