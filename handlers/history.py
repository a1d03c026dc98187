""" "lịch sử báo cáo": every version of a report, who sent it, and what each one changed."""

from bot.desk import Desk
from bot.dialog.form import Form
from bot.dialog.showing import shown_figure
from bot.messages import Incoming
from bot.model.submission import Submission, SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.held_report import held_report
from handlers.moments import moment
from handlers.telling import remark
from handlers.typed import typed

_NONE = "Tôi chưa giữ báo cáo nào của đồng chí trong kỳ này."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to see how a report came to be."""
    return typed(
        incoming, "/lichsu", "lich su", "lich su bao cao", "xem lich su", "cac lan sua", "da sua gi", "lich su sua"
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns a line for each version, and under it what it changed."""
    opened = await held_report(incoming, desk)
    if opened is None:
        return remark(incoming, _NONE)
    lines = [f"Báo cáo {opened.period.title} của {opened.unit.name}:"]
    earlier: Submission | None = None
    for version in await desk.records.versions(opened.key):
        lines.append(await _line(version, desk))
        lines += _changes(opened.form, earlier, version)
        earlier = version
    return remark(incoming, "\n".join(lines))


async def _line(version: Submission, desk: Desk) -> str:
    person = await desk.records.person(version.by)
    who = person.name if person else "người đã nghỉ"
    helped = " (nhập hộ)" if version.helper else ""
    why = f": {version.reason}" if version.reason else ""
    gone = " Đã rút." if version.state is SubmissionState.WITHDRAWN else ""
    return f"Lần {version.number}, {moment(version.at, desk.now)}, {who}{helped}{why}.{gone}"


def _changes(form: Form, earlier: Submission | None, later: Submission) -> list[str]:
    if earlier is None:
        return []
    changed = []
    for figure in later.figures:
        field, before = form.field(figure.field), earlier.figure(figure.field)
        if field is None or (before and (before.value, before.given) == (figure.value, figure.given)):
            continue
        was = f"{shown_figure(field, before)} thành " if before else "thêm "
        changed.append(f"- {field.short}: {was}{shown_figure(field, figure)}")
    return changed


HANDLER = Handler("history", wants, handle)
