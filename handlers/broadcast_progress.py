"""A broadcast is on its way: whoever sends it hears how far it has come, that it is over, or that it goes wrong."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Address, Incoming, Kind, Reply
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.piling_up import LOOKED_AT, failures, piling_up
from bot.model.talk import Talk
from bot.model.tally import Tally
from bot.outcome import Outcome
from bot.reading.shown import shown
from bot.router import Handler
from handlers.progress_message import FAMILY, goes_on


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a broadcast on its way is to be looked at."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how far it is; it is finished when nothing is left, and pauses by itself when failures pile up."""
    number = int(incoming.token.removeprefix(FAMILY).partition(":")[0])
    broadcast = await desk.records.broadcast(number)
    if broadcast is None or broadcast.state is not BroadcastState.RUNNING:
        return Outcome()
    sender = await desk.records.person(broadcast.by)
    address = sender.address if sender else None
    tally = await desk.records.tally(number)
    if tally.over == tally.audience:
        finished = replace(broadcast, state=BroadcastState.FINISHED)
        return _moved(finished, tally, address, over(broadcast, tally), desk)
    last = await desk.records.ended(number, LOOKED_AT)
    if piling_up(last):
        paused = replace(broadcast, state=BroadcastState.PAUSED)
        return _moved(paused, tally, address, _wrong(broadcast, tally, len(last), failures(last)), desk)
    return Outcome(goes_on(broadcast, tally, address, desk)) if address else Outcome()


def over(broadcast: Broadcast, tally: Tally) -> str:
    """Returns that a broadcast is over, with how many letters ended how: those numbers are the whole audience."""
    if not tally.audience:
        return f"Thông báo số {broadcast.number} không có ai để gửi: không còn người nhận nào như đồng chí đã chọn."
    ends = (
        ("Đã gửi", tally.sent),
        ("Đã chặn tôi", tally.blocked),
        ("Lỗi, chưa gửi được", tally.failed - tally.over_quota),
        ("Hết số tin của tháng, chưa gửi", tally.over_quota),
        ("Chưa rõ đã tới hay chưa", tally.unknown),
        ("Đã huỷ, không gửi", tally.cancelled),
    )
    head = f"Thông báo số {broadcast.number} đã xong, {shown(tally.audience)} người."
    lines = [head, *(f"{what}: {shown(count)}" for what, count in ends if count)]
    if tally.over_quota:
        lines.append('Sang tháng sau, đồng chí nhắn "gửi lại cho người lỗi".')
    elif tally.failed or tally.unknown:
        who = [name for name, count in (("lỗi", tally.failed), ("chưa rõ", tally.unknown)) if count]
        lines.append(f'Muốn gửi lại, đồng chí nhắn "gửi lại cho người {who[0]}".')
    return "\n".join(lines)


def _wrong(broadcast: Broadcast, tally: Tally, looked_at: int, wrong: int) -> str:
    return f"""Tôi đã tạm dừng thông báo số {broadcast.number}.
Trong {looked_at} tin gần nhất có {wrong} tin lỗi hoặc chưa rõ.
Đã xong {shown(tally.over)}/{shown(tally.audience)} người, số còn lại đang chờ.
Đồng chí xem lại rồi nhắn "gửi tiếp thông báo {broadcast.number}", hoặc "huỷ thông báo {broadcast.number}"."""


def _moved(broadcast: Broadcast, tally: Tally, address: Address | None, said: str, desk: Desk) -> Outcome:
    """The state stands in the message that there is; what is new comes as one that rings."""
    if address is None:
        return Outcome(records=(broadcast,))
    anew = [one for one in goes_on(broadcast, tally, address, desk) if one.edits]
    return Outcome((*anew, Reply(address, said)), records=(broadcast,))


HANDLER = Handler("broadcast_progress", wants, handle)
