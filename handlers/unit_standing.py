"""How one unit that reports stands: its state and since when, its draft, who leads it, what can be done."""

from bot.desk import Desk
from bot.dialog.form import Form
from bot.dialog.showing import shown_figure
from bot.messages import Choice
from bot.model.figure import Given
from bot.model.period import PeriodState
from bot.model.role import RoleKind
from bot.model.roll import Roll
from bot.model.submission import Submission, SubmissionState
from handlers.contacts import contacts
from handlers.looked_at import Look
from handlers.moments import moment, standing_of
from handlers.standing_words import said

_ENTER = "nhapho"


async def unit_standing(desk: Desk, look: Look, roll: Roll) -> tuple[str, tuple[Choice, ...]]:
    """Returns the words and the choices."""
    unit, period, today = look.unit, look.period, look.reach.day
    head = unit.name if unit.alive(today) else f"{unit.name} (đã sáp nhập)"
    stand = next((line.stand for line in roll.lines if line.unit.id == unit.id), None)
    if stand is None:
        return f"{head} không phải báo trong kỳ {period.title}.", ()
    lines = [f"{head}: {said(stand)}.", f"Báo cáo {period.title}."]
    reports, figures = await _reports(desk, look)
    lines += reports
    if stand.owed and period.closed is None:
        lines.append(f"Hạn: {standing_of(period.last_day(unit.level), today)}.")
    (leader,) = await contacts(desk, look.tree, RoleKind.LEADER, [unit])
    lines.append(f"Chi hội trưởng: {leader}." if leader.people else f"Đơn vị {leader}.")
    lines += figures
    enter = stand.owed and unit.alive(today) and period.state(today) is not PeriodState.CLOSED
    return "\n".join(lines), (Choice("Nhập hộ", f"{_ENTER}:{unit.id}"),) if enter else ()


async def _reports(desk: Desk, look: Look) -> tuple[list[str], list[str]]:
    """Returns a line for each report that was begun or handed in; named by its form where there are several.

    The other lines are what was reported.
    """
    held = {one.key.form: one for one in await desk.records.submissions(look.period.id, [look.unit.id])}
    drafts = {one.key.form: one for one in await desk.records.drafts(look.period.id, [look.unit.id])}
    forms = [form for form in desk.forms if form.id in look.period.forms]
    lines: list[str] = []
    figures: list[str] = []
    for form in forms:
        head = f"{form.title}: " if len(forms) > 1 else ""
        if (one := held.get(form.id)) is not None:
            lines.append(f"{head}{_handed(one, desk)}.")
            figures += _figures(one, form, look)
        if (draft := drafts.get(form.id)) is not None:
            given = f"{len(draft.progress.figures)}/{_asked(form, look)} câu"
            verb = "đang sửa" if draft.progress.amends else "đang nhập"
            lines.append(f"{head}{verb} {given}, lần cuối {moment(draft.touched, desk.now)}.")
    return [f"{line[:1].upper()}{line[1:]}" for line in lines], figures


def _handed(one: Submission, desk: Desk) -> str:
    told = f"nộp {moment(one.at, desk.now)}, biên nhận {one.receipt}"
    late = ", trễ hạn" if one.late else ""
    back = ", sau đó rút lại" if one.state is SubmissionState.WITHDRAWN else ""
    return f"{told}{late}{back}"


def _figures(one: Submission, form: Form, look: Look) -> list[str]:
    """Returns what was reported, in one paragraph: an officer asks for it on the phone."""
    if one.state is SubmissionState.WITHDRAWN:
        return []
    told = [
        f"{number}. {field.short}: {shown_figure(field, figure)}"
        for number, field in enumerate(form.asked_in(look.period.span), start=1)
        if (figure := one.figure(field.id)) is not None and figure.given is Given.VALUE
    ]
    return [f"{'; '.join(told)}."] if told else []


def _asked(form: Form, look: Look) -> int:
    return len(form.asked_in(look.period.span))
