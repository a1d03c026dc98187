""" "báo cáo của tôi": what the office holds of the unit, what is missing, and what happened to it."""

import re

from bot.desk import Desk
from bot.dialog.showing import shown_figure
from bot.messages import Choice, Incoming, Kind
from bot.model.figure import Figure, Given
from bot.model.role import RoleKind
from bot.model.submission import SubmissionState
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.told import Told, told
from bot.router import Handler
from handlers.answering import asked
from handlers.courtesy import without_courtesy
from handlers.moments import moment
from handlers.open_reports import choices, chosen, open_reports
from handlers.report import NO_ROLE
from handlers.report_returned import MENDING, mend_now, sent_back
from handlers.report_room import Room, room
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

FAMILY = "cuatoi"

STATES = {
    SubmissionState.SUBMITTED: "đã nộp, chờ cấp trên xem",
    SubmissionState.RETURNED: "cấp trên trả lại để sửa",
    SubmissionState.ACCEPTED: "cấp trên đã nhận",
    SubmissionState.WITHDRAWN: "đã rút",
}
"""What is said of a report that was handed in."""

_PHRASES = (
    "/cuatoi",
    "bao cao cua toi",
    *("toi nop roi", "tui nop roi", "toi da nop roi", "tui da nop roi", "toi da nop", "tui da nop"),
    "xem bao cao",
    "xem bao cao cua toi",
    "bao cao cua chi hoi",
    "bao cao cua chi hoi toi",
    "so lieu cua toi",
    "toi da nop chua",
    "toi nop chua",
    "toi da bao cao chua",
    "chi hoi toi nop chua",
    "chi hoi toi da nop chua",
    "bao cao cua tui",
    "tui nop chua",
)

_MINE = r"(?:cua )?(?:(?:chi hoi|ben|don vi) )?(?:toi|tui|minh|chi hoi)"
_HOW_IT_IS = (
    r"(?:dau|den dau|toi dau|toi mo|den mo|mo|ra sao|ra rang|sao|the nao|rang)(?: roi| rui)"
    r"|(?:den|toi) (?:dau|mo)|ra sao|ra rang|the nao"
    r"|(?:(?:da |duoc |co )*(?:nop|nap|gui|nhan|duyet|xong|toi|den)(?: (?:len|duoc|xong))*)(?: noi)? chua"
)
_HANDED = r"(?:nop|nap|gui)(?: (?:bao cao|bc|so lieu))?"
_WHETHER = re.compile(
    rf"(?:bao cao|bc|so lieu) {_MINE} (?:{_HOW_IT_IS})"
    rf"|{_MINE} (?:da )?{_HANDED} chua"
    rf"|(?:(?:toi|tui) )?{_HANDED} roi(?: ma)?(?: (?:rua|vay|the))?"
    r" (?:can bo|xa|cap tren|tren|huyen|tinh)(?: xa)? (?:da )?"
    r"(?:nhan|thay|duyet|co)(?: duoc)? chua"
    r"|(?:can bo|xa|cap tren|huyen|tinh) (?:da )?(?:nhan|duyet|thay)(?: duoc)? (?:bao cao|bc|so lieu)"
    rf"(?: {_MINE})? chua"
    rf"|(?:{_HANDED} roi (?:thi |ma )?)?(?:co ai|ai|can bo(?: xa)?|cap tren|o tren|xa|huyen|tinh)(?: (?:da|co))*"
    r" (?:nhan|xem|thay|duyet|coi)(?: (?:duoc|chua|gi|chi|het))*(?: (?:bao cao|bc|so lieu))? (?:chua|khong)"
    r"|(?:sao |rang |vi sao )(?:can bo(?: xa)?|cap tren|o tren|xa|huyen|tinh)(?: \w+)? (?:chua|khong) "
    r"(?:nhan|xem|duyet)"
    rf"(?: (?:bao cao|bc|so lieu))?(?: {_MINE})?"
    rf"|(?:{_MINE} )?con thieu (?:may|bao nhieu|nhung|cai|muc)(?: (?:so|muc|cau|gi|chi|nao))?(?: nua)?"
    r"|(?:bao cao )?(?:toi |tui )?xong (?:het |het chua |)?chua"
)
_LAST = re.compile(r"(?: (?:rua|vay|the|a|hi|he|ho|ha|nhi|dong chi|can bo|em|chau|anh|chi))+$")


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a leader wants to see what is held."""
    return typed(incoming, *_PHRASES) or pressed(incoming, FAMILY) or (not talk.run and _speaks_of_own(incoming))


def _speaks_of_own(incoming: Incoming) -> bool:
    return _handed_in(incoming) or _asks_whether(incoming)


def _asks_whether(incoming: Incoming) -> bool:
    """Whether somebody asks where the own report is: "báo cáo tui tới đâu rồi", "gửi rồi rứa cán bộ nhận chưa"."""
    said = " ".join(plain(without_courtesy(incoming.text)).split()).strip(" .,!?")
    return incoming.kind is Kind.TEXT and _WHETHER.fullmatch(_LAST.sub("", said)) is not None


def _handed_in(incoming: Incoming) -> bool:
    """Whether somebody tells that it has been handed in: what the books say is told, whatever they say."""
    return incoming.kind is Kind.TEXT and told(incoming.text) is Told.HANDED_IN


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the figures of the report that is open in this period; with several, which one is meant."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not person.has(RoleKind.LEADER):
        if _speaks_of_own(incoming):
            return asked(incoming, desk, incoming.text)
        return remark(incoming, NO_ROLE.format(office=desk.office))
    units = person.units(RoleKind.LEADER)
    reports = await open_reports(desk, units) or (await open_reports(desk, units, closed=True))[:1]
    report = chosen(reports, incoming.token) or (reports[0] if len(reports) == 1 else None)
    if report is None:
        told = "Đồng chí xem báo cáo nào?" if reports else "Hiện chưa có kỳ báo cáo nào đang mở."
        return remark(incoming, told, choices(reports, FAMILY))
    opened = await room(desk, report.key, person)
    return remark(incoming, *await _shown(opened, desk)) if opened else remark(incoming, "Tôi không còn báo cáo đó.")


async def _shown(opened: Room, desk: Desk) -> tuple[str, tuple[Choice, ...]]:
    held, draft = opened.submitted, opened.draft
    title = f"Báo cáo {opened.period.title} của {opened.unit.name}"
    if held is not None:
        lines = [f"{title}: {STATES[held.state]}.", f"Biên nhận {held.receipt}, {moment(held.at, desk.now)}."]
        if opened.returned is not None:
            return "\n".join([*lines, await sent_back(desk, opened), *_figures(opened, held.figures)]), (
                mend_now(opened.key),
            )
        mend = () if opened.settled else (Choice("Sửa báo cáo", f"{MENDING}:"),)
        return "\n".join([*lines, *_figures(opened, held.figures)]), mend
    if draft is not None:
        return "\n".join([f"{title}: đang nhập, chưa gửi.", *_figures(opened, draft.progress.figures)]), (
            Choice("Làm tiếp", "baocao:"),
        )
    day = opened.known.last_day
    if opened.period.closed is not None:
        return f"{title}: chưa nộp, kỳ đã đóng.", ()
    return f"{title}: chưa có số nào. Hạn {day.day}/{day.month}/{day.year}.", (Choice("Báo cáo", "baocao:"),)


def _figures(opened: Room, figures: tuple[Figure, ...]) -> list[str]:
    given = {figure.field: figure for figure in figures}
    fields = opened.form.asked_in(opened.period.span)
    lines = [
        f"{number}. {field.short}: {shown_figure(field, given[field.id])}"
        for number, field in enumerate(fields, start=1)
        if field.id in given and given[field.id].given is Given.VALUE
    ]
    missing = [field.short for field in fields if field.id not in given or given[field.id].given is not Given.VALUE]
    return [*lines, f"Còn thiếu: {', '.join(missing)}."] if missing else lines


HANDLER = Handler("my_reports", wants, handle)
