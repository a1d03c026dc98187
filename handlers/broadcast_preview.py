"""The preview of a broadcast: what the receivers will see, then who they are, when it goes, and what to think of."""

from collections.abc import Sequence
from math import ceil

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import letter_choices, letter_text
from bot.model.holidays import HolidayKind, holiday_on
from bot.model.receiver import Receiver
from bot.reading.shown import shown
from handlers.broadcast_telling import at_once, audience_told, by_channel, clock
from handlers.broadcast_token import Pick, Verb, previewed

_SAMPLE = 5
_MINUTE = 60
_NOBODY = "Chưa có ai nhận được, nên chưa gửi được. Đồng chí sửa người nhận giúp tôi."
_QUIET = 'Giờ này trong giờ nghỉ, tin được giữ đến {until}. Việc khẩn thì bấm "Gửi khẩn" và ghi lý do.'
_PUBLIC = "Hôm đó là {name}, nhiều người nghỉ, có thể không đọc tin."
_OWN = "Hôm đó là {name}, các chi hội thường bận việc của ngày này."
_APPROVAL = "Trên {most} người thì cần một quản trị viên khác đồng ý."
_APPROVAL_ALWAYS = "Gửi cần một quản trị viên khác đồng ý."


async def receivers_of(broadcast: Broadcast, desk: Desk) -> Sequence[Receiver]:
    """Returns whom it would go to today."""
    return () if broadcast.audience is None else await desk.records.receivers(broadcast.audience, desk.now.date())


async def preview(incoming: Incoming, desk: Desk, draft: Broadcast, head: str = "") -> tuple[Reply, ...]:
    """Returns the letter, and the facts about it with what can be done."""
    receivers = await receivers_of(draft, desk)
    return (
        letter(incoming, draft),
        Reply(incoming.address, await facts(draft, receivers, desk, head), _choices(draft, receivers, desk)),
    )


def letter(incoming: Incoming, draft: Broadcast) -> Reply:
    """Returns the letter as the receivers will see it."""
    return Reply(incoming.address, letter_text(draft), letter_choices(draft))


async def facts(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk, head: str = "") -> str:
    """Returns who gets it, when, and what to think of."""
    assert draft.audience is not None
    lines = [
        *([head] if head else []),
        f"Trên đây là thông báo {draft.number} như người nhận sẽ thấy.",
        *(["Kèm theo một tệp."] if draft.file else []),
        f"Người nhận: {await audience_told(draft.audience, desk)}.",
        *_counted(receivers, desk),
        f"Khi nào: {'gửi ngay' if draft.due is None or at_once(draft) else clock(draft.due, desk)}.",
        *_warnings(draft, receivers, desk),
    ]
    return "\n".join(lines)


def _counted(receivers: Sequence[Receiver], desk: Desk) -> list[str]:
    if not receivers:
        return [_NOBODY]
    names = [receiver.name for receiver in receivers if receiver.name]
    head = "Gồm" if len(receivers) == len(names) <= _SAMPLE else "Trong đó có"
    sample = [f"{head}: {', '.join(names[:_SAMPLE])}."] if names else []
    most = max(sum(one.address.channel == other.address.channel for one in receivers) for other in receivers[:1])
    minutes = ceil(most / desk.rules.per_second / _MINUTE)
    pace = f", gửi hết trong khoảng {shown(minutes)} phút" if most > _MINUTE * desk.rules.per_second else ""
    absent = sum(receiver.address.channel in desk.unpushed for receiver in receivers)
    later = [f"Trong đó {shown(absent)} người sẽ thấy khi nhắn cho tôi lần tới."] if absent else []
    return [f"Số người: {shown(len(receivers))} ({by_channel(receivers)}){pace}.", *later, *sample]


def _warnings(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> list[str]:
    due = desk.now if draft.due is None or at_once(draft) else draft.due.astimezone(desk.now.tzinfo)
    until = desk.rules.quiet.until(due)
    goes = due if draft.urgent else until
    found = []
    if draft.urgent:
        found.append(f'Gửi khẩn, không đợi hết giờ nghỉ. Lý do: "{draft.urgent}".')
    elif until > due:
        found.append(_QUIET.format(until=clock(until, desk)))
    if day := holiday_on(goes.date()):
        found.append((_PUBLIC if day.kind is HolidayKind.PUBLIC else _OWN).format(name=day.name))
    if desk.rules.needs_approval(len(receivers)):
        most = desk.rules.approval_above
        found.append(_APPROVAL.format(most=shown(most)) if most else _APPROVAL_ALWAYS)
    return found


def in_quiet(draft: Broadcast, desk: Desk) -> bool:
    """Returns whether it would go out in the hours in which nobody is disturbed."""
    due = desk.now if draft.due is None or at_once(draft) else draft.due.astimezone(desk.now.tzinfo)
    return desk.rules.quiet.until(due) > due


def _choices(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> tuple[Choice, ...]:
    number = draft.number
    send = [Choice("Gửi", Pick(Verb.SEND, number, previewed(draft)).token)] if receivers else []
    receipt = Choice(
        "Bỏ nút Đã nhận" if draft.acknowledged else "Thêm nút Đã nhận",
        Pick(Verb.RECEIPT, number, "khong" if draft.acknowledged else "co").token,
    )
    urgent = Choice("Gửi khẩn", Pick(Verb.URGENT, number).token)
    return (
        *send,
        Choice("Gửi thử cho tôi", Pick(Verb.TRIAL, number).token),
        Choice("Sửa nội dung", Pick(Verb.ASK, number, "loi").token),
        Choice("Sửa người nhận", Pick(Verb.ASK, number, "ai").token),
        Choice("Sửa giờ", Pick(Verb.ASK, number, "gio").token),
        urgent if in_quiet(draft, desk) and not draft.urgent else receipt,
        Choice("Huỷ", Pick(Verb.CANCEL, number).token),
    )
