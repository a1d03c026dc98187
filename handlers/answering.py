"""A question to the knowledge, and its answer as an outcome."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.question import Question
from bot.model.talk import Topic
from bot.outcome import Outcome
from bot.reading.told import is_button_trouble
from handlers.telling import remark, tell
from knowledge.answer import NONE_OF_THESE, Answer, Context, Found, Nothing, Option, Smalltalk, Unsure
from knowledge.base import Base
from knowledge.match import answer
from knowledge.message.choices import question_with, told
from knowledge.message.thread import talked_of

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
    text = f"{head}\n{text}" if head else text
    if isinstance(found, Smalltalk):
        # "nói lại" after a thank-you means the answer before it.
        return remark(incoming, text) if found.courtesy else tell(incoming, desk, text)
    record = Question(question, desk.now, incoming.address.channel, named(found), facts(found))
    return tell(incoming, desk, text, choices(found), topic=topic(question, found, desk), questions=(record,))


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


def courtesy(desk: Desk, text: str) -> str:
    """Returns the friendly word to a text that asks nothing, "" for any other."""
    found = answer(desk.base, text, desk.now.date())
    return found.text if isinstance(found, Smalltalk) and found.courtesy else ""


def opened(incoming: Incoming, desk: Desk, key: str) -> Outcome:
    """Returns what stands behind a choice. The question that led to it stays the topic, now with this answer.

    Which one was taken is kept for the office's statistics; no later answer rests on it.
    """
    led = context(desk)
    question, found = behind_choice(desk.base, key, incoming.text, led, desk.now.date())
    asked = led.question if led else incoming.text
    record = Question(asked, desk.now, incoming.address.channel, _taken(key), facts(found))
    opens = None if isinstance(found, Nothing) else topic(question, found, desk)
    return tell(incoming, desk, said(found, desk.office), choices(found), topic=opens, questions=(record,))


def behind_choice(base: Base, key: str, label: str, led: Context | None, today: date) -> tuple[str, Answer]:
    """Returns the question that a choice makes of the one that led to it, and the answer behind the choice.

    The list in which it stood stays behind it: "còn cái đầu?".
    """
    asked = led.question if led else label
    found = told(base, key, today)
    return question_with(base, asked, key, today), replace(found, within=asked) if isinstance(found, Found) else found


def _taken(key: str) -> str:
    return REJECTED if key == NONE_OF_THESE.key else CHOSEN


def context(desk: Desk) -> Context | None:
    """Returns what the chat talked about, unless that is more than an hour ago."""
    last = desk.talk.topic
    if last is None or desk.now - last.at > _FORGOTTEN_AFTER:
        return None
    return _context(last)


def _context(topic: Topic) -> Context:
    return Context(topic.question, topic.facts, _context(topic.before) if topic.before else None)


def topic(question: str, found: Answer, desk: Desk) -> Topic | None:
    """Returns the topic that an answer opens, None when it opens none."""
    now = talked_of(context(desk), question, found)
    return _topic(now, desk.now) if now and now != context(desk) else None


def _topic(context: Context, at: datetime) -> Topic:
    return Topic(context.question, context.facts, at, _topic(context.before, at) if context.before else None)


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
