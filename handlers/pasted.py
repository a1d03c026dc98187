"""A notice was pasted: whoever may send broadcasts is offered one with these words; others get a plain sentence."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.notice import is_notice
from bot.router import Handler
from handlers.answering import asked
from handlers.broadcast_looks import looking
from handlers.broadcast_rights import sender_of
from handlers.broadcast_steps import begun, with_said
from handlers.broadcast_token import Pick, Verb
from handlers.broadcast_words import Wished
from handlers.telling import remark

_OFFER = """Đây giống một thông báo. Soạn thông báo với nội dung này?
Tôi giữ làm bản nháp thông báo {number}, chưa gửi cho ai."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a notice was pasted."""
    return incoming.kind is Kind.TEXT and is_notice(incoming.text)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the offer; the words are a draft already, so that nothing is lost."""
    sender = None if incoming.group else await sender_of(incoming, desk)
    if sender is None:
        return asked(incoming, desk, incoming.text)
    draft = begun(await desk.records.next_broadcast(), sender, desk)
    written = await with_said(draft, looking(Wished(incoming.text.strip()), incoming), sender, desk)
    if written.unclear is not None:
        return remark(incoming, written.unclear.text)
    choices = (
        Choice("Soạn thông báo", Pick(Verb.SHOW, draft.number).token),
        Choice("Thôi", Pick(Verb.CANCEL, draft.number).token),
    )
    reply = Reply(incoming.address, _OFFER.format(number=draft.number), choices)
    return Outcome((reply,), talk=replace(desk.talk, figure=False), records=(written.draft,))


HANDLER = Handler("pasted", wants, handle)
