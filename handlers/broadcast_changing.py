"""A broadcast on its way is paused, resumed, cancelled, sent again to some, corrected, repeated to who is silent."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audience import Audience, AudienceKind
from bot.model.audit import Audit
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import correction, enclosed, titled
from bot.outcome import Outcome
from bot.reading.shown import shown
from bot.records import Record, Resent
from handlers.broadcast_looks import correcting, looking
from handlers.broadcast_media import taken
from handlers.broadcast_rights import Sender
from handlers.broadcast_steps import LONGEST, Written, begun, going_on, with_said
from handlers.broadcast_telling import STATES
from handlers.broadcast_token import Ask, Pick, Verb
from handlers.broadcast_view import WENT_OUT
from handlers.broadcast_words import Wished
from handlers.correction_way import rings, whole
from handlers.progress_message import goes_on
from handlers.telling import remark

CANNOT = "Thông báo {number} {state}, nên không {deed} được."
_DEEDS = {
    BroadcastState.PAUSED: ("tạm dừng", "broadcast.paused", "Đã tạm dừng thông báo {number}. Còn {left} tin chưa gửi."),
    BroadcastState.RUNNING: ("gửi tiếp", "broadcast.resumed", "Đang gửi tiếp thông báo {number}, còn {left} tin."),
    BroadcastState.CANCELLED: ("huỷ", "broadcast.cancelled", "Đã huỷ thông báo {number}."),
}
_SURE = "Đồng chí muốn huỷ thông báo {number}, {title}?"
_LEFT = "Còn {left} tin chưa gửi sẽ không gửi nữa. {sent} tin đã gửi thì không lấy lại được."
AGAIN = {"failed": "người gửi lỗi", "unknown": "người chưa rõ đã đến hay chưa"}
_TWICE = "Có người có thể nhận hai lần."
_NONE_SENT = "Thông báo {number} chưa gửi đến ai, nên chưa có gì để {deed}."
_ASK_WHOLE = "Đồng chí nhắn lại cả nội dung đúng của thông báo {number}, cho {count} người đã nhận."
_RINGS = "Ngày giờ hoặc con số đã đổi, nên tôi gửi tin mới để mọi người để ý."
_ASK_CORRECTION = "Đồng chí nhắn lời đính chính, gửi cho {count} người đã nhận thông báo {number}."
_LOST = "{what} của thông báo {number} nay không còn. Muốn kèm, đồng chí gửi lại."
OF_OTHERS = "Thông báo {number} do đồng chí khác soạn. Đồng chí huỷ được, chứ không sửa được."
_ALL_SAID = "Thông báo {number}: mọi người đã báo nhận."


async def moved(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, state: BroadcastState) -> Outcome:
    """Returns that it is paused, goes on, or is cancelled; what the states do not allow is said so."""
    deed, what, told = _DEEDS[state]
    # A finished one goes on only with those who are sent it again.
    if not one.may(state) or (state is BroadcastState.RUNNING and one.state is not BroadcastState.PAUSED):
        waits = one.state is BroadcastState.SCHEDULED and state is BroadcastState.PAUSED
        told = CANNOT.format(number=one.number, state=STATES[one.state], deed=deed)
        return remark(incoming, told, _instead(one) if waits else ())
    tally = await desk.records.tally(one.number)
    left = tally.pending + tally.leased
    text = told.format(number=one.number, left=shown(left))
    if state is BroadcastState.CANCELLED and tally.audience:
        text = f"{text} Đã gửi {shown(tally.sent)}, không gửi nữa {shown(left)}."
    changed = replace(one, state=state)
    author = await desk.records.person(one.by)
    anew = goes_on(changed, tally, author.address, desk) if author else ()
    choices = {
        BroadcastState.PAUSED: (Choice("Gửi tiếp", Pick(Verb.RESUME, one.number).token),),
        BroadcastState.RUNNING: (Choice("Tạm dừng", Pick(Verb.PAUSE, one.number).token),),
    }.get(state, ())
    replies = (Reply(incoming.address, text, choices), *(reply for reply in anew if reply.edits))
    return Outcome(replies, records=(changed, _audit(sender, what, one, incoming, desk)))


def _instead(one: Broadcast) -> tuple[Choice, ...]:
    """Returns what can be done with one that waits for its time and so cannot be paused."""
    return (
        Choice("Sửa giờ", Pick(Verb.RETIME, one.number).token),
        Choice("Huỷ thông báo", Pick(Verb.CANCELLING, one.number).token),
    )


async def cancelling(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast) -> Outcome:
    """Returns the question whether it is to be cancelled. A draft is dropped without one."""
    if one.state is BroadcastState.DRAFT:
        return await dropped(incoming, one)
    if not one.may(BroadcastState.CANCELLED):
        return await moved(incoming, desk, sender, one, BroadcastState.CANCELLED)
    tally = await desk.records.tally(one.number)
    lines = [_SURE.format(number=one.number, title=f'"{titled(one)}"')]
    if tally.audience:
        lines.append(_LEFT.format(left=shown(tally.pending + tally.leased), sent=shown(tally.sent)))
    choices = (
        Choice("Huỷ thông báo", Pick(Verb.CANCEL, one.number).token),
        Choice("Không huỷ", Pick(Verb.SHOW, one.number).token),
    )
    return remark(incoming, "\n".join(lines), choices)


async def dropped(incoming: Incoming, draft: Broadcast) -> Outcome:
    """Returns that a draft is thrown away: nobody had seen it."""
    told = remark(incoming, f"Đã bỏ bản nháp thông báo {draft.number}. Không gửi gì.")
    return replace(told, records=(replace(draft, state=BroadcastState.CANCELLED),))


async def edited(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, text: str = "") -> Outcome:
    """Returns the preview of one that has not gone out, a draft again: only a new confirmation sends it.

    One that was sent is put right; ``text`` is all that it is to say.
    """
    if one.state in WENT_OUT and (await desk.records.tally(one.number)).sent:
        return await corrected(incoming, desk, sender, one, text, whole_text=True)
    if one.by != sender.person.id:
        return remark(incoming, OF_OTHERS.format(number=one.number))
    if one.state not in (BroadcastState.DRAFT, BroadcastState.APPROVAL, BroadcastState.SCHEDULED):
        return remark(incoming, CANNOT.format(number=one.number, state=STATES[one.state], deed="sửa"))
    said = looking(Wished(text), incoming) if text else Wished()
    written = await with_said(replace(one, state=BroadcastState.DRAFT, approved_by=""), said, sender, desk)
    head = (
        ""
        if one.state is BroadcastState.DRAFT
        else "Thông báo nay lại là bản nháp. Sửa xong, đồng chí bấm Gửi lần nữa."
    )
    done = await going_on(incoming, desk, sender, written, head)
    if one.state is BroadcastState.DRAFT:
        return done
    return replace(done, records=(*done.records, _audit(sender, "broadcast.unscheduled", one, incoming, desk)))


async def again(
    incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, state: str, agreed: str = ""
) -> Outcome:
    """Returns that those in a state are sent it once more; before that, how many they are (``agreed``: seen)."""
    tally = await desk.records.tally(one.number)
    count = tally.failed if state == "failed" else tally.unknown
    if one.state not in (BroadcastState.RUNNING, BroadcastState.FINISHED):
        return remark(incoming, CANNOT.format(number=one.number, state=STATES[one.state], deed="gửi lại"))
    if not count:
        return remark(incoming, f"Thông báo {one.number} không còn {AGAIN[state]}.")
    if agreed != str(count):
        lines = [f"Gửi lại thông báo {one.number} cho {shown(count)} {AGAIN[state]}?"]
        lines += [_TWICE] if state == "unknown" else []
        choices = (
            Choice("Gửi lại", Pick(Verb.AGAIN, one.number, state, str(count)).token),
            Choice("Thôi", Pick(Verb.SHOW, one.number).token),
        )
        return remark(incoming, "\n".join(lines), choices)
    running: tuple[Record, ...] = (
        (replace(one, state=BroadcastState.RUNNING),) if one.may(BroadcastState.RUNNING) else ()
    )
    audit = _audit(sender, "broadcast.resent", one, incoming, desk, f"{state}: {count}")
    told = f"Đang gửi lại thông báo {one.number} cho {shown(count)} {AGAIN[state]}."
    return replace(remark(incoming, told), records=(*running, Resent(one.number, (state,)), audit))


async def corrected(
    incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, text: str = "", *, whole_text: bool = False
) -> Outcome:
    """Returns the draft of a correction to those who got it: its text is asked where it was not said.

    ``whole_text``: it is all that the broadcast should have said. Where that changes no fact nobody is rung up for it.
    """
    tally = await desk.records.tally(one.number)
    if one.state not in WENT_OUT or not tally.sent:
        return remark(incoming, _NONE_SENT.format(number=one.number, deed="đính chính"))
    lost, draft = await _with_file(one, begun(await desk.records.next_broadcast(), sender, desk), desk)
    audience = Audience(AudienceKind.RECEIVED, broadcast=one.number)
    sent = await taken(incoming, desk, replace(draft, audience=audience, corrects=one.number, due=draft.made))
    said = looking(Wished(text), incoming)
    # Words are written anew, a picture is not: with another one it is a message of its own.
    words = whole_text and sent.draft.file == draft.file and not sent.draft.fetching
    in_place = words and not (text and rings(one.text, said.text))
    said = said if in_place or not text else correcting(one, said)
    draft = replace(sent.draft, in_place=in_place)
    if len(said.text) > LONGEST or not text:
        asks = _ASK_WHOLE if in_place else _ASK_CORRECTION
        head = asks.format(count=shown(tally.sent), number=one.number)
        asked = await going_on(incoming, desk, sender, Written(draft), ask=Ask.TEXT)
        reply = Reply(incoming.address, _lines(sent.told, lost, head), asked.replies[0].choices)
        return replace(asked, replies=(reply,), jobs=sent.jobs)
    draft = replace(draft, text=said.text, spans=said.spans)
    rung = _RINGS if words and not in_place else ""
    told = _lines(sent.told, lost, rung)
    return replace(await going_on(incoming, desk, sender, Written(draft), told), jobs=sent.jobs)


async def another_way(incoming: Incoming, desk: Desk, sender: Sender, draft: Broadcast, *, in_place: bool) -> Outcome:
    """Returns the preview of a correction that goes the other way; where it rings it says first what it corrects."""
    one = await desk.records.broadcast(draft.corrects)
    if one is None or draft.in_place is in_place or (in_place and draft.file != one.file):
        return await going_on(incoming, desk, sender, Written(draft))
    text, spans = (whole if in_place else correction)(one, draft.text, draft.spans)
    acknowledged = draft.acknowledged and not in_place
    turned = replace(draft, in_place=in_place, text=text, spans=spans, acknowledged=acknowledged)
    return await going_on(incoming, desk, sender, Written(turned))


async def repeated(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast) -> Outcome:
    """Returns the draft of a second wave to those who have not said that the first one arrived."""
    tally = await desk.records.tally(one.number)
    if not one.acknowledged or not tally.sent:
        return remark(incoming, _NONE_SENT.format(number=one.number, deed="nhắc lại"))
    if tally.acknowledged >= tally.sent:
        return remark(incoming, _ALL_SAID.format(number=one.number))
    draft = begun(await desk.records.next_broadcast(), sender, desk)
    audience = Audience(AudienceKind.SILENT, broadcast=one.number)
    lost, draft = await _with_file(one, draft, desk)
    wave = replace(draft, text=one.text, spans=one.spans, audience=audience, acknowledged=True, due=draft.made)
    head = f"Đây là tin nhắc lại cho người chưa báo nhận thông báo {one.number}."
    return await going_on(incoming, desk, sender, Written(wave), _lines(head, lost))


async def _with_file(one: Broadcast, draft: Broadcast, desk: Desk) -> tuple[str, Broadcast]:
    """Returns a draft with the picture or file of an earlier broadcast; where that is no longer kept, what is said."""
    if one.file is None:
        return "", draft
    if await desk.records.keeps(one.file.id):
        return "", replace(draft, file=one.file)
    return _LOST.format(what=enclosed(one.file).capitalize(), number=one.number), draft


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _audit(sender: Sender, what: str, one: Broadcast, incoming: Incoming, desk: Desk, note: str = "") -> Audit:
    return Audit(sender.person.id, what, str(one.number), desk.now, incoming.address.channel, note)
