""" "đã nhận", typed or pressed under a broadcast: the first time counts."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.acknowledgement import Acknowledgement
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import FAMILY
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, route
from handlers.telling import remark
from handlers.typed import pressed, typed

_PHRASES = (
    "da nhan",
    "da nhan roi",
    "toi da nhan",
    "toi da nhan roi",
    "da nhan duoc",
    "da nhan thong bao",
    "toi da nhan thong bao",
    "toi da nhan duoc thong bao",
    "da nhan tin",
    "da nhan duoc roi",
    "da doc",
    "da doc roi",
    "da ro",
    "da nhan a",
    "nhan roi",
)
_THANKS = "Tôi đã ghi: đồng chí đã nhận thông báo. Cảm ơn đồng chí."
_PREVIEW = "Đây là bản xem trước, nên tôi không ghi gì."
_GONE = "Nút đó không dùng được nữa."


def acknowledging(others: Sequence[Handler]) -> Handler:
    """Returns the handler of acknowledgements. Where none is awaited the words are for ``others``."""

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return pressed(incoming, FAMILY) or typed(incoming, *_PHRASES)

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        if pressed(incoming, FAMILY):
            return await _pressed(incoming, desk)
        awaited = await desk.records.awaited(incoming.address)
        if awaited is None:
            return await route(incoming, desk, others)
        return _noted(incoming, desk, awaited)

    return Handler("acknowledging", wants, handle)


async def _pressed(incoming: Incoming, desk: Desk) -> Outcome:
    number = incoming.token.partition(":")[2]
    broadcast = await desk.records.broadcast(int(number)) if number.isdecimal() else None
    if broadcast is None:
        return remark(incoming, _GONE)
    if broadcast.state in (BroadcastState.DRAFT, BroadcastState.APPROVAL, BroadcastState.SCHEDULED):
        return remark(incoming, _PREVIEW, desk.talk.screen)
    return _noted(incoming, desk, broadcast)


def _noted(incoming: Incoming, desk: Desk, broadcast: Broadcast) -> Outcome:
    """The choices on the screen stay: somebody may be in the middle of a report."""
    note = Acknowledgement(broadcast.number, incoming.address, desk.now)
    return Outcome(remark(incoming, _THANKS, desk.talk.screen).replies, talk=desk.talk, records=(note,))
