""" "báo cáo": a leader begins the report of the period, or goes on where it was left."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.dialog.advance import begin
from bot.dialog.showing import shown_figure
from bot.messages import Choice, Incoming, Kind
from bot.model.figure import Given
from bot.model.period import period_title
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.reading.period_span import second_half, spans, years
from bot.router import Handler
from handlers.answering import asked
from handlers.channel_words import channel_name
from handlers.moments import moment
from handlers.open_reports import FAMILY, OpenReport, choices, chosen, open_reports
from handlers.period_words import SECOND_HALF
from handlers.report_returned import MENDING, mend_now, sent_back
from handlers.report_room import Room, carried_over, fresh, room
from handlers.report_turns import outcome_of
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

NO_ROLE = (
    "Muốn báo cáo, đồng chí cần mã mời của Hội cấp trên.\n"
    "Có mã rồi, đồng chí nhắn DANGKY và mã, ví dụ: DANGKY K7Q4-M2XA.\n"
    "Chưa có mã, đồng chí hỏi {office}."
)
HELPS = 'Đồng chí nhắn "nhập hộ" và tên chi hội, ví dụ: nhập hộ chi hội thôn Trung Đông.'
"""What is said to an officer, who reports for others only."""

_SEE = Choice("Xem báo cáo", "cuatoi:")

_YEAR = r"(?:nam )?(?:20\d\d|'?2\d)|nam nay|nam ngoai|nam truoc|nam"
_WITH_PERIOD = re.compile(
    r"(?:(?:toi |tui |cho toi |cho tui )?(?:muon )?(?:nop |nap |lam |gui |nhap |mo )?)(?:bao cao|bc|so lieu)"
    r"(?: so lieu)?(?: cua chi hoi| chi hoi)?(?: ky| dot)?"
    r" (?:(?:0?6|0?9|sau|chin) ?(?:thang|t|th)|nua (?:dau )?nam|ca nam|nam"
    r"|(?:quy|qui|q) ?(?:[1-4]|i{1,3}|iv|mot|hai|ba|tu))"
    rf"(?: (?:dau|cuoi) nam)?(?:[ /-]*(?:{_YEAR}))?(?: (?:di|nhe|nha|nghe|a|luon|ngay|cua chi hoi))*"
)
_NOT_OPEN = "Hiện không có kỳ báo cáo {named} nào đang mở."
_OPEN_ARE = "Đang mở: {titles}."
_IS_CLOSED = "Kỳ báo cáo {title} đã đóng, nên không nhận báo cáo nữa."
_BEHIND = re.compile(r"(?: (?:di|nhe|nha|nghe|luon|ngay|cai|coi|a|day|voi|em|dong chi|em oi|giup toi|giup tui))+$")
_OWED = (SubmissionState.WITHDRAWN, SubmissionState.RETURNED)
_PHRASES = (
    "/baocao",
    "bao cao",
    "nop bao cao",
    "lam bao cao",
    "gui bao cao",
    "nhap bao cao",
    "bao cao ngay",
    "lam tiep",
    "lam tiep bao cao",
    "tiep tuc bao cao",
    "bao cao tiep",
    "tiep tuc",
    "toi muon bao cao",
    "toi bao cao",
    "cho toi bao cao",
    "bat dau bao cao",
    "nop so lieu",
    "bao so lieu",
    "nhap so lieu",
    "bao cao so lieu",
    "toi muon nop bao cao",
    *("bc", "nop bc", "lam bc", "gui bc", "nhap bc"),
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to hand in a report."""
    return _says(incoming) or pressed(incoming, FAMILY) or _names_a_period(incoming)


def _says(incoming: Incoming) -> bool:
    """Whether somebody says so, small words behind it or not: "bao cao di", "cho toi bao cao voi nghe"."""
    if incoming.kind is not Kind.TEXT:
        return False
    ordered = replace(incoming, text=without(" ".join(incoming.text.split()).strip(" .,!"), _BEHIND))
    return typed(incoming, *_PHRASES) or (bool(ordered.text) and typed(ordered, *_PHRASES))


def _names_a_period(incoming: Incoming) -> bool:
    """Whether somebody says which report and asks nothing: "tôi muốn báo cáo 6 tháng đầu năm"."""
    said = " ".join(plain(incoming.text).split()).strip(" .")
    return incoming.kind is Kind.TEXT and _WITH_PERIOD.fullmatch(said) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the first open question; with several reports open, which one is meant."""
    person = await desk.records.person_at(incoming.address)
    if _names_a_period(incoming) and (person is None or not person.has(RoleKind.LEADER)):
        return asked(incoming, desk, incoming.text)
    if person is None or not person.has(RoleKind.LEADER):
        helps = person is not None and person.has(RoleKind.OFFICER)
        return remark(incoming, HELPS if helps else NO_ROLE.format(office=desk.office))
    reports = await open_reports(desk, person.units(RoleKind.LEADER))
    if _names_a_period(incoming):
        fitting = _fitting(incoming, desk, reports)
        if not fitting:
            return remark(incoming, await _none_like_it(incoming, desk, person, reports), choices(reports))
        reports = fitting
    report = chosen(reports, incoming.token)
    if report is None:
        reports = await _missing(desk, reports) or reports
        report = reports[0] if len(reports) == 1 else None
    if report is None:
        return remark(incoming, _which(reports), choices(reports))
    opened = await room(desk, report.key, person)
    return await _open(incoming, desk, opened) if opened else remark(incoming, _which([]))


async def _missing(desk: Desk, reports: list[OpenReport]) -> list[OpenReport]:
    """Returns those that the office does not hold yet, or sent back."""
    held = {report.key: await desk.records.submission(report.key) for report in reports}
    return [report for report in reports if (one := held[report.key]) is None or one.state in _OWED]


def _fitting(incoming: Incoming, desk: Desk, reports: Sequence[OpenReport]) -> list[OpenReport]:
    """Returns those of the period that was named."""
    low = plain(incoming.text)
    named, said = spans(low), years(low, desk.now.year)
    if second_half(low):
        return []
    return [one for one in reports if one.period.span in named and (not said or one.period.year in said)]


async def _none_like_it(incoming: Incoming, desk: Desk, person: Person, reports: Sequence[OpenReport]) -> str:
    """Returns that the period that was named takes no reports, and which ones do."""
    low = plain(incoming.text)
    closed = _fitting(incoming, desk, await open_reports(desk, person.units(RoleKind.LEADER), closed=True))
    if second_half(low):
        head = SECOND_HALF
    elif closed:
        head = _IS_CLOSED.format(title=closed[0].period.title)
    else:
        year = next(iter(years(low, desk.now.year)), desk.now.year)
        head = _NOT_OPEN.format(named=period_title(next(iter(spans(low))), year))
    titles = dict.fromkeys(report.period.title for report in reports)
    return "\n".join([head, *([_OPEN_ARE.format(titles="; ".join(titles))] if titles else [])])


def _which(reports: list[OpenReport]) -> str:
    return "Đồng chí báo cáo nào?" if reports else "Hiện chưa có kỳ báo cáo nào đang mở."


async def _open(incoming: Incoming, desk: Desk, opened: Room) -> Outcome:
    if opened.returned is not None:
        told = f"Báo cáo {opened.period.title} của {opened.unit.name} được trả lại để sửa."
        return remark(incoming, f"{told}\n{await sent_back(desk, opened)}", (mend_now(opened.key), _SEE))
    if opened.submitted is not None and opened.settled:
        told = f"Cấp trên đã nhận báo cáo này, biên nhận {opened.submitted.receipt}."
        return remark(incoming, f"{told}\nMuốn sửa, đồng chí gọi {desk.office}.", (_SEE,))
    if opened.draft is None and opened.submitted is not None:
        told = f"Đồng chí đã nộp báo cáo này ngày {moment(opened.submitted.at, desk.now)}"
        told = f"{told}, biên nhận {opened.submitted.receipt}."
        return remark(incoming, told, (Choice("Sửa báo cáo", f"{MENDING}:"), _SEE))
    progress = carried_over(opened, opened.draft.progress) if opened.draft else fresh(opened, desk.now)
    turn = begin(opened.form, progress, opened.known)
    heads = [await _other(incoming, desk, opened), await _merged(desk, opened)]
    return await outcome_of(incoming, desk, opened, turn, "\n".join(head for head in heads if head))


async def _merged(desk: Desk, opened: Room) -> str:
    """Returns what was left half done by units that have gone into this one, "" for nothing: no figure goes unseen."""
    gone = [unit for unit in (await desk.records.tree()).units if unit.merged_into == opened.unit.id]
    names = {unit.id: unit.name for unit in gone}
    left = [one for one in await desk.records.drafts(opened.key.period, list(names)) if one.key.form == opened.key.form]
    lines = []
    for draft in left:
        given = [
            f"{field.short} {shown_figure(field, figure)}"
            for figure in draft.progress.figures
            if figure.given is Given.VALUE and (field := opened.form.field(figure.field)) is not None
        ]
        if given:
            lines.append(f"{names[draft.key.unit]} (đã sáp nhập) nhập dở: {'; '.join(given)}.")
    return "\n".join(lines)


async def _other(incoming: Incoming, desk: Desk, opened: Room) -> str:
    """Returns who else has been working on this draft, "" for nobody."""
    if opened.draft is None or opened.draft.address == incoming.address:
        return ""
    other = await desk.records.person_at(opened.draft.address)
    if other is not None and other.id == opened.person.id:
        return f"Đồng chí làm tiếp bản đang nhập ở {channel_name(opened.draft.address)}."
    return f"{other.name} cũng đang nhập báo cáo này, ta làm chung một bản." if other else ""


HANDLER = Handler("report", wants, handle)
