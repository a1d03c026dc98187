"""A job is over: whoever wished it gets the result, whatever is being talked about meanwhile (DESIGN 2)."""

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.job import FinishedJob
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.moments import moment

_FAMILY = "job:"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a job is over."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the result, or that there is none. The chat's memory stays: a report goes on where it was."""
    finished = await desk.records.job(incoming.token.removeprefix(_FAMILY))
    if finished is None:
        return Outcome()
    text = _sorry(finished, desk) if finished.failed else finished.text
    if not (text or finished.file):
        return Outcome()
    return Outcome((Reply(finished.job.address, text, file=finished.file),))


def _sorry(finished: FinishedJob, desk: Desk) -> str:
    wanted = moment(finished.job.wanted, desk.now)
    return f"""Xin lỗi đồng chí, tôi chưa làm được việc đồng chí nhờ ngày {wanted}.
Đồng chí nhắn lại yêu cầu sau ít phút. Nếu vẫn chưa được, đồng chí hỏi {desk.office}."""


HANDLER = Handler("finished_job", wants, handle)
