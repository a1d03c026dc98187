"""The text of a broadcast, where it is asked: alone, or a whole order with its receivers."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.broadcast import Broadcast
from bot.outcome import Outcome
from handlers.broadcast_addressed import addressed
from handlers.broadcast_addressees import with_addressees
from handlers.broadcast_looks import looking
from handlers.broadcast_preview_answers import worded
from handlers.broadcast_rights import Sender
from handlers.broadcast_steps import going_on, with_said
from handlers.broadcast_words import Wished, wished
from handlers.correction_way import rings


async def text_said(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, text: str) -> Outcome:
    """Returns the draft with the text, and its next question."""
    order = None if draft.corrects else wished(text)
    if order is not None and order.whom and order.text:
        return await going_on(incoming, desk, sender, await with_said(draft, looking(order, incoming), sender, desk))
    if not draft.corrects and (draft.audience is None or addressed(text) is not None):
        return await going_on(incoming, desk, sender, await with_addressees(draft, incoming, sender, desk))
    first = bool(draft.corrects and not draft.text)
    earlier = await desk.records.broadcast(draft.corrects) if first else None
    if earlier is not None and draft.in_place and rings(earlier.text, text):
        draft = replace(draft, in_place=False)
    said = await worded(Wished(text), incoming, desk, draft, first=first)
    return await going_on(incoming, desk, sender, await with_said(draft, said, sender, desk))
