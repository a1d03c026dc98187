"""How doubted words are meant was said: they become the text of the broadcast, or are heard as said to us."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.outcome import Outcome
from handlers.answering import asked
from handlers.broadcast_doubted import ORDER
from handlers.broadcast_rights import Sender, sender_of
from handlers.broadcast_step_words import Step, step_word
from handlers.broadcast_stepping import applied
from handlers.broadcast_steps import Written, going_on
from handlers.broadcast_text import text_said
from handlers.broadcast_token import Ask, Pick
from handlers.telling import remark

_GONE = 'Câu đó tôi không còn giữ, hoặc bản nháp không còn nữa. Đồng chí nhắn "các thông báo" để xem.'


async def chosen_meaning(incoming: Incoming, desk: Desk, pick: Pick) -> Outcome:
    """Returns what a choice comes to of how doubted words are meant; they are gone when something else was said."""
    sender = await sender_of(incoming, desk)
    draft = await desk.records.broadcast(pick.number)
    own = draft is not None and sender is not None and draft.by == sender.person.id
    if draft is None or sender is None or not own or draft.state is not BroadcastState.DRAFT or not desk.talk.doubted:
        return remark(incoming, _GONE)
    return await as_meant(incoming, desk, sender, draft, pick.about)


async def as_meant(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, how: str) -> Outcome:
    """Returns what comes of the doubted words, taken in this way."""
    doubted = replace(incoming, kind=Kind.TEXT, text=desk.talk.doubted, token="", spans=desk.talk.doubted_spans)
    if how == ORDER:
        return await _as_order(doubted, desk, sender, draft)
    return await text_said(doubted, desk, sender, draft, doubted.text.strip())


async def _as_order(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    """Returns what comes of doubted words that were said to us: the change that they name, else an answer."""
    word = step_word(incoming.text)
    if word is not None and word.step is Step.CHANGE:
        return await applied(incoming, desk, sender, draft, word)
    told = asked(incoming, desk, incoming.text)
    done = await going_on(incoming, desk, sender, Written(draft), f"{told.replies[0].text}\n", ask=Ask.TEXT)
    return replace(done, questions=told.questions)
