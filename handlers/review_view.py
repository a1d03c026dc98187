"""A report as an officer sees it: who sent it, what deserves a look, what changed, and all figures in few lines."""

from bot.desk import Desk
from bot.dialog.field import Field
from bot.dialog.flags import FlagKind
from bot.dialog.showing import shown, shown_figure
from bot.messages import Choice
from bot.model.figure import Figure, Given
from bot.model.person import Person
from bot.model.submission import Submission
from bot.model.tree import Tree
from handlers.moments import moment
from handlers.report_changes import changes
from handlers.report_returned import in_question
from handlers.review_queue import Item, Queue
from handlers.review_token import Pick, Verb, instant
from handlers.role_words import placed

_MANY = 2
_ABOUT = (FlagKind.RANGE, FlagKind.FAR, FlagKind.NOTE)
"""What is said beside a figure; the other flags are sentences."""


def counted(queue: Queue) -> str:
    """Returns how many reports wait: "Còn 12 báo cáo chờ duyệt, 3 báo cáo cần xem kỹ."."""
    flagged = sum(item.flagged for item in queue.items)
    if not queue.items:
        return NOTHING
    careful = f", {flagged} báo cáo cần xem kỹ" if flagged else ""
    return f"Còn {len(queue.items)} báo cáo chờ duyệt{careful}."


NOTHING = "Không còn báo cáo nào chờ duyệt."


def choices(item: Item, queue: Queue, scope: str, desk: Desk) -> tuple[Choice, ...]:
    """Returns what can be done with a report, and with all that have no flag."""
    receipt, number = item.sheet.receipt, item.sheet.number
    found = [
        Choice("Nhận", Pick(Verb.ACCEPT, scope, receipt, number).token),
        Choice("Trả lại", Pick(Verb.RETURN, scope, receipt, number).token),
    ]
    if len(queue.items) > 1:
        found.append(Choice("Để sau", Pick(Verb.LATER, scope, receipt, number).token))
    count = len(queue.plain)
    if count >= _MANY or (count and item.flagged):
        every = Pick(Verb.ALL, scope, str(instant(desk.now)), count)
        label = f"Nhận hết {count} báo cáo bình thường" if count > 1 else "Nhận 1 báo cáo bình thường"
        found.append(Choice(label, every.token))
    return tuple(found)


async def shown_item(desk: Desk, person: Person, item: Item, tree: Tree) -> str:
    """Returns a report in lines, what deserves a look first."""
    versions = await desk.records.versions(item.sheet.key)
    held = versions[-1]
    several = f", {item.form.title}" if len(item.period.forms) > 1 else ""
    lines = [f"{placed(item.unit, tree)}: báo cáo {item.period.title}{several}.", await _sent(desk, person, held)]
    if held.reason and item.returned is None:
        lines.append(f"Bản sửa lần {held.number - 1}: {held.reason}.")
    if item.returned is not None:
        before = next(one for one in versions if one.number == item.returned.number)
        changed = changes(item.form, before, held)
        lines.append(f"Lần trước trả lại. {in_question(item.form, item.returned)}.")
        lines += ["Nay đổi:", *changed] if changed else ["Chi hội gửi lại, không đổi số nào."]
    if await desk.records.draft(item.sheet.key) is not None:
        lines.append("Chi hội đang sửa báo cáo này, chưa gửi.")
    lines += [*_flag_lines(item, held), *_rest(item, held)]
    if attached := await desk.records.attachments(item.sheet.key):
        lines.append(f"Kèm {attached} ảnh, tệp.")
    return "\n".join(lines)


async def _sent(desk: Desk, person: Person, held: Submission) -> str:
    sender = await desk.records.person(held.by)
    name = sender.name if sender is not None else "người đã nghỉ"
    told = f"{name} gửi {moment(held.at, desk.now)}{', nộp muộn' if held.late else ''}. Biên nhận {held.receipt}."
    if held.helper:
        told = f"{told}\n{'Chính đồng chí nhập hộ.' if held.helper == person.id else 'Cán bộ nhập hộ chi hội.'}"
    return told


def _flag_lines(item: Item, held: Submission) -> list[str]:
    if not item.flags:
        return []
    lines = [f"- {_numbered(item, field, held)}" for field in _warned(item)]
    lines += [f"- {_ended(flag.say)}" for flag in item.flags if flag.kind not in _ABOUT]
    return [f"Có {len(lines)} điểm cần xem:", *lines]


def _warned(item: Item) -> list[Field]:
    """Returns the fields whose figures are unusual, or written to the office."""
    names = {name for flag in item.flags if flag.kind in _ABOUT for name in flag.fields}
    return [field for field in item.form.asked_in(item.period.span) if field.id in names]


def _numbered(item: Item, field: Field, held: Submission) -> str:
    flags = [flag for flag in item.flags if flag.kind in _ABOUT and field.id in flag.fields]
    said = [_figure(item, field, held.figure(field.id)), *(flag.say for flag in flags if flag.say)]
    before = item.beside.before.number(field.id)
    if before is not None and item.last is not None and {flag.kind for flag in flags} == {FlagKind.RANGE}:
        said.append(f"{item.last.title} là {shown(field, before)}")
    return _ended(", ".join(said))


def _rest(item: Item, held: Submission) -> list[str]:
    """Returns the figures that are not unusual, in one paragraph: a line for each does not fit on a small phone."""
    warned = _warned(item)
    figures = [
        _figure(item, field, figure)
        for field in item.form.asked_in(item.period.span)
        if field not in warned and (figure := held.figure(field.id)) is not None and figure.given is Given.VALUE
    ]
    return [_ended("; ".join(figures))] if figures else []


def _figure(item: Item, field: Field, figure: Figure | None) -> str:
    number = item.form.asked_in(item.period.span).index(field) + 1
    return f"{number}. {field.short}: {shown_figure(field, figure) if figure is not None else 'chưa có số'}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def flagged_fields(item: Item) -> list[Field]:
    """Returns the fields that its flags are about, each once, in the order of the form."""
    names = {name for flag in item.flags for name in flag.fields}
    return [field for field in item.form.asked_in(item.period.span) if field.id in names]
