"""A chat's memory as JSON and back. Explicit, so that a renamed attribute cannot change what is stored."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.messages import Choice
from bot.model.talk import Talk, Topic
from bot.store.spans_json import spans_from_json, spans_to_json

log = structlog.get_logger(__name__)


def talk_to_json(talk: Talk) -> str:
    """Returns the JSON of a chat's memory; what is empty is left out."""
    said: dict[str, Any] = {}
    if talk.screen:
        said["screen"] = _pairs(talk.screen)
    if talk.topic:
        said["topic"] = _topic_said(talk.topic)
    if talk.last:
        said["last"] = talk.last
    if talk.run:
        said["run"] = talk.run
        said["question"] = talk.question
    if talk.figure:
        said["figure"] = True
    if talk.joining:
        said["joining"] = talk.joining
    if talk.doubted:
        said["doubted"] = talk.doubted
    if talk.doubted_spans:
        said["doubted_spans"] = spans_to_json(talk.doubted_spans)
    return json.dumps(said, ensure_ascii=False)


def talk_from_json(text: str, offered: str = "") -> Talk:
    """Returns the memory that was stored, with the choices that came unasked.

    One that cannot be read is forgotten: the chat must go on.
    """
    try:
        said = json.loads(text)
        topic = said.get("topic")
        return Talk(
            screen=_choices(said.get("screen", ())),
            topic=_topic(topic) if topic else None,
            last=said.get("last", ""),
            run=said.get("run", ""),
            question=said.get("question", 0),
            figure=said.get("figure", False),
            joining=said.get("joining", ""),
            doubted=said.get("doubted", ""),
            doubted_spans=spans_from_json(said.get("doubted_spans", "")),
            offered=choices_from_json(offered) if offered else (),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("talk_forgotten", why=type(error).__name__)
        return Talk()


def choices_to_json(choices: Sequence[Choice]) -> str:
    """Returns the JSON of a letter's choices."""
    return json.dumps(_pairs(choices), ensure_ascii=False) if choices else "[]"


def choices_from_json(text: str) -> tuple[Choice, ...]:
    """Returns the choices that were stored."""
    return () if text == "[]" else _choices(json.loads(text))


def _topic_said(topic: Topic) -> dict[str, Any]:
    said = {"question": topic.question, "facts": topic.facts, "at": topic.at.isoformat()}
    return said | {"before": _topic_said(topic.before)} if topic.before else said


def _topic(said: dict[str, Any]) -> Topic:
    before = said.get("before")
    at = datetime.fromisoformat(said["at"])
    return Topic(said["question"], tuple(said["facts"]), at, _topic(before) if before else None)


def _pairs(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(choice.label, choice.token) for choice in choices]


def _choices(pairs: Sequence[Sequence[str]]) -> tuple[Choice, ...]:
    return tuple(Choice(label, token) for label, token in pairs)
