"""A report is accepted, sent back or opened again: what is written down, who is told, and what is shown next."""

from collections.abc import Sequence

from bot.desk import Desk
from bot.dialog.form import Form
from bot.messages import Incoming
from bot.model.audit import Audit
from bot.model.person import Person
from bot.model.review import Review
from bot.model.submission import Submission, SubmissionState
from bot.model.unit import Unit
from bot.outcome import Outcome
from handlers import review_letters
from handlers.moments import moment
from handlers.report_returned import in_question
from handlers.review_going_on import first, show
from handlers.review_queue import Item, Queue, current, tended, waiting
from handlers.review_token import Pick, Verb
from handlers.telling import remark
from handlers.unit_asked import placed_short

STATES = {
    SubmissionState.ACCEPTED: "đã nhận",
    SubmissionState.RETURNED: "đã trả lại",
    SubmissionState.SUBMITTED: "đã mở lại",
}
"""What an officer did with a report."""

_NOT_YOURS = "Báo cáo đó không thuộc đơn vị đồng chí phụ trách, nên tôi không đổi gì."
_WITHDRAWN = "{unit} đã rút báo cáo này, nên tôi không đổi gì."
_LONG_OVER = "Kỳ {period} đã đóng từ lâu, báo cáo không mở lại được nữa, nên tôi không đổi gì."
_NEW_VERSION = "{unit} vừa gửi bản mới, nên tôi chưa ghi gì. Đồng chí xem lại bản này."
_NO_LEADER = '{unit} chưa có ai dùng trợ lý: đồng chí gọi điện, rồi nhắn "nhập hộ {short}".'
_LONGEST_NOTE = 200


async def accept(incoming: Incoming, desk: Desk, person: Person, pick: Pick) -> Outcome:
    """Returns that a report is accepted, with the next one."""
    queue = await waiting(desk, person, pick.scope)
    item = item_of(queue, pick)
    if item is None:
        return await outdated(incoming, desk, person, pick, queue)
    review = Review(
        item.sheet.key, pick.number, SubmissionState.ACCEPTED, person.id, desk.now, incoming.address.channel
    )
    by, told = await _told(desk, person, item.unit)
    letters = tuple(review_letters.accepted(one, item.period, item.unit, by, bulk=False) for one in told)
    head = f"Đã nhận báo cáo của {item.unit.name}."
    records = (review, audit(review, "report.accepted", item.sheet.receipt))
    left, after = queue.without([item]), queue.after(pick.report)
    return await show(incoming, desk, person, left, after, pick.scope, head, records, letters)


async def give_back(incoming: Incoming, desk: Desk, person: Person, pick: Pick, field: str, note: str) -> Outcome:
    """Returns that a report is sent back and its leader told, with the next one. ``field``: "" for the whole report."""
    queue = await waiting(desk, person, pick.scope)
    item = item_of(queue, pick)
    if item is None:
        return await outdated(incoming, desk, person, pick, queue)
    review = Review(
        item.sheet.key,
        pick.number,
        SubmissionState.RETURNED,
        person.id,
        desk.now,
        incoming.address.channel,
        field,
        " ".join(note.split())[:_LONGEST_NOTE].rstrip(" ."),
    )
    by, told = await _told(desk, person, item.unit)
    names = ", ".join(one.name for one in told)
    head = f"Đã trả lại báo cáo của {item.unit.name}.\n{in_question(item.form, review)}."
    call = _NO_LEADER.format(unit=item.unit.name, short=placed_short(item.unit))
    head = f"{head}\n{f'Đã báo {names}.' if told else call}"
    letters = tuple(review_letters.returned(one, item.period, item.unit, item.form, review, by) for one in told)
    records = (review, audit(review, "report.returned", item.sheet.receipt))
    left, after = queue.without([item]), queue.after(pick.report)
    return await show(incoming, desk, person, left, after, pick.scope, head, records, letters)


async def reopen(incoming: Incoming, desk: Desk, person: Person, pick: Pick) -> Outcome:
    """Returns that an accepted report waits again, and that its leader may change it."""
    tree = await desk.records.tree()
    held = await desk.records.received(pick.report)
    unit = next((one for one in tended(person, tree, desk) if held and one.id == held.key.unit), None)
    periods = await desk.records.periods()
    period = next((one for one in periods if held and one.id == held.key.period), None)
    if held is None or unit is None or period is None:
        return remark(incoming, _NOT_YOURS)
    if period not in current(periods):
        return remark(incoming, _LONG_OVER.format(period=period.title))
    if held.state is not SubmissionState.ACCEPTED or held.number != pick.number:
        return remark(incoming, f"Báo cáo của {unit.name} không còn ở bản đã nhận, nên tôi không đổi gì.")
    review = Review(held.key, held.number, SubmissionState.SUBMITTED, person.id, desk.now, incoming.address.channel)
    by, told = await _told(desk, person, unit)
    names = ", ".join(one.name for one in told)
    text = f"Đã mở lại báo cáo {period.title} của {unit.name}. Báo cáo lại chờ duyệt."
    return Outcome(
        (
            *(review_letters.reopened(one, period, unit, review, by) for one in told),
            *remark(incoming, f"{text}\nĐã báo {names}." if told else text).replies,
        ),
        records=(review, audit(review, "report.reopened", held.receipt)),
    )


async def _told(desk: Desk, person: Person, unit: Unit) -> tuple[str, Sequence[Person]]:
    """Returns how somebody signs who decides about a unit's report, and the leaders who are told."""
    by = review_letters.signed(person, unit, await desk.records.tree(), desk)
    return by, (await review_letters.leaders(desk, [unit], person)).of(unit)


async def outdated(incoming: Incoming, desk: Desk, person: Person, pick: Pick, queue: Queue) -> Outcome:
    """Returns why a button changes nothing any more, with what waits now."""
    item = queue.find(pick.report)
    if item is not None:
        head = _NEW_VERSION.format(unit=item.unit.name)
        return await show(incoming, desk, person, queue, item, pick.scope, head)
    held = await desk.records.received(pick.report)
    unit = next(
        (one for one in tended(person, await desk.records.tree(), desk) if held and one.id == held.key.unit), None
    )
    if held is None or unit is None:
        return remark(incoming, _NOT_YOURS)
    if held.state is SubmissionState.WITHDRAWN:
        head = _WITHDRAWN.format(unit=unit.name)
    else:
        head = f"{await decided(desk, held)} Tôi không đổi gì."
    return await show(incoming, desk, person, queue, first(queue), pick.scope, head)


async def decided(desk: Desk, held: Submission, form: Form | None = None) -> str:
    """Returns who decided what about a report, and when: a sentence."""
    tree = await desk.records.tree()
    unit = tree.find(held.key.unit)
    name = unit.name if unit is not None else held.key.unit
    reviews = [one for one in await desk.records.reviews(held.key.period, [held.key.unit]) if one.key == held.key]
    if not reviews or held.state not in (SubmissionState.ACCEPTED, SubmissionState.RETURNED):
        state = "đã được nhận" if held.state is SubmissionState.ACCEPTED else "đang chờ duyệt"
        return f"Báo cáo của {name} {state}."
    last = reviews[-1]
    person = await desk.records.person(last.by)
    who = person.name if person is not None else "người đã nghỉ"
    why = f" ({in_question(form, last)})" if form is not None and last.note else ""
    return f"Báo cáo của {name}: {who} {STATES[last.state]} {moment(last.at, desk.now)}{why}."


def audit(review: Review, what: str, receipt: str) -> Audit:
    """Returns the entry of the audit for a decision."""
    note = ": ".join(part for part in (review.field, review.note) if part)
    return Audit(review.by, what, receipt, review.at, review.channel, note)


def reopening(held: Submission) -> Pick:
    """Returns what a button carries that opens an accepted report again."""
    return Pick(Verb.REOPEN, "", held.receipt, held.number)


def item_of(queue: Queue, pick: Pick) -> Item | None:
    """Returns the report of a button, None when it is not the one that waits any more."""
    item = queue.find(pick.report)
    return item if item is not None and item.sheet.number == pick.number else None
