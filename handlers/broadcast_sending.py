"""A previewed broadcast is sent with one confirmation; above a number of receivers a second admin agrees first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import titled
from bot.model.person import Person
from bot.model.receiver import Receiver
from bot.model.role import RoleKind
from bot.outcome import Outcome
from bot.reading.shown import shown
from bot.records import Record
from handlers.broadcast_preview import facts, letter, preview, receivers_of
from handlers.broadcast_rights import Sender, may_send_to
from handlers.broadcast_steps import Written, going_on
from handlers.broadcast_telling import STATES, at_once, clock
from handlers.broadcast_token import Pick, Verb, previewed
from handlers.telling import remark

_OTHER_STATE = "Thông báo {number} nay {state}, nên nút đó không gửi gì."
_CHANGED = "Thông báo {number} đã đổi từ lúc đồng chí xem, nên tôi chưa gửi gì. Đây là bản mới."
_NOT_YOURS = "Người nhận của thông báo {number} nay không thuộc đơn vị đồng chí phụ trách, nên tôi chưa gửi."
_PAST = "Giờ hẹn của thông báo {number} đã qua, nên tôi chưa gửi gì. Đồng chí chọn giờ khác."
_NOW = "Thông báo {number} đang được gửi đến {count} người."
_LATER = "Đã hẹn: thông báo {number} gửi lúc {at}, đến {count} người."
_HELD = "Vì đang giờ nghỉ, tin được giữ đến {until}."
_HOW = 'Muốn xem kết quả hay dừng lại, đồng chí nhắn "thông báo {number}".'
_WAITS = (
    "Thông báo {number} chờ quản trị viên khác đồng ý ({names}). Tôi đã gửi bản xem trước.\n"
    'Muốn rút lại, đồng chí nhắn "huỷ thông báo {number}".'
)
_ALONE = (
    "Thông báo này gửi đến {count} người, cần một quản trị viên khác đồng ý, mà Hội chưa có quản trị viên nào khác.\n"
    "Tôi giữ bản nháp. Đồng chí nhờ người cài đặt trợ lý cấp mã cho quản trị viên thứ hai (lệnh admin-code)."
)
_FEWER = "Hoặc đồng chí sửa người nhận: từ {most} người trở xuống thì không cần ai đồng ý."
_OWN = "Thông báo {number} do đồng chí soạn, cần một quản trị viên khác đồng ý."
_AGREE = (
    "Đồng chí {name} xin gửi thông báo này.\n{facts}\n"
    'Đồng chí bấm, hoặc nhắn "đồng ý gửi thông báo {number}", "không gửi thông báo {number}".'
)
_LATE = "Giờ hẹn của thông báo {number} đã qua trong lúc chờ, nên nay lại là bản nháp. Người soạn sẽ chọn giờ khác."
_AGREED_TO = "Đồng chí {name} đồng ý gửi thông báo {number}."
_REFUSED_TO = (
    "Đồng chí {name} chưa đồng ý gửi thông báo {number}.{why}\n"
    'Tôi giữ bản nháp, đồng chí nhắn "thông báo {number}" để sửa.'
)


async def send(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, seen: str) -> Outcome:
    """Returns that it goes out, waits for its time or for another admin; an old preview sends nothing."""
    if draft.state is not BroadcastState.DRAFT:
        return remark(incoming, _OTHER_STATE.format(number=draft.number, state=STATES[draft.state]))
    if seen != previewed(draft):
        head = _CHANGED.format(number=draft.number)
        return await going_on(incoming, desk, sender, Written(draft), head)
    if draft.audience is None or not await may_send_to(sender, draft.audience, desk):
        return remark(incoming, _NOT_YOURS.format(number=draft.number))
    if _passed(draft, desk.now):
        again = Written(replace(draft, due=None))
        return await going_on(incoming, desk, sender, again, _PAST.format(number=draft.number))
    receivers = await receivers_of(draft, desk)
    if not receivers:
        return Outcome(await preview(incoming, desk, draft))
    if desk.rules.needs_approval(len(receivers)):
        return await _asked_for(incoming, desk, sender, draft, receivers)
    return _scheduled(incoming, desk, sender.person, draft, receivers)


async def trial(incoming: Incoming, desk: Desk, draft: Broadcast) -> Outcome:
    """Returns the letter to whoever writes it, and then the preview's choices once more."""
    if draft.state is not BroadcastState.DRAFT or draft.audience is None:
        return remark(incoming, _OTHER_STATE.format(number=draft.number, state=STATES[draft.state]))
    _, told = await preview(incoming, desk, draft, "Tôi vừa gửi thử cho riêng đồng chí.")
    return Outcome((await letter(incoming.address, draft, desk), told))


async def approve(incoming: Incoming, desk: Desk, sender: Sender, waiting: Broadcast, seen: str) -> Outcome:
    """Returns that it goes out with the agreement of another admin than the one who wrote it."""
    if refused := _may_not(sender, waiting):
        return remark(incoming, refused)
    if seen != previewed(waiting):
        receivers = await receivers_of(waiting, desk)
        head = _CHANGED.format(number=waiting.number)
        return Outcome(await _to_agree(incoming, desk, waiting, receivers, head))
    if _passed(waiting, desk.now):
        back = replace(waiting, state=BroadcastState.DRAFT, due=None)
        text = _LATE.format(number=waiting.number)
        return Outcome((Reply(incoming.address, text), *await _to_author(desk, waiting, text)), records=(back,))
    receivers = await receivers_of(waiting, desk)
    agreed = replace(waiting, approved_by=sender.person.id)
    done = _scheduled(incoming, desk, sender.person, agreed, receivers, "broadcast.approved")
    told = _AGREED_TO.format(name=sender.person.name, number=waiting.number)
    return replace(done, replies=(*done.replies, *await _to_author(desk, waiting, told)))


async def refuse(incoming: Incoming, desk: Desk, sender: Sender, waiting: Broadcast, why: str = "") -> Outcome:
    """Returns that it is a draft again, with the reason to whoever wrote it."""
    if refused := _may_not(sender, waiting):
        return remark(incoming, refused)
    back = replace(waiting, state=BroadcastState.DRAFT)
    audit = _audit(sender.person, "broadcast.refused", waiting, incoming, desk, why)
    reason = f" Lý do: {why}." if why else ""
    told = _REFUSED_TO.format(name=sender.person.name, number=waiting.number, why=reason)
    done = remark(incoming, f"Vâng, thông báo {waiting.number} không được gửi. Tôi đã báo người soạn.")
    return replace(done, replies=(*done.replies, *await _to_author(desk, waiting, told)), records=(back, audit))


def _may_not(sender: Sender, waiting: Broadcast) -> str:
    if waiting.state is not BroadcastState.APPROVAL:
        return _OTHER_STATE.format(number=waiting.number, state=STATES[waiting.state])
    if not sender.admin or waiting.by == sender.person.id:
        return _OWN.format(number=waiting.number)
    return ""


async def _asked_for(
    incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, receivers: Sequence[Receiver]
) -> Outcome:
    """Returns that other admins are asked."""
    others = [one for one in await desk.records.people_with(RoleKind.ADMIN, "") if one.id != sender.person.id]
    if not others:
        most = desk.rules.approval_above
        lines = [_ALONE.format(count=shown(len(receivers))), *([_FEWER.format(most=shown(most))] if most else [])]
        return remark(incoming, "\n".join(lines), (Choice("Xem bản nháp", Pick(Verb.SHOW, draft.number).token),))
    waiting = replace(draft, state=BroadcastState.APPROVAL)
    names = ", ".join(one.name for one in others)
    told = Reply(incoming.address, _WAITS.format(number=draft.number, names=names))
    letters: list[Reply] = []
    for one in others:
        about = await facts(draft, receivers, desk, one.address.channel)
        text = _AGREE.format(name=sender.person.name, facts=about, number=draft.number)
        letters += (await letter(one.address, draft, desk), Reply(one.address, text, _agreeing(draft)))
    audit = _audit(sender.person, "broadcast.approval asked", draft, incoming, desk, f"{len(receivers)} người")
    return Outcome((told, *letters), records=(waiting, audit, *_urgent(sender.person, draft, incoming, desk)))


def _agreeing(draft: Broadcast) -> tuple[Choice, ...]:
    return (
        Choice("Đồng ý gửi", Pick(Verb.APPROVE, draft.number, previewed(draft)).token),
        Choice("Không gửi", Pick(Verb.REFUSE, draft.number).token),
    )


async def _to_agree(
    incoming: Incoming, desk: Desk, waiting: Broadcast, receivers: Sequence[Receiver], head: str
) -> tuple[Reply, ...]:
    told = await facts(waiting, receivers, desk, incoming.address.channel, head)
    return (await letter(incoming.address, waiting, desk), Reply(incoming.address, told, _agreeing(waiting)))


async def to_agree(incoming: Incoming, desk: Desk, waiting: Broadcast) -> Outcome:
    """Returns the preview for an admin who is asked to agree."""
    head = f"Thông báo {waiting.number} chờ đồng chí đồng ý."
    return Outcome(await _to_agree(incoming, desk, waiting, await receivers_of(waiting, desk), head))


def _scheduled(
    incoming: Incoming,
    desk: Desk,
    person: Person,
    draft: Broadcast,
    receivers: Sequence[Receiver],
    what: str = "broadcast.confirmed",
) -> Outcome:
    """Returns that it goes out when it is due."""
    due = desk.now if draft.due is None or at_once(draft) else draft.due
    scheduled = replace(draft, state=BroadcastState.SCHEDULED, due=due)
    form = _NOW if due <= desk.now else _LATER
    lines = [form.format(number=draft.number, count=shown(len(receivers)), at=clock(due, desk))]
    until = desk.rhythm.spoken(due)
    if until > due and not draft.urgent:
        lines.append(_HELD.format(until=clock(until, desk)))
    lines.append(_HOW.format(number=draft.number))
    choices = (Choice(f"Xem thông báo {draft.number}", Pick(Verb.SHOW, draft.number).token),)
    audit = _audit(person, what, draft, incoming, desk, f"{len(receivers)} người: {titled(draft)}")
    urgent = () if draft.approved_by else _urgent(person, draft, incoming, desk)
    return Outcome((Reply(incoming.address, "\n".join(lines), choices),), records=(scheduled, audit, *urgent))


def _urgent(person: Person, draft: Broadcast, incoming: Incoming, desk: Desk) -> tuple[Record, ...]:
    """The reason why the quiet hours are not kept is written down."""
    return (_audit(person, "broadcast.urgent", draft, incoming, desk, draft.urgent),) if draft.urgent else ()


async def _to_author(desk: Desk, broadcast: Broadcast, text: str) -> tuple[Reply, ...]:
    author = await desk.records.person(broadcast.by)
    choices = (Choice(f"Xem thông báo {broadcast.number}", Pick(Verb.SHOW, broadcast.number).token),)
    return (Reply(author.address, text, choices),) if author is not None else ()


def _passed(draft: Broadcast, now: datetime) -> bool:
    return draft.due is not None and not at_once(draft) and draft.due <= now


def _audit(person: Person, what: str, one: Broadcast, incoming: Incoming, desk: Desk, note: str = "") -> Audit:
    return Audit(person.id, what, str(one.number), desk.now, incoming.address.channel, note)
