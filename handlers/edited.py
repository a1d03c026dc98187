"""Somebody corrected what they wrote: figures that it gave are changed, a question is answered anew."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, route
from handlers.amending import amended_by_edit
from handlers.review_words import decides
from handlers.telling import remark

# It was written about what stood here then, and what stands here now may be another report.
_ANEW = "Tin sửa lại thì tôi không dùng để duyệt. Đồng chí nhắn một tin mới giúp tôi."
HEAD = "Tôi trả lời lại theo tin đồng chí vừa sửa."


def corrected(handlers: Sequence[Handler]) -> Handler:
    """Returns the handler of corrections. ``handlers`` are those that answer the corrected words."""

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return incoming.kind is Kind.EDIT

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        amended = await amended_by_edit(incoming, desk)
        if amended is not None:
            return amended
        if decides(incoming, desk.talk):
            return remark(incoming, _ANEW, desk.talk.screen)
        outcome = await route(replace(incoming, kind=Kind.TEXT), desk, handlers)
        first = next((reply for reply in outcome.replies if reply.address == incoming.address), None)
        headed = (
            replace(reply, text=f"{HEAD}\n{reply.text}") if reply is first else reply for reply in outcome.replies
        )
        return replace(outcome, replies=tuple(headed))

    return Handler("edited", wants, handle)
