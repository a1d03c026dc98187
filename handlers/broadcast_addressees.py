"""A notice as it was pasted, with the receivers that its own words name: seen in the preview before it goes."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.broadcast import Broadcast
from handlers.broadcast_addressed import addressed, invited
from handlers.broadcast_looks import looking
from handlers.broadcast_rights import Sender
from handlers.broadcast_steps import Written, with_said
from handlers.broadcast_words import Wished


async def with_addressees(draft: Broadcast, incoming: Incoming, sender: Sender, desk: Desk) -> Written:
    """Returns the draft with the notice. Whom it begins by addressing are its receivers where that is plain."""
    text = incoming.text.strip()
    if (said := addressed(text)) is not None:
        return await with_said(draft, looking(said, incoming), sender, desk)
    whole = looking(Wished(text), incoming)
    if draft.audience is None and (whom := invited(text)):
        written = await with_said(draft, looking(Wished(text, whom), incoming), sender, desk)
        if written.unclear is None:
            return written
    return await with_said(draft, whole, sender, desk)
