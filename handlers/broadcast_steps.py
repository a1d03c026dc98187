"""A broadcast is written step by step: what is missing is asked, one thing at a time, then it is previewed."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audience import AudienceKind
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import enclosed
from bot.model.periods import taking
from bot.outcome import Outcome
from bot.records import Record
from handlers.broadcast_audience import Unclear, audience_said, left_out
from handlers.broadcast_preview import preview
from handlers.broadcast_rights import Sender
from handlers.broadcast_token import AT_ONCE, Ask, Pick, Verb
from handlers.broadcast_words import Wished
from handlers.pages import shortened
from handlers.when import is_now, read_when

LONGEST = 3500
"""Letters in a text: with the lines under it it fits into one message of every channel."""

_MORNING = time(8)
_QUESTIONS = {
    Ask.TEXT: (
        "Đồng chí nhắn nội dung thông báo, kèm một ảnh hay tệp cũng được.\n"
        "Muốn chữ đậm thì đặt giữa hai dấu sao, ví dụ: *8 giờ sáng*."
    ),
    Ask.WHOM: (
        'Gửi cho ai? Đồng chí chọn, hoặc nhắn, ví dụ: "chi hội trưởng xã Vân Trà, trừ thôn An Hòa", hay tên từng người.'
    ),
    Ask.AT: 'Gửi lúc nào? Đồng chí chọn, hoặc nhắn, ví dụ: "19h30 thứ 6", "8h sáng 25/5".',
    Ask.RECEIPT: 'Có cần người nhận bấm "Đã nhận" không?',
    Ask.REASON: "Vì sao phải gửi trong giờ nghỉ? Đồng chí ghi vài chữ, tôi lưu vào nhật ký.",
}
_WORDS_FOR_FILE = "Đồng chí viết vài lời đi kèm: có người chỉ đọc được lời."
_NEW_WORDS = "Đồng chí nhắn nội dung mới, hoặc gửi ảnh, tệp khác."
_FETCHING = "Đợi tôi tải về, rồi tôi cho đồng chí xem thông báo."
_TOO_LONG = "Nội dung dài quá, tôi gửi được đến {most} chữ cái. Đồng chí rút gọn giúp tôi."
_AGAIN_WITHOUT = 'Chọn xong, đồng chí nhắn lại "trừ {without}".'


@dataclass(frozen=True, slots=True)
class Written:
    """A draft with what was said written into it, and what is asked about what was not plain."""

    draft: Broadcast
    unclear: Unclear | None = None
    ask: Ask | None = None
    """What ``unclear`` is about."""


def begun(number: int, sender: Sender, desk: Desk) -> Broadcast:
    """Returns an empty draft."""
    return Broadcast(number, sender.person.id, desk.now, BroadcastState.DRAFT)


async def with_said(draft: Broadcast, said: Wished, sender: Sender, desk: Desk) -> Written:
    """Returns the draft with all that was said; of what is not plain the first is asked."""
    doubts: list[tuple[Ask, Unclear]] = []
    if len(said.text) > LONGEST:
        doubts.append((Ask.TEXT, Unclear(_TOO_LONG.format(most=LONGEST))))
    elif said.text:
        draft = replace(draft, text=said.text, spans=said.spans)
    if said.whom:
        found = await audience_said(said.whom, sender, desk, draft.number)
        if isinstance(found, Unclear):
            again = f"{found.text}\n{_AGAIN_WITHOUT.format(without=said.without)}" if said.without else found.text
            doubts.append((Ask.WHOM, replace(found, text=again)))
        else:
            draft = replace(draft, audience=found)
    if said.without and draft.audience is not None and not doubts:
        less = await left_out(said.without, draft.audience, sender, desk)
        if isinstance(less, Unclear):
            doubts.append((Ask.WHOM, less))
            draft = replace(draft, audience=None) if said.whom else draft
        else:
            draft = replace(draft, audience=less)
    if said.acknowledged is not None:
        draft = replace(draft, acknowledged=said.acknowledged)
    if said.at:
        timed = with_time(draft, said.at, desk)
        if isinstance(timed, Unclear):
            doubts.append((Ask.AT, timed))
        else:
            draft = timed
    if not doubts:
        return Written(draft)
    ask, unclear = doubts[0]
    return Written(draft, unclear, ask)


def with_time(draft: Broadcast, words: str, desk: Desk) -> Broadcast | Unclear:
    """Returns the draft with the time that words name, or what is asked about it."""
    if is_now(words):
        return replace(draft, due=draft.made)
    found = read_when(words, desk.now)
    if found.at is None:
        return Unclear(found.ask or "Tôi chưa đọc được giờ đó.")
    return replace(draft, due=found.at)


def missing(draft: Broadcast) -> Ask:
    """Returns what is still to be said."""
    if not draft.text:  # a picture alone says nothing to who cannot see it well, or gets words only
        return Ask.TEXT
    if draft.audience is None:
        return Ask.WHOM
    return Ask.AT if draft.due is None else Ask.PREVIEW


async def going_on(
    incoming: Incoming, desk: Desk, sender: Sender, written: Written, head: str = "", ask: Ask | None = None
) -> Outcome:
    """Returns the next question, or the preview; the draft is written down. ``ask`` is asked instead."""
    draft = written.draft
    if written.unclear is not None and written.ask is not None:
        text = "\n".join(part for part in (head, written.unclear.text) if part)
        replies: tuple[Reply, ...] = (
            Reply(incoming.address, text, (*written.unclear.choices, *_out(draft, written.ask))),
        )
    elif (wanted := ask or missing(draft)) is Ask.PREVIEW and draft.fetching:
        text = "\n".join(part for part in (head, _FETCHING) if part)
        later = Choice("Để sau", Pick(Verb.LATER, draft.number, Ask.PREVIEW.value).token)
        replies = (Reply(incoming.address, text, (*_bare(draft), later)),)
    elif wanted is Ask.PREVIEW:
        replies = await preview(incoming, desk, draft, head)
    else:
        text = "\n".join(part for part in (head, _question(draft, wanted)) if part)
        replies = (Reply(incoming.address, text, (*await _offered(draft, wanted, sender, desk), *_out(draft, wanted))),)
    records: tuple[Record, ...] = (draft,)
    return Outcome(replies, talk=replace(desk.talk, figure=False), records=records)


def _question(draft: Broadcast, ask: Ask) -> str:
    if ask is not Ask.TEXT or not (draft.file or draft.fetching):
        return _QUESTIONS[ask]
    return _NEW_WORDS if draft.text else _WORDS_FOR_FILE


def _bare(draft: Broadcast) -> tuple[Choice, ...]:
    """Returns the choice that takes the picture or file out, where there is one."""
    if not (draft.file or draft.fetching):
        return ()
    label = f"Bỏ {enclosed(draft.file)}" if draft.file and not draft.fetching else "Bỏ ảnh, tệp"
    return (Choice(label, Pick(Verb.BARE, draft.number).token),)


def _out(draft: Broadcast, ask: Ask) -> tuple[Choice, ...]:
    """Returns the ways out; who changes a draft that is whole may also leave it as it was."""
    later = Choice("Để sau", Pick(Verb.LATER, draft.number, ask.value).token)
    if missing(draft) is Ask.PREVIEW and ask is not Ask.RECEIPT:
        return (Choice("Giữ như cũ", Pick(Verb.SHOW, draft.number).token), later)
    return (later, Choice("Huỷ", Pick(Verb.CANCEL, draft.number).token))


async def _offered(draft: Broadcast, ask: Ask, sender: Sender, desk: Desk) -> tuple[Choice, ...]:
    number = draft.number
    match ask:
        case Ask.TEXT:
            return _bare(draft)
        case Ask.WHOM:
            return await _groups(number, sender, desk)
        case Ask.AT:
            return (
                Choice("Gửi ngay", Pick(Verb.AT, number, AT_ONCE).token),
                Choice("8 giờ sáng mai", Pick(Verb.AT, number, "mai").token),
            )
        case Ask.RECEIPT:
            return (
                Choice("Có nút Đã nhận", Pick(Verb.RECEIPT, number, "co").token),
                Choice("Không cần", Pick(Verb.RECEIPT, number, "khong").token),
            )
    return ()


async def _groups(number: int, sender: Sender, desk: Desk) -> tuple[Choice, ...]:
    kinds = {
        AudienceKind.EVERYBODY: "Tất cả hội viên",
        AudienceKind.LEADERS: "Tất cả chi hội trưởng",
        AudienceKind.OFFICERS: "Tất cả cán bộ",
    }
    if not sender.admin:
        del kinds[AudienceKind.EVERYBODY]
    choices = [Choice(label, Pick(Verb.WHOM, number, kind.value).token) for kind, label in kinds.items()]
    choices += [
        Choice(shortened(f"Chưa nộp báo cáo {one.title}"), Pick(Verb.WHOM, number, "missing", one.id).token)
        for one in taking(await desk.records.periods())[:1]
    ]
    return tuple(choices)


def tomorrow_morning(now: datetime) -> datetime:
    """Returns eight o'clock of the next day."""
    return datetime.combine(now.date() + timedelta(days=1), _MORNING, now.tzinfo)
