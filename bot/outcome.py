"""What a handler can want. A handler returns wishes; the inbox loop writes them down in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages import Choice, Reply
from bot.model.job import Job
from bot.model.question import Question
from bot.model.talk import Talk
from bot.records import Record


@dataclass(frozen=True, slots=True)
class Later:
    """Something to be handled by itself at a time, now or later: ``token`` says what. The same one is wished once."""

    token: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """The wishes of one handled message.

    ``talk`` replaces what is remembered of the chat (None: unchanged). ``questions`` are kept for the office.
    ``records`` are written down in this order of kinds: see bot.records.
    ``jobs`` are done beside the conversation; each result comes later, to the job's address.
    ``later`` enters the inbox as events, in no chat's order.
    ``reachable`` says that the person blocked (False) or unblocked (True) the bot.
    """

    replies: tuple[Reply, ...] = ()
    talk: Talk | None = None
    questions: tuple[Question, ...] = ()
    records: tuple[Record, ...] = ()
    jobs: tuple[Job, ...] = ()
    later: tuple[Later, ...] = ()
    reachable: bool | None = None


def screen(replies: tuple[Reply, ...]) -> tuple[Choice, ...]:
    """Returns the choices that are on a chat's screen after these replies: those of the last one."""
    return replies[-1].choices if replies else ()
