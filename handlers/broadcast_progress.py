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

_FAMILY = "tbtiendo:"
_TOLD_AT = (75, 50, 25)
"""The shares in percent that are told on the way; all of it is told with the end."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a broadcast on its way is to be looked at."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how far it is; it is finished when nothing is left, and pauses by itself when failures pile up."""
    number = int(incoming.token.removeprefix(_FAMILY).partition(":")[0])
    broadcast = await desk.records.broadcast(number)
    if broadcast is None or broadcast.state is not BroadcastState.RUNNING:
        return Outcome()
    sender = await desk.records.person(broadcast.by)
    address = sender.address if sender else None
    tally = await desk.records.tally(number)
    if tally.over == tally.audience:
        return _moved(broadcast, BroadcastState.FINISHED, address, over(broadcast, tally))
    last = await desk.records.ended(number, LOOKED_AT)
    if piling_up(last):
        said = _wrong(broadcast, tally, len(last), failures(last))
        return _moved(broadcast, BroadcastState.PAUSED, address, said)
    if desk.unpushed and address and tally.over + await desk.records.absent(number, desk.unpushed) == tally.audience:
        return Outcome((_all_but_absent(broadcast, tally, address),))
    return Outcome(_on_the_way(broadcast, tally, address))


def over(broadcast: Broadcast, tally: Tally) -> str:
    """Returns that a broadcast is over, with how many letters ended how: those numbers are the whole audience."""
    if not tally.audience:
        return f"Thông báo số {broadcast.number} không có ai để gửi: không còn người nhận nào như đồng chí đã chọn."
    ends = (
        ("Đã gửi", tally.sent),
        ("Đã chặn tôi", tally.blocked),
        ("Lỗi, chưa gửi được", tally.failed),
        ("Chưa rõ đã tới hay chưa", tally.unknown),
        ("Đã huỷ, không gửi", tally.cancelled),
    )
    head = f"Thông báo số {broadcast.number} đã xong, {shown(tally.audience)} người."
    lines = [head, *(f"{what}: {shown(count)}" for what, count in ends if count)]
    if tally.failed or tally.unknown:
        who = [name for name, count in (("lỗi", tally.failed), ("chưa rõ", tally.unknown)) if count]
        lines.append(f'Muốn gửi lại, đồng chí nhắn "gửi lại cho người {who[0]}".')
    return "\n".join(lines)


def _wrong(broadcast: Broadcast, tally: Tally, looked_at: int, wrong: int) -> str:
    return f"""Tôi đã tạm dừng thông báo số {broadcast.number}.
Trong {looked_at} tin gần nhất có {wrong} tin lỗi hoặc chưa rõ.
Đã xong {shown(tally.over)}/{shown(tally.audience)} người, số còn lại đang chờ.
Đồng chí xem lại rồi nhắn "tiếp tục" để gửi tiếp, hoặc "huỷ"."""


def _on_the_way(broadcast: Broadcast, tally: Tally, address: Address | None) -> tuple[Reply, ...]:
    """Each share is told once: the key of the reply says so, however often the broadcast is looked at.

    A channel that can edit may show one message instead, written anew at every look: this is the place for it.
    """
    share = next((one for one in _TOLD_AT if 100 * tally.over >= one * tally.audience), None)
    if share is None or address is None:
        return ()
    done = f"{shown(tally.over)}/{shown(tally.audience)} người"
    said = f"Thông báo số {broadcast.number}: đã xong {done} ({100 * tally.over // tally.audience} %)."
    return (Reply(address, said, key=f"{_FAMILY}{broadcast.number}:{share}"),)


def _all_but_absent(broadcast: Broadcast, tally: Tally, address: Address) -> Reply:
    """Said once: those who cannot be written to first may come tomorrow, or never."""
    left = tally.audience - tally.over
    said = f"""Thông báo số {broadcast.number}: đã xong {shown(tally.over)}/{shown(tally.audience)} người.
Còn {shown(left)} người sẽ thấy khi nhắn cho tôi lần tới."""
    return Reply(address, said, key=f"{_FAMILY}{broadcast.number}:vang")


def _moved(broadcast: Broadcast, state: BroadcastState, address: Address | None, said: str) -> Outcome:
    replies = (Reply(address, said),) if address else ()
    return Outcome(replies, records=(replace(broadcast, state=state),))


HANDLER = Handler("broadcast_progress", wants, handle)
