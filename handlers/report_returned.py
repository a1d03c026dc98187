"""A report that an officer sent back: what its leader reads about it."""

from bot.desk import Desk
from bot.dialog.form import Form
from bot.messages import Choice
from bot.model.review import Review
from bot.model.submission import ReportKey
from handlers.moments import moment
from handlers.report_room import Room, short

MENDING = "suabaocao"
"""The family of the buttons that begin an amendment."""


def mend_now(key: ReportKey) -> Choice:
    """Returns the choice that opens the report where it is in question."""
    return Choice("Sửa ngay", f"{MENDING}:{short(key.period, key.unit, key.form)}")


def in_question(form: Form, review: Review) -> str:
    """Returns what is in question and why: "Quỹ Vì người nghèo: xem lại số tiền"; of the whole report only why."""
    field = form.field(review.field)
    return f"{field.short if field is not None else 'Lý do'}: {review.note}"


async def sent_back(desk: Desk, opened: Room) -> str:
    """Returns who returned a report, when and why, "" where nobody did."""
    review = opened.returned
    if review is None:
        return ""
    person = await desk.records.person(review.by)
    who = f"Đồng chí {person.name}" if person is not None else "Cấp trên"
    return f"{who} trả lại ngày {moment(review.at, desk.now)}.\n{in_question(opened.form, review)}"
