"""What is typed while a broadcast is written: the text, the receivers, the time, or a change of what is previewed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers import broadcasting
from handlers.answering import aside, courtesy
from handlers.broadcast_audience import Unclear, names_audience
from handlers.broadcast_change import (
    BARE,
    CANCEL,
    LATER,
    SEND,
    WHEN_AT,
    WITH_RECEIPT,
    WITHOUT_RECEIPT,
    change_of,
)
from handlers.broadcast_doubted import meant_by, meant_choice
from handlers.broadcast_looks import below
from handlers.broadcast_meant import as_meant, chosen_meaning
from handlers.broadcast_media import KINDS, taken
from handlers.broadcast_order import order_of
from handlers.broadcast_preview_answers import changed, worded
from handlers.broadcast_retiming import retimed
from handlers.broadcast_rights import Sender, sender_of
from handlers.broadcast_step_words import step_word
from handlers.broadcast_stepping import stepped
from handlers.broadcast_steps import Written, going_on, missing, with_said, with_time
from handlers.broadcast_text import text_said
from handlers.broadcast_token import WAITING, Ask, Pick, Verb, asked, on_screen, pick_of
from handlers.broadcast_words import Wished, parted, wished
from handlers.broadcasting import press
from handlers.order import named_after
from handlers.telling import remark
from handlers.two_choices import says_no, says_yes
from handlers.typed import command, typed
from handlers.when import is_now
from knowledge.fold import plain

_YES = ("co", "co nut", "can", "u", "dong y", "co chu", "duoc", "ok", "nen co")
_KEEP = re.compile(
    r"(?:(?:thoi|da|vang|cu) )*"
    r"(?:(?:giu|de)(?: lai)?(?: nguyen)?(?: nhu)? (?:cu|truoc|nguyen|vay|the)|(?:giu|de) nguyen|nhu cu|giu lai"
    r"|khong (?:sua|doi)(?: nua)?|quay lai|bo qua)"
    r"(?: (?:di|nhe|nha|a|thoi|roi|vay|noi dung|loi|gio|nguoi nhan))*"
)
_MOVE = re.compile(r"(?:(?:da|vang|u|ok) )*(?:doi|chuyen|lui|dong y doi|doi lai)(?: (?:di|nhe|nha|luon|giup|gio))*")
_SEND_NOW = 'Muốn gửi liền, đồng chí nhắn "ngay".'
_UNREAD = "Tôi chưa rõ ý đồng chí."
_UNCHANGED = "Tôi chưa gửi gì. Thông báo vẫn như cũ."
_EDITED = "Tin sửa lại tôi chưa dùng. Muốn đổi lời thông báo, đồng chí bấm Sửa nội dung, hoặc nhắn lại."
_GONE = 'Bản nháp đó không còn nữa. Đồng chí nhắn "các thông báo" để xem.'


def answers(beside: Sequence[Handler], after: Sequence[Handler]) -> Handler:
    """Returns the handler of what is typed about the draft on the screen. The words of handlers ``beside`` are theirs,
    but where the text or a reason is asked, every word is that. Under a preview those of ``after`` are theirs, too.
    """
    others = broadcasting.besides(beside)

    def wants(incoming: Incoming, talk: Talk) -> bool:
        if _offered(incoming, talk) is not None or meant_choice(incoming) is not None:
            return True
        open_one = asked(talk)
        if open_one is None:
            return incoming.kind in KINDS and broadcasting.HANDLER.wants(incoming, talk)
        ask = Ask(open_one.about)
        if incoming.kind in KINDS:
            return True
        if incoming.kind is Kind.EDIT:
            return True
        if incoming.kind is not Kind.TEXT or command(incoming.text):
            return False
        if ask in (Ask.TEXT, Ask.REASON):
            return not _steers_another(incoming, open_one.number)
        if ask is Ask.PREVIEW:
            if change_of(incoming) is not None or step_word(incoming.text) is not None:
                return True
            shown = any(pick.verb is Verb.TRIAL for pick in on_screen(talk))  # not while a picture is still fetched
            if not shown or says_yes(incoming) or says_no(incoming):
                return shown
            return not any(handler.wants(incoming, talk) for handler in (*beside, *after))
        if (ask is Ask.WHOM and names_audience(incoming.text)) or step_word(incoming.text) is not None:
            return True
        if order_of(incoming.text) is not None:
            return False
        if ask is Ask.WHOM:
            return not any(handler.wants(incoming, talk) for handler in others)
        return not any(handler.wants(incoming, talk) for handler in beside)

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        if (pick := _offered(incoming, desk.talk) or meant_choice(incoming)) is not None:
            return await (
                chosen_meaning(incoming, desk, pick) if pick.verb is Verb.MEANT else press(incoming, desk, pick)
            )
        open_one = asked(desk.talk)
        if open_one is None and incoming.kind in KINDS:
            return await broadcasting.handle(incoming, desk)
        sender = await sender_of(incoming, desk)
        draft = await desk.records.broadcast(open_one.number) if open_one else None
        if open_one is None or draft is None or sender is None or draft.by != sender.person.id:
            return remark(incoming, _GONE)
        if draft.state in WAITING and open_one.about == Ask.AT.value:
            return await _retimed(incoming, desk, sender, draft)
        if draft.state is not BroadcastState.DRAFT:
            return remark(incoming, _GONE)
        if (how := meant_by(incoming, desk)) and desk.talk.doubted:
            return await as_meant(incoming, desk, sender, draft, how)
        if incoming.kind is Kind.EDIT:
            return remark(incoming, _EDITED, desk.talk.screen)
        if incoming.kind in KINDS:
            return await _sent(incoming, desk, sender, draft, Ask(open_one.about))
        return await _answered(incoming, desk, sender, draft, Ask(open_one.about))

    return Handler("broadcast answers", wants, handle)


async def _answered(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    if ask is not Ask.PREVIEW and typed(incoming, *LATER):
        return await press(incoming, desk, Pick(Verb.LATER, draft.number, ask.value))
    if ask not in (Ask.PREVIEW, Ask.RECEIPT) and missing(draft) is Ask.PREVIEW:
        if typed(incoming, *CANCEL) or _KEEP.fullmatch(_plain(incoming)):
            return await press(incoming, desk, Pick(Verb.SHOW, draft.number))
        if typed(incoming, *SEND) and not (ask is Ask.AT and is_now(incoming.text)):
            return await going_on(incoming, desk, sender, Written(draft), _UNCHANGED)
    if ask not in (Ask.PREVIEW, Ask.RECEIPT) and typed(incoming, *CANCEL):
        return await press(incoming, desk, Pick(Verb.CANCEL, draft.number))
    beside = ask is not Ask.PREVIEW or change_of(incoming) is None
    if beside and (done := await stepped(incoming, desk, sender, draft, ask)) is not None:
        return done
    text = incoming.text.strip()
    if ask not in (Ask.TEXT, Ask.REASON) and (draft.file or draft.fetching) and BARE.fullmatch(_plain(incoming)):
        return await press(incoming, desk, Pick(Verb.BARE, draft.number))
    if ask not in (Ask.TEXT, Ask.REASON, Ask.RECEIPT) and missing(draft) is Ask.PREVIEW and change_of(incoming):
        return await changed(incoming, desk, sender, draft)
    match ask:
        case Ask.TEXT:
            return await text_said(incoming, desk, sender, draft, text)
        case Ask.REASON:
            return await going_on(incoming, desk, sender, Written(replace(draft, urgent=" ".join(text.split()))))
        case Ask.WHOM:
            return await _whom(incoming, desk, sender, draft)
        case Ask.AT:
            return await _at(incoming, desk, sender, draft, text)
        case Ask.RECEIPT:
            return await _receipt(incoming, desk, sender, draft)
    return await changed(incoming, desk, sender, draft)


async def _sent(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    """Returns what follows a picture or file. Words under it are the text, or stand below the one that was written
    before; those of another picture go with it.
    """
    found = await taken(incoming, desk, draft)
    caption = incoming.text.strip()
    if found.known and (draft.text or not caption):
        return Outcome()  # one more of an album: what becomes of it was said with the first
    written = Written(found.draft)
    if caption:
        anew = not draft.text or ask is Ask.TEXT or bool(draft.file or draft.fetching)
        said = await worded(Wished(caption), incoming, desk, draft, first=anew)
        written = await with_said(found.draft, said if anew else below(draft, said), sender, desk)
    still = None if ask in (Ask.TEXT, Ask.PREVIEW) else ask
    return replace(await going_on(incoming, desk, sender, written, found.told, still), jobs=found.jobs)


async def _whom(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    """The answer may be a whole order ("gửi cho chi hội trưởng xã Vân Trà 8h sáng mai"): all of it is taken."""
    said = wished(incoming.text) or parted(incoming.text)
    if not (said.whom or said.without):
        return await _aside(incoming, desk, sender, draft, Ask.WHOM)
    written = await with_said(draft, said, sender, desk)
    if written.unclear is not None and not names_audience(incoming.text):
        if incoming.text.rstrip().endswith("?"):
            return await _aside(incoming, desk, sender, draft, Ask.WHOM)
        if kind_word := courtesy(desk, incoming.text):
            return await going_on(incoming, desk, sender, Written(draft), kind_word, ask=Ask.WHOM)
    return await going_on(incoming, desk, sender, written)


async def _at(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, text: str) -> Outcome:
    found = with_time(draft, _after(text, WHEN_AT) or text, desk)
    if not isinstance(found, Unclear):
        return await broadcasting.timed(incoming, desk, sender, draft, found)
    told = aside(desk, text) if text.endswith("?") else _SEND_NOW if typed(incoming, *SEND) else ""
    return await going_on(incoming, desk, sender, Written(draft), told or found.text, ask=Ask.AT)


async def _retimed(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast) -> Outcome:
    """Returns what is typed comes to where another time is asked for one that waits to go out as it was."""
    if incoming.kind is not Kind.TEXT:
        return remark(incoming, _EDITED if incoming.kind is Kind.EDIT else _GONE, desk.talk.screen)
    if typed(incoming, *CANCEL, *LATER) or says_no(incoming) or _KEEP.fullmatch(_plain(incoming)):
        return await press(incoming, desk, Pick(Verb.LATER, one.number, Ask.AT.value))
    text = incoming.text.strip()
    sure = next((pick for pick in on_screen(desk.talk) if pick.verb is Verb.RETIME and pick.about), None)
    if sure is not None and (says_yes(incoming) or typed(incoming, *SEND) or _MOVE.fullmatch(_plain(incoming))):
        return await press(incoming, desk, sure)
    done = await retimed(incoming, desk, sender, one, _after(text, WHEN_AT) or text)
    told = aside(desk, text) if text.endswith("?") else ""
    replies = tuple(replace(reply, text=f"{told}\n{reply.text}") for reply in done.replies)
    return replace(done, replies=replies) if told else done


async def _receipt(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    if typed(incoming, *_YES) or WITH_RECEIPT.search(_plain(incoming)):
        return await going_on(incoming, desk, sender, Written(replace(draft, acknowledged=True)))
    # Who says "gửi" here wants to go on, without it.
    if says_no(incoming) or typed(incoming, *SEND) or WITHOUT_RECEIPT.search(_plain(incoming)):
        return await going_on(incoming, desk, sender, Written(replace(draft, acknowledged=False)))
    if typed(incoming, *CANCEL):
        return await press(incoming, desk, Pick(Verb.CANCEL, draft.number))
    return await _aside(incoming, desk, sender, draft, Ask.RECEIPT)


def _steers_another(incoming: Incoming, number: int) -> bool:
    """Whether words are plainly of another broadcast than the one that is written."""
    order = order_of(incoming.text)
    return order is not None and not order.text and order.number not in (0, number)


def _offered(incoming: Incoming, talk: Talk) -> Pick | None:
    """Returns the choice on the screen whose label was typed without accents."""
    if incoming.kind is not Kind.TEXT:
        return None
    for choice in talk.screen:
        if (pick := pick_of(choice.token)) is not None and plain(choice.label) == _plain(incoming):
            return pick
    return None


async def _aside(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    """Returns the question once more, under the answer to what was asked on the side."""
    told = aside(desk, incoming.text)
    return await going_on(incoming, desk, sender, Written(draft), f"{told}\n" if told else _UNREAD, ask=ask)


def _after(text: str, pattern: re.Pattern[str]) -> str:
    return named_after(text, pattern) or ""


def _plain(incoming: Incoming) -> str:
    return " ".join(plain(incoming.text).split()).strip(" .,!")
