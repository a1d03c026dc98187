"""How a handler's words become an outcome."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.question import Question
from bot.model.talk import Topic
from bot.outcome import Outcome


def remark(incoming: Incoming, text: str, choices: Sequence[Choice] = ()) -> Outcome:
    """Returns an outcome that says something in passing: "nói lại" does not repeat it."""
    return Outcome(replies=(Reply(incoming.address, text, tuple(choices)),))


def tell(
    incoming: Incoming,
    desk: Desk,
    text: str,
    choices: Sequence[Choice] = (),
    topic: Topic | None = None,
    questions: tuple[Question, ...] = (),
) -> Outcome:
    """Returns an outcome that tells something worth repeating. Without a new topic the old one stays."""
    return Outcome(
        replies=(Reply(incoming.address, text, tuple(choices)),),
        talk=replace(desk.talk, last=text, topic=topic or desk.talk.topic, figure=bool(desk.talk.run)),
        questions=questions,
    )
