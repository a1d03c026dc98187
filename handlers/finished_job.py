"""A job is over: whoever wished it gets the result, whatever is being talked about meanwhile (DESIGN 2)."""

from bot.desk import Desk
from bot.messages import Incoming, Kind, Reply
from bot.model.job import FinishedJob, Job, JobKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.broadcast_rights import sender
from handlers.looked_after import keeps
from handlers.moments import moment
from handlers.own_units import reach

_FAMILY = "job:"
_NO_LONGER = """Đồng chí không còn phụ trách đơn vị đó, nên tôi không gửi kết quả đã nhờ.
Nếu chưa đúng, đồng chí hỏi {office}."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a job is over."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the result, or that there is none. The chat's memory stays: a report goes on where it was.

    Rights are asked for again: a role can end, and a person be forgotten, while the work is done.
    """
    finished = await desk.records.job(incoming.token.removeprefix(_FAMILY))
    if finished is None:
        return Outcome()
    if not finished.failed and not await _theirs(finished.job, desk):
        return Outcome((Reply(finished.job.address, _NO_LONGER.format(office=desk.office)),))
    text = _sorry(finished, desk) if finished.failed else finished.text
    if not (text or finished.file):
        return Outcome()
    return Outcome((Reply(finished.job.address, text, file=finished.file),))


async def _theirs(job: Job, desk: Desk) -> bool:
    """Returns whether whoever wished a job may see still what it is about: a unit, or the result of a broadcast.

    What each kind is about is said here (the parameters are bot.work's); nobody gets what is not.
    """
    person = await desk.records.person_at(job.address)
    if person is None or not keeps(person):
        return False
    match job:
        case Job(kind=JobKind.EXPORT, parameters=(_, _, unit)) | Job(kind=JobKind.CHART, parameters=(_, unit)):
            return reach(person, await desk.records.tree(), desk).covers(unit)
        case Job(kind=JobKind.BROADCAST, parameters=(number,)):
            sees, about = await sender(person, desk), await desk.records.broadcast(int(number))
            return sees is not None and about is not None and sees.sees(about)
    return False


def _sorry(finished: FinishedJob, desk: Desk) -> str:
    wanted = moment(finished.job.wanted, desk.now)
    return f"""Xin lỗi đồng chí, tôi chưa làm được việc đồng chí nhờ ngày {wanted}.
Đồng chí nhắn lại yêu cầu sau ít phút. Nếu vẫn chưa được, đồng chí hỏi {desk.office}."""


HANDLER = Handler("finished_job", wants, handle)
