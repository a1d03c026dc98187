""" "lịch sử báo cáo": every version of a report, who sent it, what each one changed, and what officers decided."""

from bot.desk import Desk
from bot.dialog.form import Form
from bot.messages import Incoming
from bot.model.review import Review
from bot.model.submission import Submission, SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.held_report import held_report
from handlers.moments import moment
from handlers.report_changes import changes
from handlers.report_returned import in_question
from handlers.telling import remark
from handlers.typed import typed

_NONE = "Tôi chưa giữ báo cáo nào của đồng chí trong kỳ này."
_DECIDED = {
    SubmissionState.ACCEPTED: "đã nhận",
    SubmissionState.RETURNED: "trả lại",
    SubmissionState.SUBMITTED: "mở lại để sửa",
}


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to see how a report came to be."""
    return typed(
        incoming, "/lichsu", "lich su", "lich su bao cao", "xem lich su", "cac lan sua", "da sua gi", "lich su sua"
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns a line for each version, under it what it changed and what was decided about it."""
    opened = await held_report(incoming, desk)
    if opened is None:
        return remark(incoming, _NONE)
    lines = [f"Báo cáo {opened.period.title} của {opened.unit.name}:"]
    reviews = [one for one in await desk.records.reviews(opened.period.id, [opened.unit.id]) if one.key == opened.key]
    earlier: Submission | None = None
    for version in await desk.records.versions(opened.key):
        lines.append(await _line(version, desk))
        lines += changes(opened.form, earlier, version) if earlier is not None else []
        lines += [await _decided(one, opened.form, desk) for one in reviews if one.number == version.number]
        earlier = version
    return remark(incoming, "\n".join(lines))


async def _line(version: Submission, desk: Desk) -> str:
    helped = " (nhập hộ)" if version.helper else ""
    why = f": {version.reason}" if version.reason else ""
    gone = " Đã rút." if version.state is SubmissionState.WITHDRAWN else ""
    return f"Lần {version.number}, {moment(version.at, desk.now)}, {await _name(version.by, desk)}{helped}{why}.{gone}"


async def _decided(review: Review, form: Form, desk: Desk) -> str:
    why = f" ({in_question(form, review)})" if review.note else ""
    return f"- {moment(review.at, desk.now)}, {await _name(review.by, desk)} {_DECIDED[review.state]}{why}."


async def _name(person: str, desk: Desk) -> str:
    found = await desk.records.person(person)
    return found.name if found else "người đã nghỉ"


HANDLER = Handler("history", wants, handle)
