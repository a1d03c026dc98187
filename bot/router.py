"""Who gets a message: the first handler that wants it."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome, screen
from knowledge.fold import plain, same_form

_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")
_PLAIN_NUMBERS = tuple(map(plain, _NUMBERS))
_CHOSEN = re.compile(
    rf"(?:(?:số|so)\s+)?(?P<word>[1-9]\d?|{'|'.join(_NUMBERS)})[.)]*"
    rf"|(?:số|so)\s+(?P<plain>{'|'.join(_PLAIN_NUMBERS)})[.)]*"
)
_POINTED = re.compile(
    r"(?:cai|cau|dieu|y|muc|dong|lua chon|nut)"
    rf" (?:(?:thu|so) (?P<number>[1-9]\d?|nhat|tu|{'|'.join(_PLAIN_NUMBERS)})|(?P<first>dau)(?: tien)?)"
    r"(?: (?:a|ay|do|no|nay|kia|di|nhe|nha|nghe))*[.!]*"
)
_NO_ORDINAL = re.compile(r"đâu|đậu|dầu|dấu")
_COUNT = re.compile(r"\s*\(\d+\)$")
_QUOTES = '"“”[]'


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
    number = 0 if talk.figure else _number(_said(incoming.text))
    if 0 < number <= len(talk.screen):
        return as_press(incoming, talk.screen[number - 1])
    choice = labelled(incoming.text, talk.screen)
    return incoming if choice is None else as_press(incoming, choice)


def labelled(text: str, choices: Sequence[Choice]) -> Choice | None:
    """Returns the choice with these words, its count in brackets or not: "Môi trường (31)". Typed accents count;
    without any that choice which alone can be meant.
    """
    said = _said(text)
    ways = {said, said.rstrip(".)")}
    exact = next((choice for choice in choices if ways & _labels(choice)), None)
    folded = [choice for choice in choices if ways & set(map(plain, _labels(choice)))] if said.isascii() else []
    return exact or (folded[0] if len(folded) == 1 else None)


def as_press(incoming: Incoming, choice: Choice) -> Incoming:
    """Returns the message as if the choice had been pressed."""
    return replace(incoming, kind=Kind.PRESS, token=choice.token, text=choice.label)


def _said(text: str) -> str:
    return same_form(" ".join(text.split())).strip(_QUOTES)


def _labels(choice: Choice) -> set[str]:
    whole = same_form(choice.label)
    return {one.strip(_QUOTES) for one in (whole, whole.rstrip(".)"), _COUNT.sub("", whole))}


def _number(said: str) -> int:
    """Returns the number of "2", "2.", "số 2", "hai", "số hai", "cái thứ hai", "cái đầu", 0 for what is none."""
    if found := _CHOSEN.fullmatch(said):
        return _value(found["word"] or found["plain"])
    pointed = None if _NO_ORDINAL.search(said) else _POINTED.fullmatch(plain(said))
    return 0 if pointed is None else 1 if pointed["first"] else _value(pointed["number"])


def _value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return {"nhat": 1, "tu": 4}.get(plain(word)) or _PLAIN_NUMBERS.index(plain(word)) + 1


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
    if said.doubted != incoming.text:  # something else was said since: it is not asked about any more
        said = replace(said, doubted="", doubted_spans=())
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
