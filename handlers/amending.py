""" "sửa báo cáo": what was handed in is changed, with a reason, as a new version. Nothing is overwritten."""

import re

from bot.desk import Desk
from bot.dialog.advance import advance, amend_message, begin
from bot.dialog.progress import Progress
from bot.dialog.turn import Turn
from bot.messages import Incoming, Kind
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.held_report import draft_report, held_report
from handlers.report_room import Room, amending, carried_over
from handlers.report_turns import outcome_of
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

FAMILY = "suabaocao"

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
)
_ONE = re.compile(r"(?:cho toi |toi muon )?sua (?:lai )?(?!bao cao|so lieu)\S+")

_NONE = 'Tôi chưa giữ báo cáo nào của đồng chí trong kỳ này. Đồng chí nhắn "báo cáo" để bắt đầu.'
_OVER = "Kỳ báo cáo {period} đã đóng. Muốn sửa, đồng chí gọi {office}."
_CLOSED = "Cấp trên đã nhận báo cáo này. Muốn sửa, đồng chí gọi {office}."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a report that was handed in is to be changed: "sửa báo cáo", "sửa quỹ 3tr5"."""
    if typed(incoming, *_PHRASES) or pressed(incoming, FAMILY):
        return True
    return incoming.kind is Kind.TEXT and _ONE.match(plain(" ".join(incoming.text.split()))) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns all figures to choose from, or, where the words name one, the change itself to be confirmed."""
    opened = await held_report(incoming, desk)
    over = opened is None or opened.submitted is None or opened.period.closed is not None
    if over and (in_draft := await _in_draft(incoming, desk)) is not None:
        return in_draft
    if opened is None or opened.submitted is None:
        return remark(incoming, _NONE)
    if opened.period.closed is not None:
        return remark(incoming, _OVER.format(period=opened.period.title, office=desk.office))
    if opened.submitted.state is SubmissionState.ACCEPTED:
        return remark(incoming, _CLOSED.format(office=desk.office))
    if incoming.kind is Kind.PRESS or typed(incoming, *_PHRASES):
        return await outcome_of(incoming, desk, opened, begin(opened.form, _run(opened, desk), opened.known))
    began = begin(opened.form, _run(opened, desk), opened.known)
    stepped = advance(opened.form, began.progress, incoming, opened.known)
    turn = stepped if isinstance(stepped, Turn) else stepped.unread
    return await outcome_of(incoming, desk, opened, turn)


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
    over = opened is None or held is None or held.state is SubmissionState.ACCEPTED
    if opened is None or held is None or over or not incoming.message_id or opened.period.closed is not None:
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
        return carried_over(opened, opened.draft.progress)
    assert opened.submitted is not None
    return amending(opened, opened.submitted, desk.now)


HANDLER = Handler("amending", wants, handle)
