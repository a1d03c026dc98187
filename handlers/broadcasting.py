""" "gửi thông báo", "thông báo 3", "tạm dừng thông báo 3": broadcasts are written, steered and looked at."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers import media
from handlers.answering import asked
from handlers.broadcast_audience import Unclear, chosen_unit, of_unit
from handlers.broadcast_changing import (
    AGAIN,
    again,
    another_way,
    cancelling,
    corrected,
    dropped,
    edited,
    moved,
    repeated,
)
from handlers.broadcast_looks import looking
from handlers.broadcast_media import KINDS, taken, without_file
from handlers.broadcast_order import Order, order_of
from handlers.broadcast_result import booked, results, silent
from handlers.broadcast_retiming import chosen, retimed
from handlers.broadcast_rights import Sender, may_send_to, sender_of
from handlers.broadcast_sending import approve, refuse, send, trial
from handlers.broadcast_steps import Written, begun, going_on, missing, tomorrow_morning, with_said
from handlers.broadcast_telling import STATES
from handlers.broadcast_token import AT_ONCE, FAMILY, WAITING, Ask, Pick, Verb, pick_of, previewed
from handlers.broadcast_view import NONE, UNKNOWN, WENT_OUT, listed, viewed
from handlers.broadcast_words import wished
from handlers.looked_after import NOT_YOURS
from handlers.pages import split
from handlers.telling import remark
from handlers.typed import pressed

_GONE = 'Nút đó không dùng được nữa, nên tôi không đổi gì. Đồng chí nhắn "các thông báo" để xem.'
_NO_DRAFT = "Thông báo {number} nay {state}, không còn là bản nháp, nên tôi không đổi gì."
_LATER = 'Vâng. Bản nháp thông báo {number} tôi giữ, đồng chí nhắn "thông báo {number}" để làm tiếp.'
_UNFINISHED = "Đồng chí còn bản nháp thông báo {number} chưa gửi."
_WHICH = "Đồng chí nói rõ thông báo nào, ví dụ: {words} thông báo {number}."
_NEVER_ASKED = 'Chưa gửi thông báo nào có nút "Đã nhận", nên tôi không biết ai chưa xác nhận.'
_COME = "Khi Hội có thông báo, tôi gửi ngay vào đây cho đồng chí."
_LEAVE = "Đồng chí muốn thôi nhận thông báo thì nhắn DỪNG."
_WORDS = {Verb.PAUSE: "tạm dừng", Verb.RESUME: "gửi tiếp", Verb.CANCELLING: "huỷ"}
_FITTING = {
    Verb.PAUSE: (BroadcastState.RUNNING,),
    Verb.RESUME: (BroadcastState.PAUSED,),
    Verb.CANCELLING: (BroadcastState.SCHEDULED, BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.APPROVAL),
}
_LOOKED_THROUGH = 10
"""So many of the newest broadcasts are looked through where no number was said."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to write, steer or see a broadcast."""
    if pressed(incoming, FAMILY):
        return True
    if incoming.kind is not Kind.TEXT and (incoming.kind not in KINDS or talk.run):
        return False
    return _order(incoming) is not None or wished(incoming.text) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the next step, or that it is done; whom to ask, for those who may not."""
    order = _order(incoming)
    sender = await sender_of(incoming, desk)
    if sender is None:
        return await _not_theirs(incoming, desk, order)
    if incoming.kind is Kind.PRESS:
        return await _pressed(incoming, desk, sender)
    if order is not None:
        return await _ordered(incoming, desk, sender, order)
    return await _new(incoming, desk, sender)


def _order(incoming: Incoming) -> Order | None:
    """Returns what is ordered; under a picture or file only a correction is."""
    order = order_of(incoming.text) if incoming.kind in (Kind.TEXT, *KINDS) else None
    return order if incoming.kind is Kind.TEXT or (order and order.verb is Verb.CORRECT) else None


async def _not_theirs(incoming: Incoming, desk: Desk, order: Order | None) -> Outcome:
    """A stranger's words are a question to the knowledge, as are a member's."""
    if order is not None and order.verb is Verb.PAUSE:
        return remark(incoming, _LEAVE)
    if order is not None and order.verb is Verb.LIST and not incoming.text.startswith("/"):
        return remark(incoming, f"{_COME}\n{_LEAVE}")
    if incoming.kind in KINDS:
        return await media.handle(incoming, desk)
    person = await desk.records.person_at(incoming.address)
    if incoming.kind is Kind.PRESS or (person is not None and person.roles) or incoming.text.startswith("/"):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    return asked(incoming, desk, incoming.text)


async def _new(incoming: Incoming, desk: Desk, sender: Sender) -> Outcome:
    """Returns the first question, or the preview where all was said."""
    said = wished(incoming.text)
    if said is None or (said.whom and not said.text and incoming.text.rstrip().endswith("?")):
        return asked(incoming, desk, incoming.text)
    if not (said.text or said.whom or incoming.kind in KINDS):
        mine = [one for one in await desk.records.broadcasts() if one.by == sender.person.id]
        left = [one for one in mine if one.state is BroadcastState.DRAFT and (one.text or one.file)]
        if left:
            choices = (
                Choice("Làm tiếp", Pick(Verb.SHOW, left[0].number).token),
                Choice("Soạn bản mới", Pick(Verb.NEW).token),
            )
            return remark(incoming, _UNFINISHED.format(number=left[0].number), choices)
    found = await taken(incoming, desk, begun(await desk.records.next_broadcast(), sender, desk))
    written = await with_said(found.draft, looking(said, incoming), sender, desk)
    return replace(await going_on(incoming, desk, sender, written, found.told), jobs=found.jobs)


async def _ordered(incoming: Incoming, desk: Desk, sender: Sender, order: Order) -> Outcome:
    if order.verb is Verb.LIST:
        return await listed(incoming, desk, sender)
    one = await _meant(desk, sender, order)
    if isinstance(one, str):
        return remark(incoming, one)
    match order.verb:
        case Verb.CORRECT:
            return await corrected(incoming, desk, sender, one, order.text)
        case Verb.EDIT:
            return await edited(incoming, desk, sender, one, order.text)
        case Verb.RETIME:
            return await retimed(incoming, desk, sender, one, order.text)
        case Verb.AGAIN:
            return await again(incoming, desk, sender, one, order.text)
        case Verb.APPROVE:
            return await approve(incoming, desk, sender, one, previewed(one))
        case Verb.REFUSE:
            return await refuse(incoming, desk, sender, one, order.text)
    return await _done(incoming, desk, sender, one, Pick(order.verb, one.number))


async def _meant(desk: Desk, sender: Sender, order: Order) -> Broadcast | str:
    """Returns the broadcast that is meant: by its number, else the only or the last one that fits. Or what is said."""
    every = [one for one in await desk.records.broadcasts() if sender.sees(one)]
    if order.number:
        found = next((one for one in every if one.number == order.number), None)
        return found or UNKNOWN.format(number=order.number)
    if order.verb in _FITTING:
        fitting = [one for one in every if one.state in _FITTING[order.verb]]
        if len(fitting) == 1:
            return fitting[0]
        number = (fitting or every)[0].number if every else 0
        return _WHICH.format(words=_WORDS[order.verb], number=number) if every else NONE
    for one in [one for one in every if one.state in WENT_OUT][:_LOOKED_THROUGH]:
        if await _fits(desk, one, order):
            return one
    if order.verb is Verb.AGAIN:
        return f"Không có thông báo nào còn {AGAIN[order.text]}."
    if every and order.verb in (Verb.SILENT, Verb.WAVE):
        return _NEVER_ASKED
    return NONE if not every else "Không có thông báo nào như vậy."


async def _fits(desk: Desk, one: Broadcast, order: Order) -> bool:
    if order.verb in (Verb.SILENT, Verb.WAVE):
        return one.acknowledged
    if order.verb is Verb.AGAIN:
        tally = await desk.records.tally(one.number)
        return bool(tally.failed if order.text == "failed" else tally.unknown)
    return True


async def _pressed(incoming: Incoming, desk: Desk, sender: Sender) -> Outcome:
    pick = pick_of(incoming.token)
    if pick is None:
        return remark(incoming, _GONE)
    if pick.verb is Verb.LIST:
        return await listed(incoming, desk, sender, split(incoming.token)[1])
    if pick.verb is Verb.NEW:
        draft = begun(await desk.records.next_broadcast(), sender, desk)
        return await going_on(incoming, desk, sender, Written(draft))
    one = await desk.records.broadcast(pick.number)
    if one is None or not sender.sees(one):
        return remark(incoming, _GONE)
    return await _done(incoming, desk, sender, one, pick)


async def _done(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, pick: Pick) -> Outcome:
    """Returns what a button, or the words for it, comes to."""
    match pick.verb:
        case Verb.SHOW:
            return await viewed(incoming, desk, sender, one)
        case Verb.SEND if one.by == sender.person.id:
            return await send(incoming, desk, sender, one, pick.about)
        case Verb.APPROVE:
            return await approve(incoming, desk, sender, one, pick.about)
        case Verb.REFUSE:
            return await refuse(incoming, desk, sender, one)
        case Verb.PAUSE:
            return await moved(incoming, desk, sender, one, BroadcastState.PAUSED)
        case Verb.RESUME:
            return await moved(incoming, desk, sender, one, BroadcastState.RUNNING)
        case Verb.CANCELLING:
            return await cancelling(incoming, desk, sender, one)
        case Verb.CANCEL if one.state is not BroadcastState.DRAFT:
            return await moved(incoming, desk, sender, one, BroadcastState.CANCELLED)
        case Verb.EDIT:
            return await edited(incoming, desk, sender, one, pick.rest)
        case Verb.LATER if one.state in WAITING:
            return await viewed(incoming, desk, sender, one)
        case Verb.AT if one.state in WAITING:
            return await chosen(incoming, desk, sender, one, pick)
        case Verb.RETIME if pick.about and one.state in WAITING:
            return await chosen(incoming, desk, sender, one, pick)
        case Verb.RETIME:
            return await retimed(incoming, desk, sender, one)
        case Verb.AGAIN if pick.about in ("failed", "unknown"):
            return await again(incoming, desk, sender, one, pick.about, pick.rest)
        case Verb.WAVE:
            return await repeated(incoming, desk, sender, one)
        case Verb.CORRECT:
            return await corrected(incoming, desk, sender, one)
        case Verb.RESULT:
            return await results(incoming, desk, one)
        case Verb.SILENT:
            return await silent(incoming, desk, one)
        case Verb.BOOK:
            return await booked(incoming, desk, sender, one)
    return await _writing(incoming, desk, sender, one, pick)


async def _writing(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, pick: Pick) -> Outcome:
    """Returns what a button comes to that belongs to a draft: its author alone goes on with it."""
    if draft.state is not BroadcastState.DRAFT or draft.by != sender.person.id:
        return remark(incoming, _NO_DRAFT.format(number=draft.number, state=STATES[draft.state]))
    match pick.verb:
        case Verb.CANCEL:
            return await dropped(incoming, draft)
        case Verb.LATER:
            return remark(incoming, _LATER.format(number=draft.number))
        case Verb.TRIAL:
            return await trial(incoming, desk, draft)
        case Verb.BARE:
            return await going_on(incoming, desk, sender, Written(without_file(draft)))
        case Verb.URGENT:
            return await going_on(incoming, desk, sender, Written(draft), ask=Ask.REASON)
        case Verb.ASK if pick.about in list(Ask):
            return await going_on(incoming, desk, sender, Written(draft), ask=Ask(pick.about))
        case Verb.AT:
            due = draft.made if pick.about == AT_ONCE else tomorrow_morning(desk.now)
            return await timed(incoming, desk, sender, draft, replace(draft, due=due))
        case Verb.IN_PLACE if draft.corrects:
            return await another_way(incoming, desk, sender, draft, in_place=pick.about == "co")
        case Verb.RECEIPT:
            return await going_on(incoming, desk, sender, Written(replace(draft, acknowledged=pick.about == "co")))
        case Verb.WHOM | Verb.UNIT:
            return await _chosen(incoming, desk, sender, draft, pick)
    return remark(incoming, _GONE)


async def timed(incoming: Incoming, desk: Desk, sender: Sender, before: Broadcast, after: Broadcast) -> Outcome:
    """Returns what follows when the time is known: the first time, whether it is to be acknowledged is asked."""
    first = before.due is None and not after.acknowledged and missing(after) is Ask.PREVIEW
    return await going_on(incoming, desk, sender, Written(after), ask=Ask.RECEIPT if first else None)


async def _chosen(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, pick: Pick) -> Outcome:
    """Returns what follows when the audience was chosen; one that is not theirs is no longer on any button."""
    found: Audience | Unclear | None
    if pick.verb is Verb.UNIT:
        found = chosen_unit(pick)
    elif pick.about in list(AudienceKind):
        found = of_unit(Audience(AudienceKind(pick.about), period=pick.rest), sender, draft.number)
    else:
        found = None
    if isinstance(found, Unclear):
        return await going_on(incoming, desk, sender, Written(draft, found, Ask.WHOM))
    if found is None or not await may_send_to(sender, found, desk):
        return remark(incoming, _GONE)
    return await going_on(incoming, desk, sender, Written(replace(draft, audience=found)))


async def press(incoming: Incoming, desk: Desk, pick: Pick) -> Outcome:
    """Returns what a choice comes to that was said in words."""
    return await handle(replace(incoming, kind=Kind.PRESS, token=pick.token), desk)


def besides(handlers: Sequence[Handler]) -> tuple[Handler, ...]:
    """Returns the handlers without this one."""
    return tuple(handler for handler in handlers if handler is not HANDLER)


HANDLER = Handler("broadcasting", wants, handle)
