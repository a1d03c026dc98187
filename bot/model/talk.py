"""What is remembered of a chat between two messages."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Choice, Span


@dataclass(frozen=True, slots=True)
class Topic:
    """What was last talked about: the question as it was understood, and the facts that answered it, () when none did.

    ``before`` is what it left behind: the last answered question, or the list that was pointed into.
    """

    question: str
    facts: tuple[str, ...]
    at: datetime
    before: "Topic | None" = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The memory of one chat: the choices on its screen, and its topic."""

    screen: tuple[Choice, ...] = ()
    topic: Topic | None = None
    last: str = ""
    """The last answer's text, for "nói lại"."""
    run: str = ""
    """The run of the report that is being filled in here, "" for none."""
    question: int = 0
    """The number of that run's question that was asked here last: another chat may have gone on with it."""
    figure: bool = False
    """A figure is asked: a bare number is that figure, never the number of a choice (DESIGN 6)."""
    offered: tuple[Choice, ...] = ()
    """The choices of the last letter that came unasked since the last question: their words are understood, too."""
    joining: str = ""
    """The hash of the invite whose holder has been asked for consent."""
    doubted: str = ""
    """What was typed last, where it can be meant in two ways and is asked about; "" for nothing."""
    doubted_spans: tuple[Span, ...] = ()
    """How words of that look: they may become a notice as they are."""
