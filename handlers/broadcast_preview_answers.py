"""Words typed under a preview: a change of the draft, a choice of the preview, or a question beside it."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Reply
from bot.model.broadcast import Broadcast
from bot.outcome import Outcome
from handlers.answering import aside, asked
from handlers.broadcast_change import Added, change_of
from handlers.broadcast_looks import below, correcting, looking
from handlers.broadcast_rights import Sender
from handlers.broadcast_steps import Written, going_on, with_said
from handlers.broadcast_token import Pick, Verb, on_screen
from handlers.broadcast_words import Wished
from handlers.broadcasting import press
from handlers.telling import remark
from handlers.two_choices import says_no, says_yes
from knowledge.fold import plain

_ORDERS = re.compile(r"(?:sua|doi|chinh|them|bo sung|bo|xoa|chi|cho|gui|dung|thay)\b")
_ASKS = re.compile(
    r"\?|\b(?:cho|xin) (?:toi|minh|em|tui) (?:hoi|biet)\b|\bxin hoi\b"
    r"|\b(?:ai|gi|dau|nao|sao|may|bao gio|bao nhieu|bao lau|(?:hay|chua|khong)\W*$)\b"
)
_UNREAD_CHANGE = "Tôi chưa rõ đồng chí muốn sửa gì."
_NOT_SENT = "Chưa gửi. Đồng chí bấm Gửi, hoặc nhắn: gửi."


async def changed(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    """Returns what a change that was typed under a preview comes to."""
    change = change_of(incoming)
    if isinstance(change, Pick) and change.rest:
        return await going_on(incoming, desk, sender, Written(replace(draft, urgent=change.rest)))
    if isinstance(change, Pick):
        offered = next((one for one in on_screen(desk.talk) if _same(one, change)), None)
        if change.verb is Verb.SEND and offered is None:  # there is nobody to send it to: the preview says so
            return await going_on(incoming, desk, sender, Written(draft))
        return await press(incoming, desk, offered or replace(change, number=draft.number))
    if change is None:
        return _no_change(incoming, desk)
    if isinstance(change, Added):
        change = below(draft, looking(Wished(change.text), incoming))
    elif change.text:
        change = await worded(change, incoming, desk, draft, first=True)
    return await going_on(incoming, desk, sender, await with_said(draft, change, sender, desk))


async def worded(said: Wished, incoming: Incoming, desk: Desk, draft: Broadcast, *, first: bool) -> Wished:
    """Returns a text with its looks; the first one of a correction with what it corrects above it."""
    said = looking(said, incoming)
    earlier = await desk.records.broadcast(draft.corrects) if draft.corrects and first and not draft.in_place else None
    return correcting(earlier, said) if earlier else said


def _no_change(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what is said under a preview to words that change nothing. Its choices stay: nothing is sent by them."""
    screen, text = desk.talk.screen, incoming.text
    if says_yes(incoming) or says_no(incoming):
        return remark(incoming, _NOT_SENT, screen)
    low = " ".join(plain(text).split()).strip(" .,!")
    question = _ASKS.search(low) is not None
    told = "" if _ORDERS.match(low) and not question else aside(desk, f"{text.rstrip(' ?.!')}?" if question else text)
    if not (told or question):
        return remark(incoming, _UNREAD_CHANGE, screen)
    done = asked(incoming, desk, text)
    return replace(done, replies=(Reply(incoming.address, told or done.replies[0].text, screen),))


def _same(one: Pick, change: Pick) -> bool:
    return one.verb is change.verb and (one.verb is not Verb.ASK or one.about == change.about)
