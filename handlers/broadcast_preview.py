"""The preview of a broadcast: what the receivers will see, then who they are, when it goes, and what to think of."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from bot.desk import Desk
from bot.messages import Address, Choice, Incoming, Look, Reply
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import enclosed, face, letter_choices, letter_text, letter_without_file
from bot.model.holidays import HolidayKind, holiday_on
from bot.model.receiver import Receiver
from bot.reading.shown import shown
from handlers.broadcast_quota import quota_lines
from handlers.broadcast_telling import at_once, audience_told, by_channel, clock
from handlers.broadcast_token import Pick, Verb, previewed
from handlers.correction_way import split, way_lines

_SAMPLE = 5
_MINUTE = 60
_WITHOUT = "{count} người ({where}) không xem được {what} ở đó: tôi gửi lời, kèm câu chỉ chỗ hỏi."
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
    way = await _way(draft, receivers, desk)
    told = await facts(draft, receivers, desk, incoming.address.channel, head)
    return (
        await letter(incoming.address, draft, desk),
        Reply(incoming.address, told, _choices(draft, receivers, desk, way)),
    )


async def letter(address: Address, draft: Broadcast, desk: Desk) -> Reply:
    """Returns the letter as the receivers on the channel of this chat will see it."""
    as_shown = face(draft, await desk.records.broadcast(draft.corrects) if draft.in_place else None)
    if draft.file is not None and not desk.capabilities(address.channel).files:
        text = letter_without_file(as_shown, desk.office)
        return Reply(address, text, letter_choices(as_shown), spans=draft.spans)
    return Reply(address, letter_text(as_shown), letter_choices(as_shown), file=draft.file, spans=draft.spans)


async def _way(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> tuple[Choice, ...]:
    """Returns the choice of the other way in which a correction may go; () where there is none."""
    if not draft.corrects:
        return ()
    earlier = await desk.records.broadcast(draft.corrects)
    if earlier is None or draft.fetching or draft.file != earlier.file:
        return ()
    if draft.in_place:
        return (Choice("Gửi tin mới", Pick(Verb.IN_PLACE, draft.number, "khong").token),)
    anew, _ = await split(draft, receivers, desk)
    return (Choice("Sửa tại chỗ", Pick(Verb.IN_PLACE, draft.number, "co").token),) if anew else ()


async def facts(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk, channel: str, head: str = "") -> str:
    """Returns who gets it, when, and what to think of, for somebody who sees it on this channel."""
    assert draft.audience is not None
    lines = [
        *([head] if head else []),
        f"Trên đây là thông báo {draft.number} như người nhận sẽ thấy.",
        *_enclosed(draft, receivers, desk),
        *_bold(draft, desk, channel),
        f"Người nhận: {await audience_told(draft.audience, desk)}.",
        *_counted(receivers, desk),
        f"Khi nào: {'gửi ngay' if draft.due is None or at_once(draft) else clock(draft.due, desk)}.",
        *await way_lines(draft, receivers, desk),
        *await quota_lines(draft, receivers, _goes(draft, desk), desk),
        *_warnings(draft, receivers, desk),
    ]
    return "\n".join(lines)


def _enclosed(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> list[str]:
    """What goes along, and how many do not get it."""
    if draft.file is None:
        return []
    what = enclosed(draft.file)
    without = [one for one in receivers if not desk.capabilities(one.address.channel).files]
    lines = [f'Có kèm {what}. Muốn bỏ, đồng chí nhắn "bỏ {what}".']
    if without:
        lines.append(_WITHOUT.format(count=shown(len(without)), where=by_channel(without), what=what))
    return lines


def _bold(draft: Broadcast, desk: Desk, channel: str) -> list[str]:
    """Where bold words look like others, they are named."""
    if desk.capabilities(channel).looks:
        return []
    words = [draft.text[one.start : one.start + one.length] for one in draft.spans if one.look is Look.BOLD]
    told = ", ".join(f'"{word}"' for word in words[:_SAMPLE])
    return [f"Chữ đậm: {told}{', …' if len(words) > _SAMPLE else ''}."] if words else []


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


def _due(draft: Broadcast, desk: Desk) -> datetime:
    return desk.now if draft.due is None or at_once(draft) else draft.due.astimezone(desk.now.tzinfo)


def _goes(draft: Broadcast, desk: Desk) -> datetime:
    """Returns when the first letter goes."""
    due = _due(draft, desk)
    return due if draft.urgent else desk.rhythm.spoken(due)


def _warnings(draft: Broadcast, receivers: Sequence[Receiver], desk: Desk) -> list[str]:
    due, goes = _due(draft, desk), _goes(draft, desk)
    until = desk.rhythm.spoken(due)
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
    due = _due(draft, desk)
    return desk.rhythm.spoken(due) > due


def _choices(
    draft: Broadcast, receivers: Sequence[Receiver], desk: Desk, way: tuple[Choice, ...]
) -> tuple[Choice, ...]:
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
        *(way or (Choice("Sửa người nhận", Pick(Verb.ASK, number, "ai").token),)),
        Choice("Sửa giờ", Pick(Verb.ASK, number, "gio").token),
        *([urgent] if in_quiet(draft, desk) and not draft.urgent else [] if draft.in_place else [receipt]),
        Choice("Huỷ", Pick(Verb.CANCEL, number).token),
    )
