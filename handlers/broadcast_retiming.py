"""Another time for a broadcast that has not gone out. One that waits for its time keeps it until the new one is
confirmed: whoever leaves in the middle, it goes out as it was.
"""

from dataclasses import replace
from datetime import datetime

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast, BroadcastState
from bot.outcome import Outcome
from bot.reading.shown import shown
from handlers.broadcast_audience import Unclear
from handlers.broadcast_changing import CANNOT, OF_OTHERS
from handlers.broadcast_preview import receivers_of
from handlers.broadcast_rights import Sender
from handlers.broadcast_sending import send
from handlers.broadcast_steps import Written, going_on, tomorrow_morning, with_time
from handlers.broadcast_telling import STATES, at_once, clock
from handlers.broadcast_token import AT_ONCE, WAITING, Ask, Pick, Verb, previewed
from handlers.telling import remark

_WHEN = 'Gửi lúc nào? Đồng chí chọn, hoặc nhắn, ví dụ: "19h30 thứ 6", "8h sáng 25/5".'
_STILL = "Thông báo {number} vẫn {stands} như cũ."
_SURE = "Dời thông báo {number} sang {at}, gửi đến {count} người?\nHiện vẫn {stands}."
_SURE_NOW = "Gửi thông báo {number} ngay bây giờ, đến {count} người?\nHiện vẫn {stands}."
_AGREED_ANEW = "Dời rồi thì quản trị viên khác phải đồng ý lại."
_SAME = "Thông báo {number} đã hẹn đúng giờ đó rồi, {at}."
_PAST = "Giờ đó đã qua, nên tôi không đổi gì."
_NOBODY = "Hiện chưa có ai nhận được thông báo này, nên tôi không dời."
_CHANGED = "Thông báo {number} đã đổi từ lúc đồng chí xem, nên tôi không dời."


async def retimed(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, words: str = "") -> Outcome:
    """Returns what follows when another time is wanted: ``words`` name it, "": none was said.

    A draft goes on with it. Of one that waits nothing changes yet: the new time is read back, and asked where the words
    leave a doubt.
    """
    if refused := _may_not(sender, one):
        return remark(incoming, refused)
    timed = with_time(one, words, desk) if words else one
    if one.state is BroadcastState.DRAFT:
        written = Written(one, timed, Ask.AT) if isinstance(timed, Unclear) else Written(timed)
        return await going_on(incoming, desk, sender, written, ask=None if words else Ask.AT)
    if isinstance(timed, Unclear):
        return _asked(incoming, desk, one, timed.text)
    if not words:
        return _asked(incoming, desk, one, _WHEN)
    return await _sure(incoming, desk, one, timed)


async def chosen(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, pick: Pick) -> Outcome:
    """Returns what a button under the question for another time comes to, where it waits for its time."""
    if refused := _may_not(sender, one):
        return remark(incoming, refused)
    if pick.verb is Verb.AT:
        due = one.made if pick.about == AT_ONCE else tomorrow_morning(desk.now)
        return await _sure(incoming, desk, one, replace(one, due=due))
    return await _moved(incoming, desk, sender, one, pick)


async def _moved(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, pick: Pick) -> Outcome:
    """Returns that it goes out at the new time: what was on its way is confirmed once more, in one step."""
    if pick.rest != previewed(one) or not (pick.about == AT_ONCE or pick.about.isdecimal()):
        return _asked(incoming, desk, one, f"{_CHANGED.format(number=one.number)}\n{_WHEN}")
    at = one.made if pick.about == AT_ONCE else datetime.fromtimestamp(int(pick.about), desk.now.tzinfo)
    if pick.about != AT_ONCE and at <= desk.now:
        return _asked(incoming, desk, one, f"{_PAST}\n{_WHEN}")
    draft = replace(one, state=BroadcastState.DRAFT, approved_by="", due=at)
    done = await send(incoming, desk, sender, draft, previewed(draft))
    if not any(isinstance(record, Broadcast) for record in done.records):
        why = done.replies[0].text.partition("\n")[0] if len(done.replies) == 1 else _NOBODY
        return remark(incoming, f"{why}\n{_still(one, desk)}")
    audit = Audit(sender.person.id, "broadcast.retimed", str(one.number), desk.now, incoming.address.channel)
    return replace(done, records=(draft, *done.records, audit))


def _may_not(sender: Sender, one: Broadcast) -> str:
    if one.state not in (BroadcastState.DRAFT, *WAITING):
        return CANNOT.format(number=one.number, state=STATES[one.state], deed="sửa giờ")
    return "" if one.by == sender.person.id else OF_OTHERS.format(number=one.number)


def _asked(incoming: Incoming, desk: Desk, one: Broadcast, question: str) -> Outcome:
    choices = (
        Choice("Gửi ngay", Pick(Verb.AT, one.number, AT_ONCE).token),
        Choice("8 giờ sáng mai", Pick(Verb.AT, one.number, "mai").token),
        _as_it_was(one),
    )
    reply = Reply(incoming.address, f"{_still(one, desk)}\n{question}", choices)
    return Outcome((reply,), talk=replace(desk.talk, figure=False))


async def _sure(incoming: Incoming, desk: Desk, one: Broadcast, timed: Broadcast) -> Outcome:
    assert timed.due is not None
    if timed.due == one.due:
        told = _SAME.format(number=one.number, at=clock(timed.due, desk))
        return remark(incoming, told, (Choice(f"Xem thông báo {one.number}", Pick(Verb.SHOW, one.number).token),))
    receivers = await receivers_of(one, desk)
    count = shown(len(receivers))
    form = _SURE_NOW if at_once(timed) else _SURE
    text = form.format(number=one.number, at=clock(timed.due, desk), count=count, stands=_stands(one, desk))
    if desk.rules.needs_approval(len(receivers)):
        text = f"{text}\n{_AGREED_ANEW}"
    about = AT_ONCE if at_once(timed) else str(int(timed.due.timestamp()))
    moves = Pick(Verb.RETIME, one.number, about, previewed(one))
    choices = (Choice("Gửi ngay" if at_once(timed) else "Dời", moves.token), _as_it_was(one))
    return Outcome((Reply(incoming.address, text, choices),), talk=replace(desk.talk, figure=False))


def _as_it_was(one: Broadcast) -> Choice:
    """The way out; on the screen it also says that a time is asked here."""
    return Choice("Giữ như cũ", Pick(Verb.LATER, one.number, Ask.AT.value).token)


def _still(one: Broadcast, desk: Desk) -> str:
    return _STILL.format(number=one.number, stands=_stands(one, desk))


def _stands(one: Broadcast, desk: Desk) -> str:
    if one.state is BroadcastState.SCHEDULED and one.due is not None:
        return f"hẹn gửi {clock(one.due, desk)}"
    return STATES[one.state]
