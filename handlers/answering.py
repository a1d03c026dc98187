"""A question to the knowledge, and its answer as an outcome."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.question import Question
from bot.model.talk import Topic
from bot.outcome import Outcome
from bot.reading.told import is_button_trouble
from handlers.telling import tell
from knowledge.answer import NONE_OF_THESE, Answer, Context, Found, Nothing, Option, Smalltalk, Unsure
from knowledge.match import answer
from knowledge.message.choices import question_with, told

_FORGOTTEN_AFTER = timedelta(hours=1)
_LONG = 600
_TOO_LONG = "Tin của đồng chí khá dài. Đồng chí hỏi từng ý ngắn thì tôi dễ tìm hơn."

CHOSEN, REJECTED = "chosen", "rejected"
"""How a question is kept whose asker took a choice, or took none of them."""

Named = Literal["answer", "clarify", "decline", "smalltalk"]


def asked(incoming: Incoming, desk: Desk, question: str, head: str = "") -> Outcome:
    """Returns what the knowledge says to a question, kept for the office. ``head`` is said first."""
    found = answer(desk.base, question, desk.now.date(), context(desk))
    text = said(found, desk.office)
    if isinstance(found, Nothing) and len(question) > _LONG:
        text = f"{text}\n{_TOO_LONG}"
    record = Question(question, desk.now, incoming.address.channel, named(found), facts(found))
    return tell(
        incoming,
        desk,
        f"{head}\n{text}" if head else text,
        choices(found),
        topic=topic(question, found, desk),
        questions=() if isinstance(found, Smalltalk) else (record,),
    )


def aside(desk: Desk, question: str) -> str:
    """Returns what the knowledge says to a question in the middle of something else, "" when it does not know.

    Nothing is remembered of it. Where several answers are possible, and it is plainly a question, they are named, so
    that it can be asked more fully.
    """
    found = answer(desk.base, question, desk.now.date())
    if isinstance(found, Found) or is_button_trouble(question):
        return found.text
    if isinstance(found, Unsure) and question.rstrip().endswith("?"):
        named = [f"- {option.label}" for option in found.options if option != NONE_OF_THESE]
        return "\n".join(["Đồng chí hỏi rõ thêm giúp tôi, ví dụ về:", *named])
    return ""


def opened(incoming: Incoming, desk: Desk, key: str) -> Outcome:
    """Returns what stands behind a choice. The question that led to it stays the topic, now with this answer.

    Which one was taken is kept for the office's statistics; no later answer rests on it.
    """
    found = told(desk.base, key, desk.now.date())
    led = context(desk)
    question = led.question if led else incoming.text
    record = Question(question, desk.now, incoming.address.channel, _taken(key), facts(found))
    return tell(
        incoming,
        desk,
        said(found, desk.office),
        choices(found),
        topic=topic(question_with(desk.base, question, key, desk.now.date()), found, desk),
        questions=(record,),
    )


def _taken(key: str) -> str:
    return REJECTED if key == NONE_OF_THESE.key else CHOSEN


def context(desk: Desk) -> Context | None:
    """Returns what the chat talked about, unless that is more than an hour ago."""
    last = desk.talk.topic
    if last is None or desk.now - last.at > _FORGOTTEN_AFTER:
        return None
    return Context(last.question, last.facts)


def topic(question: str, found: Answer, desk: Desk) -> Topic | None:
    """Returns the topic that an answer opens, None when it opens none."""
    return Topic(understood(question, found), facts(found), desk.now) if facts(found) else None


def understood(question: str, found: Answer) -> str:
    """Returns the question as it was understood: a follow-up is made whole from the last one."""
    return found.question or question if isinstance(found, Found | Unsure) else question


def named(found: Answer) -> Named:
    """Returns the name of the kind of answer, as the command line and the office see it (DESIGN 9)."""
    match found:
        case Found():
            return "answer"
        case Unsure():
            return "clarify"
        case Nothing():
            return "decline"
        case Smalltalk():
            return "smalltalk"


def said(found: Answer, office: str) -> str:
    """Returns the words of an answer; what the plans do not say is asked of the office."""
    return f"{found.text}\nĐồng chí hỏi thêm {office}." if isinstance(found, Nothing) else found.text


def choices(found: Answer) -> tuple[Choice, ...]:
    """Returns the choices that an answer offers."""
    return tuple(Choice(option.label, option.key) for option in options(found))


def options(found: Answer) -> Sequence[Option]:
    """Returns the options of an answer; small talk has none."""
    return () if isinstance(found, Smalltalk) else found.options


def facts(found: Answer) -> tuple[str, ...]:
    """Returns the facts that an answer rests on."""
    return found.facts if isinstance(found, Found | Unsure) else ()
