"""The time of a broadcast has come: its receivers are found, and it runs; whoever sends it hears how it began."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.broadcast import Broadcast, BroadcastState
from bot.model.job import Job, JobKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.progress_message import begins

_DUE = "tb:"
_FROZEN = f"job:{_DUE}"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a broadcast is to go out, or its receivers have been found."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith((_DUE, _FROZEN))


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the job that finds the receivers, or how it ended; nothing for what was put off or is over."""
    frozen = incoming.token.startswith(_FROZEN)
    broadcast = await desk.records.broadcast(int(incoming.token.removeprefix(_FROZEN).removeprefix(_DUE)))
    if broadcast is None:
        return Outcome()
    return await _told(broadcast, desk) if frozen else _begun(broadcast, incoming)


def _begun(broadcast: Broadcast, incoming: Incoming) -> Outcome:
    if broadcast.state is not BroadcastState.SCHEDULED or (broadcast.due and broadcast.due > incoming.at):
        return Outcome()
    number = str(broadcast.number)
    job = Job(f"{_DUE}{number}", JobKind.FREEZE, incoming.address, incoming.at, (number,))
    return Outcome(records=(replace(broadcast, state=BroadcastState.RUNNING),), jobs=(job,))


async def _told(broadcast: Broadcast, desk: Desk) -> Outcome:
    """A broadcast whose receivers could not be found has gone to nobody, and never will: it can be written anew."""
    finished = await desk.records.job(f"{_DUE}{broadcast.number}")
    sender = await desk.records.person(broadcast.by)
    if finished is None:
        return Outcome()
    if finished.failed:
        replies = (Reply(sender.address, _sorry(broadcast, desk)),) if sender else ()
        return Outcome(replies, records=(replace(broadcast, state=BroadcastState.CANCELLED),))
    audience = (await desk.records.tally(broadcast.number)).audience
    return Outcome((begins(broadcast, audience, sender.address),) if sender and audience else ())


def _sorry(broadcast: Broadcast, desk: Desk) -> str:
    return f"""Xin lỗi đồng chí, tôi chưa lập được danh sách người nhận thông báo số {broadcast.number}.
Thông báo chưa gửi cho ai, và tôi đã huỷ.
Đồng chí soạn lại giúp tôi. Nếu vẫn chưa được, đồng chí hỏi {desk.office}."""


HANDLER = Handler("broadcast_due", wants, handle)
