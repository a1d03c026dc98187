"""What is remembered of a chat between two messages."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Choice


@dataclass(frozen=True, slots=True)
class Topic:
    """What was last talked about: the question as it was understood, and the facts that answered it."""

    question: str
    facts: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """The memory of one chat: the choices on its screen, and its topic."""

    screen: tuple[Choice, ...] = ()
    topic: Topic | None = None
    last: str = ""
    """The last answer's text, for "nói lại"."""
