"""The broadcasts in a list, and one of them with how far it has come and what can be done."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import titled
from bot.model.tally import Tally
from bot.outcome import Outcome
from bot.reading.shown import shown
from handlers.broadcast_preview import receivers_of
from handlers.broadcast_rights import Sender
from handlers.broadcast_sending import to_agree
from handlers.broadcast_steps import Written, going_on
from handlers.broadcast_telling import STATES, at_once, audience_told, clock
from handlers.broadcast_token import FAMILY, Pick, Verb
from handlers.pages import page
from handlers.telling import remark

_PAGE = 6
NONE = 'Chưa có thông báo nào. Đồng chí nhắn "gửi thông báo" để soạn.'
UNKNOWN = 'Tôi không thấy thông báo {number}. Đồng chí nhắn "các thông báo" để xem.'
WENT_OUT = (BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.FINISHED, BroadcastState.CANCELLED)
"""The states in which there may be letters of it."""


async def listed(incoming: Incoming, desk: Desk, sender: Sender, start: int = 0) -> Outcome:
    """Returns the broadcasts that somebody may see, the newest first, each with its state."""
    every = [one for one in await desk.records.broadcasts() if sender.sees(one)]
    if not every:
        return remark(incoming, NONE)
    some = every[start : start + _PAGE]
    lines = [f"{one.number}. {titled(one)}: {await _stands(one, desk)}" for one in some]
    choices = [Choice(f"Thông báo {one.number}", Pick(Verb.SHOW, one.number).token) for one in every]
    shown_choices = page(choices, start, f"{FAMILY}:{Verb.LIST.value}")
    return remark(incoming, "\n".join(["Các thông báo:", *lines]), shown_choices)


async def _stands(one: Broadcast, desk: Desk) -> str:
    if one.state is BroadcastState.SCHEDULED and one.due is not None:
        return f"hẹn gửi {clock(one.due, desk)}."
    if one.state not in WENT_OUT:
        return f"{STATES[one.state]}."
    tally = await desk.records.tally(one.number)
    sent = f", đã gửi {shown(tally.sent)}/{shown(tally.audience)}" if tally.audience else ""
    return f"{STATES[one.state]}{sent}."


async def viewed(incoming: Incoming, desk: Desk, sender: Sender, one: Broadcast, head: str = "") -> Outcome:
    """Returns a broadcast: a draft goes on where it was, another is told with its tally and its choices."""
    if one.state is BroadcastState.DRAFT and one.by == sender.person.id:
        return await going_on(incoming, desk, sender, Written(one), head)
    if one.state is BroadcastState.APPROVAL and sender.admin and one.by != sender.person.id:
        return await to_agree(incoming, desk, one)
    tally = await desk.records.tally(one.number)
    lines = [
        *([head] if head else []),
        f"Thông báo {one.number} {STATES[one.state]}.",
        f"Nội dung: {titled(one)}",
        *([f"Người nhận: {await audience_told(one.audience, desk)}."] if one.audience else []),
        *await _when(one, desk),
        *(counted(one, tally) if one.state in WENT_OUT else []),
        *await _corrected(one, desk),
        *_held(one, tally, desk),
    ]
    return remark(incoming, "\n".join(lines), _choices(one, tally))


async def _when(one: Broadcast, desk: Desk) -> list[str]:
    if one.due is None:
        return []
    if one.state is BroadcastState.SCHEDULED:
        count = len(await receivers_of(one, desk))
        return [f"Hẹn gửi: {clock(one.due, desk)}, đến {shown(count)} người."]
    if one.state is BroadcastState.APPROVAL:
        return [f"Khi nào: {'gửi ngay khi được đồng ý' if at_once(one) else clock(one.due, desk)}."]
    return [f"Gửi lúc: {clock(one.due, desk)}."]


async def _corrected(one: Broadcast, desk: Desk) -> list[str]:
    """Those that put it right: what it says here is what was sent first."""
    if one.state not in WENT_OUT:
        return []
    went = [state for state in WENT_OUT if state is not BroadcastState.CANCELLED]
    every = await desk.records.broadcasts()
    found = sorted(other.number for other in every if other.corrects == one.number and other.state in went)
    return [f"Đã đính chính bằng thông báo {', '.join(map(str, found))}."] if found else []


def _held(one: Broadcast, tally: Tally, desk: Desk) -> list[str]:
    """In the quiet hours the letters wait: how many, and until when."""
    until = desk.rhythm.spoken(desk.now)
    if one.state is not BroadcastState.RUNNING or one.urgent or until <= desk.now or not tally.pending:
        return []
    return [f"Đang giờ nghỉ: giữ {shown(tally.pending)} tin đến {clock(until, desk)}."]


def counted(one: Broadcast, tally: Tally) -> list[str]:
    """Returns the lines of a tally: they add up to the audience."""
    parts = {
        "đã gửi": tally.sent,
        "còn chờ": tally.pending + tally.leased,
        "lỗi": tally.failed,
        "đã chặn": tally.blocked,
        "chưa rõ đến hay chưa": tally.unknown,
        "đã huỷ": tally.cancelled,
    }
    told = ", ".join(f"{name} {shown(count)}" for name, count in parts.items() if count)
    lines = [f"{shown(tally.audience)} người: {told}." if told else "Chưa có tin nào được gửi."]
    if one.acknowledged and tally.sent:
        percent = 100 * tally.acknowledged // tally.sent
        lines.append(f"Đã báo nhận: {shown(tally.acknowledged)}/{shown(tally.sent)} ({percent} %).")
    return lines


def _choices(one: Broadcast, tally: Tally) -> Sequence[Choice]:
    number = one.number

    def choice(label: str, verb: Verb, about: str = "") -> Choice:
        return Choice(label, Pick(verb, number, about).token)

    match one.state:
        case BroadcastState.SCHEDULED | BroadcastState.APPROVAL:
            return (choice("Sửa", Verb.EDIT), choice("Huỷ thông báo", Verb.CANCELLING))
        case BroadcastState.RUNNING:
            steering = [choice("Tạm dừng", Verb.PAUSE), choice("Huỷ thông báo", Verb.CANCELLING)]
        case BroadcastState.PAUSED:
            steering = [choice("Gửi tiếp", Verb.RESUME), choice("Huỷ thông báo", Verb.CANCELLING)]
        case BroadcastState.DRAFT:
            return ()
        case _:
            steering = []
    return (
        *steering,
        *([choice("Gửi lại người lỗi", Verb.AGAIN, "failed")] if tally.failed and _goes_again(one) else []),
        *([choice("Gửi lại người chưa rõ", Verb.AGAIN, "unknown")] if tally.unknown and _goes_again(one) else []),
        *([choice("Ai chưa nhận", Verb.SILENT)] if one.acknowledged and tally.acknowledged < tally.sent else []),
        *([choice("Kết quả", Verb.RESULT)] if tally.audience else []),
        *([choice("Đính chính", Verb.CORRECT)] if tally.sent else []),
    )


def _goes_again(one: Broadcast) -> bool:
    return one.state in (BroadcastState.RUNNING, BroadcastState.FINISHED)
