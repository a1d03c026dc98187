"""In a group questions are answered, and nothing else: no figures, no consent, no choices, nobody's data. What is not
for everybody's eyes is done in private, and the answer says so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.pages import MORE
from handlers.telling import remark
from knowledge.answer import NONE_OF_THESE

PRIVATELY = "Ở đây có nhiều người. Việc này đồng chí nhắn riêng cho tôi."
_NO_FIGURES = "Ở đây có nhiều người, tôi không ghi số liệu. Số liệu thì đồng chí nhắn riêng cho tôi."
_FIGURE = r"[^\W\d][^\d?,;\n]{0,24}\d[\w.]{0,10}(?: ?[^\W\d]{1,6})?"  # "cận nghèo 3", "quỹ: 3 triệu"
_FIGURES = re.compile(rf"\d[\d., ]*|(?:{_FIGURE}\s*[,;\n]\s*)+{_FIGURE}\.?")
_NO_PERSONS = (Kind.EVENT, Kind.BLOCKED, Kind.UNBLOCKED)
_INSTEAD = "Muốn chọn, đồng chí nhắn riêng cho tôi, hoặc hỏi lại rõ hơn ở đây."
_ASKING = re.compile(r"(?:\?|chọn[^\n?:]*)\s*$")
_OFFERING = re.compile(r":\s*$")


def in_group(handlers: Sequence[Handler], public: Sequence[Handler]) -> Handler:
    """Returns the handler of all that is said in groups. ``handlers`` are asked in their order who is meant; only those
    that are ``public`` answer there.
    """

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return incoming.group and incoming.kind not in _NO_PERSONS

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        if incoming.kind not in (Kind.TEXT, Kind.PRESS):
            if not incoming.text.strip():
                return Outcome()  # a picture, a voice, a sticker: people talk to each other
            incoming = replace(incoming, kind=Kind.TEXT)
        if incoming.kind is Kind.TEXT and gives_figures(incoming.text):
            return remark(incoming, _NO_FIGURES)
        meant = next((handler for handler in handlers if handler.wants(incoming, desk.talk)), None)
        if meant is None or meant not in public:
            return remark(incoming, PRIVATELY)
        return _without_choices(await meant.handle(incoming, desk))

    return Handler("in group", wants, handle)


def gives_figures(text: str) -> bool:
    """Returns whether a text is nothing but a figure, or several things with one each."""
    return _FIGURES.fullmatch(text.strip()) is not None


def _without_choices(outcome: Outcome) -> Outcome:
    """What could be chosen is named where the words lead to it."""
    replies = tuple(_plain(reply) for reply in outcome.replies)
    said = {old.text: new.text for old, new in zip(outcome.replies, replies, strict=True)}
    talk = outcome.talk
    return replace(
        outcome, replies=replies, talk=talk and replace(talk, screen=(), last=said.get(talk.last, talk.last))
    )


def _plain(reply: Reply) -> Reply:
    offered = [choice.label for choice in reply.choices]
    asks = bool(offered) and _ASKING.search(reply.text) is not None
    lines = [reply.text]
    if asks or (offered and _OFFERING.search(reply.text)):
        lines += [f"- {label}" for label in offered if label not in (MORE, NONE_OF_THESE.label)]
    if asks or NONE_OF_THESE.label in offered:
        lines.append(_INSTEAD)
    return replace(reply, text="\n".join(lines), choices=())
