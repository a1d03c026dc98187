""" "sửa báo cáo": what was handed in is changed, with a reason, as a new version. Nothing is overwritten."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.advance import advance, amend_message, begin
from bot.dialog.progress import Progress
from bot.dialog.turn import Turn
from bot.messages import Incoming, Kind
from bot.model.role import RoleKind
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.held_report import draft_report, held_report
from handlers.open_reports import chosen, open_reports
from handlers.report import HELPS
from handlers.report_beside import MAY_MEND
from handlers.report_returned import MENDING, sent_back
from handlers.report_room import Room, amending, carried_over, room
from handlers.report_turns import outcome_of
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

_PHRASES = (
    "/sua",
    "sua bao cao",
    "sua lai bao cao",
    "toi muon sua bao cao",
    "cho toi sua bao cao",
    "chinh bao cao",
    "sua so lieu",
    "dinh chinh",
    "sua bao cao da nop",
    "bo sung bao cao",
    "sua ngay",
    *("sua bc", "sua lai bc"),
)
_ONE = re.compile(r"(?:cho toi |toi muon )?sua (?:lai )?(?!bao cao|so lieu|bc\b)\S+")

_NONE = 'Tôi chưa giữ báo cáo nào của đồng chí trong kỳ này. Đồng chí nhắn "báo cáo" để bắt đầu.'
_OVER = "Kỳ báo cáo {period} đã đóng. Muốn sửa, đồng chí gọi {office}."
_CLOSED = "Cấp trên đã nhận báo cáo {period}. Muốn sửa, đồng chí gọi {office}."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a report that was handed in is to be changed: "sửa báo cáo", "sửa quỹ 3tr5"."""
    if typed(incoming, *_PHRASES) or pressed(incoming, MENDING):
        return True
    return incoming.kind is Kind.TEXT and _ONE.match(plain(" ".join(incoming.text.split()))) is not None


async def amended(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns all figures to choose from, or, where the words name one, the change itself to be confirmed."""
    opened = await _meant(incoming, desk)
    over = opened is None or opened.submitted is None or (opened.settled and opened.period.closed is not None)
    if over and (in_draft := await _in_draft(incoming, desk)) is not None:
        return in_draft
    if opened is None or opened.submitted is None:
        person = await desk.records.person_at(incoming.address)
        helps = person is not None and person.has(RoleKind.OFFICER) and not person.has(RoleKind.LEADER)
        return remark(incoming, HELPS if helps else _NONE)
    if opened.settled:
        closed = _OVER.format(period=opened.period.title, office=desk.office)
        accepted = opened.submitted.state is SubmissionState.ACCEPTED
        return remark(incoming, _CLOSED.format(period=opened.period.title, office=desk.office) if accepted else closed)
    if incoming.kind is Kind.PRESS or typed(incoming, *_PHRASES):
        field = opened.returned.field if opened.returned else ""
        why = await sent_back(desk, opened)
        return await outcome_of(
            incoming, desk, opened, begin(opened.form, _run(opened, desk), opened.known, field, why)
        )
    began = begin(opened.form, _run(opened, desk), opened.known)
    stepped = advance(opened.form, began.progress, incoming, opened.known)
    # "sửa lại được không": all figures are shown to choose from
    turn = stepped if isinstance(stepped, Turn) else replace(began, text=f"{MAY_MEND}\n{began.text}")
    return await outcome_of(incoming, desk, opened, turn)


async def _meant(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the report that a button names, else the one that is most likely meant."""
    person = await desk.records.person_at(incoming.address)
    if incoming.kind is not Kind.PRESS or not incoming.token.partition(":")[2] or person is None:
        return await held_report(incoming, desk)
    report = chosen(await open_reports(desk, person.units(RoleKind.LEADER), closed=True), incoming.token)
    return await room(desk, report.key, person) if report else None


async def _in_draft(incoming: Incoming, desk: Desk) -> Outcome | None:
    """Returns what the words come to in the report that was put off, None where there is none."""
    open_one = await draft_report(incoming, desk)
    if open_one is None or open_one.draft is None:
        return None
    stepped = advance(open_one.form, carried_over(open_one, open_one.draft.progress), incoming, open_one.known)
    return await outcome_of(incoming, desk, open_one, stepped if isinstance(stepped, Turn) else stepped.unread)


async def amended_by_edit(incoming: Incoming, desk: Desk) -> Outcome | None:
    """Returns what an edited message comes to that gave figures of a report that was handed in; None for another."""
    opened = await held_report(incoming, desk)
    held = opened.submitted if opened else None
    if opened is None or held is None or opened.settled or not incoming.message_id:
        return None
    if not any(figure.message == incoming.message_id for figure in held.figures):
        return None
    began = begin(opened.form, _run(opened, desk), opened.known)
    stepped = amend_message(opened.form, began.progress, incoming, opened.known)
    turn = stepped if isinstance(stepped, Turn) else stepped.unread
    return await outcome_of(incoming, desk, opened, turn)


def _run(opened: Room, desk: Desk) -> Progress:
    """Returns the run that changes the report: the one that is open already, else a new one."""
    if opened.draft is not None:
        reason = opened.returned.note if opened.returned else opened.draft.progress.reason
        return replace(carried_over(opened, opened.draft.progress), reason=reason)
    assert opened.submitted is not None
    return amending(opened, opened.submitted, desk.now)


HANDLER = Handler("amending", wants, amended)
