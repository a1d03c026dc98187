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
from handlers.answering import aside
from handlers.broadcast_audience import Unclear, names_audience
from handlers.broadcast_looks import below, correcting, looking
from handlers.broadcast_media import KINDS, taken
from handlers.broadcast_order import order_of
from handlers.broadcast_rights import Sender, sender_of
from handlers.broadcast_steps import Written, going_on, missing, with_said, with_time
from handlers.broadcast_token import Ask, Pick, Verb, asked, on_screen, pick_of
from handlers.broadcast_words import Wished, parted, wished
from handlers.correction_way import rings
from handlers.order import named_after
from handlers.telling import remark
from handlers.typed import command, typed
from handlers.when import is_now
from knowledge.fold import plain

_LATER = ("de sau", "de do", "tam dung", "lat nua", "mai lam tiep")
_CANCEL = ("huy", "huy bo", "thoi", "bo", "thoi khong gui", "khong gui nua", "huy di", "bo ban nhap")
_SEND = ("gui", "gui di", "dong y", "dong y gui", "gui thoi", "ok gui", "gui luon", "duoc gui di", "xac nhan")
_TRIAL = ("gui thu", "gui thu cho toi", "gui cho toi xem", "gui cho toi truoc", "thu", "gui cho toi", "gui thu toi")
_YES = ("co", "co nut", "can", "u", "dong y", "co chu", "duoc", "ok", "nen co")
_NO = re.compile(r"(?:da |thoi )?(?:khong|ko|kg|k|hong|khoi|thoi|chang)(?: (?:can|co|phai|nut|bam|dau|ma|a|nhe))*")
_WHEN_TEXT = re.compile(r"(?:sua|doi|chinh)(?: lai)? (?:noi dung|loi|chu|tin)(?: la| thanh)?(?=\W|$)")
_WHEN_WHOM = re.compile(r"(?:sua|doi|chinh)(?: lai)? (?:nguoi nhan|doi tuong|noi nhan)(?: la| thanh)?(?=\W|$)")
_WHEN_AT = re.compile(
    r"(?:sua|doi|chinh|hen|lui|chuyen)(?: lai)? (?:thoi gian|gio|lich|ngay)(?: gui)?(?: la| thanh| sang)?(?=\W|$)"
)
_WITHOUT = re.compile(r"(?:(?:ngoai )?tru|loai|khong gui cho|bo ra)(?: ra)?(?= )")
_URGENT = re.compile(r"gui khan(?: cap)?(?: vi)?(?=\W|$)")
_WITH_RECEIPT = re.compile(r"(?:them|co|kem|can|gan)(?: nut)? da nhan")
_WITHOUT_RECEIPT = re.compile(r"(?:bo|khong can|khong|xoa|khoi)(?: nut)? da nhan")
_BARE = re.compile(
    r"(?:bo|xoa|go|khong(?: can)?(?: gui| kem)?)(?: (?:cai|tam|buc|cac))? (?:anh, tep|anh|hinh|tep|file)"
    r"(?: (?:di|kem|nay|do))*"
)
_UNREAD = "Tôi chưa rõ ý đồng chí."
_EDITED = "Tin sửa lại tôi chưa dùng. Muốn đổi lời thông báo, đồng chí bấm Sửa nội dung, hoặc nhắn lại."
_GONE = 'Bản nháp đó không còn nữa. Đồng chí nhắn "các thông báo" để xem.'


def answers(beside: Sequence[Handler]) -> Handler:
    """Returns the handler of what is typed about the draft on the screen. The words of handlers ``beside`` are theirs,
    but where the text or a reason is asked, every word is that.
    """
    others = broadcasting.besides(beside)

    def wants(incoming: Incoming, talk: Talk) -> bool:
        if _offered(incoming, talk) is not None:
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
            return True
        if ask is Ask.PREVIEW:
            return _change(incoming) is not None
        if ask is Ask.WHOM and names_audience(incoming.text):
            return True
        if order_of(incoming.text) is not None:
            return False
        if ask is Ask.WHOM:
            return not any(handler.wants(incoming, talk) for handler in others)
        return not any(handler.wants(incoming, talk) for handler in beside)

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        if (pick := _offered(incoming, desk.talk)) is not None:
            return await _press(incoming, desk, pick)
        open_one = asked(desk.talk)
        if open_one is None and incoming.kind in KINDS:
            return await broadcasting.handle(incoming, desk)
        sender = await sender_of(incoming, desk)
        draft = await desk.records.broadcast(open_one.number) if open_one else None
        if open_one is None or draft is None or sender is None or draft.by != sender.person.id:
            return remark(incoming, _GONE)
        if draft.state is not BroadcastState.DRAFT:
            return remark(incoming, _GONE)
        if incoming.kind is Kind.EDIT:
            return remark(incoming, _EDITED, desk.talk.screen)
        if incoming.kind in KINDS:
            return await _sent(incoming, desk, sender, draft, Ask(open_one.about))
        return await _answered(incoming, desk, sender, draft, Ask(open_one.about))

    return Handler("broadcast answers", wants, handle)


async def _answered(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    if ask is not Ask.PREVIEW and typed(incoming, *_LATER):
        return await _press(incoming, desk, Pick(Verb.LATER, draft.number, ask.value))
    if ask not in (Ask.PREVIEW, Ask.RECEIPT) and typed(incoming, *_CANCEL):
        return await _press(incoming, desk, Pick(Verb.CANCEL, draft.number))
    text = incoming.text.strip()
    if ask not in (Ask.TEXT, Ask.REASON) and (draft.file or draft.fetching) and _BARE.fullmatch(_plain(incoming)):
        return await _press(incoming, desk, Pick(Verb.BARE, draft.number))
    if ask not in (Ask.TEXT, Ask.REASON, Ask.RECEIPT) and missing(draft) is Ask.PREVIEW and _change(incoming):
        return await _changed(incoming, desk, sender, draft)
    match ask:
        case Ask.TEXT:
            return await _text(incoming, desk, sender, draft, text)
        case Ask.REASON:
            return await going_on(incoming, desk, sender, Written(replace(draft, urgent=" ".join(text.split()))))
        case Ask.WHOM:
            return await _whom(incoming, desk, sender, draft)
        case Ask.AT:
            return await _at(incoming, desk, sender, draft, text)
        case Ask.RECEIPT:
            return await _receipt(incoming, desk, sender, draft)
    return await _changed(incoming, desk, sender, draft)


async def _text(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, text: str) -> Outcome:
    first = bool(draft.corrects and not draft.text)
    earlier = await desk.records.broadcast(draft.corrects) if first else None
    if earlier is not None and draft.in_place and rings(earlier.text, text):
        draft = replace(draft, in_place=False)
    said = await _worded(Wished(text), incoming, desk, draft, first=first)
    return await going_on(incoming, desk, sender, await with_said(draft, said, sender, desk))


async def _worded(said: Wished, incoming: Incoming, desk: Desk, draft: Broadcast, *, first: bool) -> Wished:
    """Returns a text with its looks; the first one of a correction with what it corrects above it."""
    said = looking(said, incoming)
    earlier = await desk.records.broadcast(draft.corrects) if draft.corrects and first and not draft.in_place else None
    return correcting(earlier, said) if earlier else said


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
        said = await _worded(Wished(caption), incoming, desk, draft, first=anew)
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
        told = aside(desk, incoming.text) if incoming.text.rstrip().endswith("?") else ""
        return await going_on(incoming, desk, sender, written, told)
    return await going_on(incoming, desk, sender, written)


async def _at(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, text: str) -> Outcome:
    found = with_time(draft, _after(text, _WHEN_AT) or text, desk)
    if not isinstance(found, Unclear):
        return await broadcasting.timed(incoming, desk, sender, draft, found)
    told = aside(desk, text) if text.endswith("?") else ""
    return await going_on(incoming, desk, sender, Written(draft), told or found.text, ask=Ask.AT)


async def _receipt(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    if typed(incoming, *_YES) or _WITH_RECEIPT.search(_plain(incoming)):
        return await going_on(incoming, desk, sender, Written(replace(draft, acknowledged=True)))
    # Who says "gửi" here wants to go on, without it.
    if _no(incoming) or typed(incoming, *_SEND) or _WITHOUT_RECEIPT.search(_plain(incoming)):
        return await going_on(incoming, desk, sender, Written(replace(draft, acknowledged=False)))
    if typed(incoming, *_CANCEL):
        return await _press(incoming, desk, Pick(Verb.CANCEL, draft.number))
    return await _aside(incoming, desk, sender, draft, Ask.RECEIPT)


async def _changed(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast) -> Outcome:
    """Returns what a change that was typed under a preview comes to."""
    change = _change(incoming)
    if isinstance(change, Pick) and change.rest:
        return await going_on(incoming, desk, sender, Written(replace(draft, urgent=change.rest)))
    if isinstance(change, Pick):
        offered = next((one for one in on_screen(desk.talk) if _same(one, change)), None)
        if change.verb is Verb.SEND and offered is None:  # there is nobody to send it to: the preview says so
            return await going_on(incoming, desk, sender, Written(draft))
        return await _press(incoming, desk, offered or replace(change, number=draft.number))
    if change is None:
        return remark(incoming, _UNREAD, desk.talk.screen)
    if change.text:
        change = await _worded(change, incoming, desk, draft, first=True)
    return await going_on(incoming, desk, sender, await with_said(draft, change, sender, desk))


def _change(incoming: Incoming) -> Pick | Wished | None:
    """Returns the choice of a preview that words stand for, or what they change; None for neither."""
    text = incoming.text
    for phrases, verb in ((_SEND, Verb.SEND), (_TRIAL, Verb.TRIAL), (_CANCEL, Verb.CANCEL)):
        if typed(incoming, *phrases):
            return Pick(verb)
    if typed(incoming, *_LATER):
        return Pick(Verb.LATER)
    if _BARE.fullmatch(_plain(incoming)):
        return Pick(Verb.BARE)
    if _WITHOUT_RECEIPT.fullmatch(_plain(incoming)) or _WITH_RECEIPT.fullmatch(_plain(incoming)):
        return Wished(acknowledged=_WITHOUT_RECEIPT.fullmatch(_plain(incoming)) is None)
    for pattern, ask in ((_WHEN_TEXT, Ask.TEXT), (_WHEN_WHOM, Ask.WHOM), (_WHEN_AT, Ask.AT)):
        rest = named_after(text, pattern)
        if rest is None:
            continue
        if not rest:
            return Pick(Verb.ASK, about=ask.value)
        if ask is Ask.TEXT:
            return Wished(text=text.partition(":")[2].strip() or rest)
        return parted(rest) if ask is Ask.WHOM else Wished(at=rest)
    if (rest := named_after(text, _WITHOUT)) is not None:
        return Wished(without=rest)
    if (why := named_after(text, _URGENT)) is not None:
        return Pick(Verb.URGENT, rest=why)
    said = parted(text)
    return Wished(at=said.at) if said.at and not (said.whom or said.without) and not is_now(text) else None


def _offered(incoming: Incoming, talk: Talk) -> Pick | None:
    """Returns the choice on the screen whose label was typed without accents, or that "có", "thôi" mean."""
    if incoming.kind is not Kind.TEXT:
        return None
    for choice in talk.screen:
        if (pick := pick_of(choice.token)) is not None and plain(choice.label) == _plain(incoming):
            return pick
    picks = on_screen(talk)
    sure = next((one for one in picks if one.verb is Verb.CANCEL or (one.verb is Verb.AGAIN and one.rest)), None)
    if sure is None or asked(talk) is not None:
        return None
    if typed(incoming, *_YES):
        return sure
    return next((one for one in picks if one.verb is Verb.SHOW), None) if _no(incoming) else None


def _no(incoming: Incoming) -> bool:
    return _NO.fullmatch(_plain(incoming)) is not None


def _same(one: Pick, change: Pick) -> bool:
    return one.verb is change.verb and (one.verb is not Verb.ASK or one.about == change.about)


async def _aside(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, ask: Ask) -> Outcome:
    """Returns the question once more, under the answer to what was asked on the side."""
    told = aside(desk, incoming.text)
    return await going_on(incoming, desk, sender, Written(draft), f"{told}\n" if told else _UNREAD, ask=ask)


async def _press(incoming: Incoming, desk: Desk, pick: Pick) -> Outcome:
    return await broadcasting.handle(replace(incoming, kind=Kind.PRESS, token=pick.token), desk)


def _after(text: str, pattern: re.Pattern[str]) -> str:
    return named_after(text, pattern) or ""


def _plain(incoming: Incoming) -> str:
    return " ".join(plain(incoming.text).split()).strip(" .,!")
