"""Words to the dialog while a broadcast is written step by step: back, a look, another part; what may be meant in two
ways is asked.
"""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.broadcast import Broadcast
from bot.outcome import Outcome
from bot.reading.of_bot import OfBot, of_bot
from bot.reading.shown import shown
from handlers import broadcasting
from handlers.about_bot import told_of_bot
from handlers.broadcast_audience import Unclear
from handlers.broadcast_change import change_of
from handlers.broadcast_doubted import WHICH_QUESTION, WHICH_TIME, doubted
from handlers.broadcast_looks import looking
from handlers.broadcast_preview import receivers_of
from handlers.broadcast_rights import Sender
from handlers.broadcast_step_words import Step, StepWord, may_be_asked, step_word
from handlers.broadcast_steps import Written, going_on, missing, with_said, with_time
from handlers.broadcast_telling import at_once, audience_told, clock
from handlers.broadcast_token import Ask, Pick, Verb
from handlers.broadcast_words import Wished, parted
from handlers.broadcasting import press
from handlers.pages import shortened
from handlers.remarked import told_to_remark
from handlers.telling import remark
from handlers.two_choices import says_no

_ORDER_OF_STEPS = (Ask.TEXT, Ask.WHOM, Ask.AT, Ask.RECEIPT)
_LONGEST = 200
_PLAINLY_ASKED = (OfBot.PICTURES, OfBot.CLOCK, OfBot.MISTAKE)
"""What is a question by its own words, and no notice."""

_STILL_HERE = "Thông báo {number} chưa gửi cho ai."
_MEND = 'Sai chỗ nào, đồng chí nhắn "quay lại"; bỏ hẳn thì nhắn "huỷ".'
_FIRST = "Đây là bước đầu."
_WHICH_PART = "Đồng chí muốn sửa phần nào?"
_NOT_YET = "Chưa gửi được, còn thiếu {what}."
_WHAT = {Ask.TEXT: "nội dung", Ask.WHOM: "người nhận", Ask.AT: "giờ gửi"}


async def stepped(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome | None:
    """Returns what such words come to, None for an answer to what is asked."""
    if ask is Ask.RECEIPT and says_no(incoming):
        return None
    if ask is not Ask.PREVIEW and (told := await told_to_remark(incoming, desk)):
        return await going_on(incoming, desk, sender, Written(draft), told, ask=ask)
    if told := await _told_of_bot(incoming, desk, draft, ask):
        if ask is Ask.PREVIEW:
            return remark(incoming, told, desk.talk.screen)
        return await going_on(incoming, desk, sender, Written(draft), told, ask=ask)
    word = step_word(incoming.text)
    if word is None:
        return doubted(incoming, desk, draft, WHICH_QUESTION) if _is_question(incoming, ask) else None
    match word.step:
        case Step.CHANGE:
            return await _changed(incoming, desk, sender, draft, ask, word)
        case Step.CANCEL:
            return await press(incoming, desk, Pick(Verb.CANCEL, draft.number))
        case Step.LATER:
            return await press(incoming, desk, Pick(Verb.LATER, draft.number, ask.value))
        case Step.ON:
            return await _on(incoming, desk, sender, draft, ask)
        case Step.LOOK if missing(draft) is Ask.PREVIEW:
            return await press(incoming, desk, Pick(Verb.SHOW, draft.number))
        case Step.BACK:
            return await _back(incoming, desk, sender, draft, ask)
        case Step.STATE if ask in (Ask.TEXT, Ask.REASON):
            return None
    parts = {Step.WHO: (Ask.WHOM,), Step.WHEN: (Ask.AT,)}.get(word.step, (Ask.TEXT, Ask.WHOM, Ask.AT))
    held = [await _held(draft, part, desk) for part in parts]
    head = _STILL_HERE.format(number=draft.number) if word.step is Step.STATE else "\n".join(held)
    if ask is Ask.PREVIEW:
        return remark(incoming, head, desk.talk.screen)
    return await going_on(incoming, desk, sender, Written(draft), head, ask=ask)


async def _told_of_bot(incoming: Incoming, desk: Desk, draft: Broadcast, ask: Ask) -> str:
    """Returns what is said to a question about the bot itself. Where the text is asked most words may be that."""
    kind = of_bot(incoming.text)
    if kind is None or (ask in (Ask.TEXT, Ask.REASON) and kind not in _PLAINLY_ASKED):
        return ""
    if kind is OfBot.MISTAKE:
        return f"{_STILL_HERE.format(number=draft.number)}\n{_MEND}"
    return await told_of_bot(incoming, desk)


async def _on(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome | None:
    """Returns what is still lacking."""
    if ask not in (Ask.TEXT, Ask.WHOM):
        return None
    lacking = missing(draft)
    head = "" if lacking is Ask.PREVIEW else _NOT_YET.format(what=_WHAT[lacking])
    return await going_on(incoming, desk, sender, Written(draft), head)


async def _back(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    """Returns the question before; where all is said, the preview, and under that which part is to be changed."""
    if ask is Ask.PREVIEW:
        return remark(incoming, _WHICH_PART, desk.talk.screen)
    if missing(draft) is Ask.PREVIEW and ask is not Ask.RECEIPT:
        return await press(incoming, desk, Pick(Verb.SHOW, draft.number))
    place = _ORDER_OF_STEPS.index(ask)
    before = _ORDER_OF_STEPS[max(place - 1, 0)]
    head = await _held(draft, before, desk) if place else _FIRST
    return await going_on(incoming, desk, sender, Written(draft), head, ask=before)


def _is_question(incoming: Incoming, ask: Ask) -> bool:
    return ask is Ask.TEXT and may_be_asked(incoming.text)


async def _changed(
    incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask, word: StepWord
) -> Outcome | None:
    """Returns the part asked anew, or with what it shall be."""
    if word.rest and (ask is word.ask is Ask.AT or (word.doubtful and ask is Ask.REASON)):
        return None
    if word.doubtful and ask is Ask.TEXT:
        return doubted(incoming, desk, draft, WHICH_TIME)
    return await applied(incoming, desk, sender, draft, word)


async def applied(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, word: StepWord) -> Outcome:
    """Returns the part that a word names as it shall be, and what is asked next; without more that part is asked."""
    if not word.rest:
        return await going_on(incoming, desk, sender, Written(draft), await _held(draft, word.ask, desk), ask=word.ask)
    if word.ask is Ask.AT:
        timed = with_time(draft, word.rest, desk)
        if isinstance(timed, Unclear):
            return await going_on(incoming, desk, sender, Written(draft), timed.text, ask=Ask.AT)
        if missing(timed) is Ask.PREVIEW:
            return await broadcasting.timed(incoming, desk, sender, draft, timed)
        written = Written(timed)
    elif word.ask is Ask.WHOM:
        written = await with_said(draft, parted(word.rest), sender, desk)
    else:
        change = change_of(incoming)  # its lines stay as they were typed
        said = change if isinstance(change, Wished) and change.text else Wished(word.rest)
        written = await with_said(draft, looking(said, incoming), sender, desk)
    shown_all = written.unclear is not None or missing(written.draft) is Ask.PREVIEW
    head = "" if shown_all else await _held(written.draft, word.ask, desk)
    return await going_on(incoming, desk, sender, written, head)


async def _held(draft: Broadcast, part: Ask, desk: Desk) -> str:
    """Returns a line with what is held of a part."""
    match part:
        case Ask.TEXT:
            return f'Nội dung: "{shortened(draft.text, _LONGEST)}".' if draft.text else "Nội dung: chưa có."
        case Ask.WHOM if draft.audience is not None:
            count = shown(len(await receivers_of(draft, desk)))
            return f"Người nhận: {await audience_told(draft.audience, desk)} ({count} người)."
        case Ask.WHOM:
            return "Người nhận: chưa chọn."
        case Ask.AT if draft.due is not None:
            return f"Giờ gửi: {'gửi ngay' if at_once(draft) else clock(draft.due, desk)}."
        case Ask.AT:
            return "Giờ gửi: chưa hẹn."
    return ""
