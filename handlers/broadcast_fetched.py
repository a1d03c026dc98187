"""The picture or file of a broadcast has been fetched, or cannot be had: whoever writes it sees the preview."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.broadcast_letter import enclosed
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.broadcast_media import FETCHED
from handlers.broadcast_rights import sender_of
from handlers.broadcast_steps import Written, going_on
from handlers.broadcast_token import Ask, asked

_JOB = "job:"
_NETWORK = "Mạng trục trặc nên tôi chưa lấy được ảnh, tệp đồng chí gửi. Ít phút nữa đồng chí gửi lại giúp tôi."
_READY = 'Đã có {what} của thông báo {number}. Đồng chí nhắn "thông báo {number}" để làm tiếp.'
_OF = "Thông báo {number}: {why}"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the fetching of a picture or file is over."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(f"{_JOB}{FETCHED}")


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the preview with it, or why it cannot be had; no word while something else is asked of the draft.

    What was replaced or taken out meanwhile is not put in any more.
    """
    finished = await desk.records.job(incoming.token.removeprefix(_JOB))
    draft = await desk.records.broadcast(int(finished.job.parameters[0])) if finished else None
    if finished is None or draft is None or draft.fetching != finished.job.id:
        return Outcome()
    if draft.state is not BroadcastState.DRAFT:
        return Outcome()
    why = "" if finished.file else _NETWORK if finished.failed else finished.text
    draft = replace(draft, fetching="", file=finished.file or draft.file)
    sender, open_one = await sender_of(incoming, desk), asked(desk.talk)
    if sender is None or draft.by != sender.person.id:
        return Outcome(records=(draft,))
    if open_one is None or open_one.number != draft.number:  # something else is talked about meanwhile
        return Outcome((Reply(incoming.address, _beside(draft, why)),), records=(draft,))
    ask = Ask(open_one.about)
    if not why and ask is not Ask.PREVIEW:
        return Outcome(records=(draft,))
    return await going_on(incoming, desk, sender, Written(draft), why, None if ask is Ask.PREVIEW else ask)


def _beside(draft: Broadcast, why: str) -> str:
    if why or draft.file is None:
        return _OF.format(number=draft.number, why=why)
    return _READY.format(what=enclosed(draft.file), number=draft.number)


HANDLER = Handler("broadcast_fetched", wants, handle)
