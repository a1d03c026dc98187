"""What leaders are written about reports that they owe: one letter to each, about all units of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.desk import Desk
from bot.messages import Choice, Reply
from bot.model.period import Period
from bot.model.person import Person
from bot.model.reminder import Reminded
from bot.model.reminder_letter import ReminderLetter
from bot.model.standing import Standing
from bot.outcome import Outcome
from handlers.moments import standing_of
from handlers.open_reports import FAMILY as REPORT
from handlers.owing import Owing
from handlers.report_returned import in_question, mend_now
from handlers.report_room import short

LATER = "nhacsau"
"""The family of the button that puts a reminder aside."""

_LATER = Choice("Để sau", f"{LATER}:")
_MOST = 8
_STILL = "Báo cáo vẫn được nhận. Cần giúp, đồng chí hỏi {office}."


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why they are written to: its name among the reminders of the period.

    News of the period stands first (``head``), and ``asks`` is what it asks of those who have not begun.
    """

    name: str
    head: str = ""
    asks: str = "chưa gửi báo cáo"


def reminders(desk: Desk, period: Period, some: Sequence[Owing], occasion: Occasion) -> Outcome:
    """Returns the letters, and that these units were reminded: those that have a leader on the assistant."""
    theirs: dict[str, list[Owing]] = {}
    people: dict[str, Person] = {}
    for one in some:
        for leader in one.leaders:
            people[leader.id] = leader
            theirs.setdefault(leader.id, []).append(one)
    replies = tuple(
        Reply(
            people[name].address,
            _text(desk, period, owed, occasion),
            _choices(period, owed),
            bulk=True,
            key=ReminderLetter(period.id, occasion.name, tuple(one.unit.id for one in owed), name).key,
        )
        for name, owed in theirs.items()
    )
    units = tuple(one.unit.id for one in some if one.leaders)
    records = (Reminded(period.id, occasion.name, units, desk.now),) if units else ()
    return Outcome(replies, records=records)


def _text(desk: Desk, period: Period, owed: Sequence[Owing], occasion: Occasion) -> str:
    today, day = desk.now.date(), min(period.last_day(one.unit.level) for one in owed)
    if len(owed) == 1:
        told = _alone(desk, period, owed[0], occasion, late=day < today)
    else:
        told = [f"Báo cáo {period.title}, còn {len(owed)} đơn vị của đồng chí chưa gửi:"]
        told += [f"- {one.unit.short}: {_state(desk, period, one)}" for one in owed[:_MOST]]
        told += [f"và {len(owed) - _MOST} nơi nữa."] if len(owed) > _MOST else []
    return "\n".join([*([occasion.head] if occasion.head else []), *told, *_until(desk, period, owed, day)])


def _until(desk: Desk, period: Period, owed: Sequence[Owing], day: date) -> list[str]:
    today = desk.now.date()
    if period.closed is not None and all(one.returned for one in owed):
        return ["Báo cáo được trả lại thì đồng chí vẫn sửa và gửi lại được."]
    if period.closed is not None:
        return [f"Cần gửi, đồng chí hỏi {desk.office}."]
    lines = [f"Hạn: {standing_of(day, today)}."]
    return [*lines, _STILL.format(office=desk.office)] if day < today else lines


def _alone(desk: Desk, period: Period, one: Owing, occasion: Occasion, *, late: bool) -> list[str]:
    what = "" if occasion.head else f" báo cáo {period.title}"
    match one.stand.state:
        case Standing.RETURNED:
            head = f"Báo cáo {period.title} của {one.unit.name} được trả lại, chưa gửi lại."
            asked = [(form, review) for review in one.returned for form in desk.forms if form.id == review.key.form]
            return [head, *(in_question(form, review) for form, review in asked)]
        case Standing.DRAFT:
            return [f"{one.unit.name} {_state(desk, period, one)}{what}, chưa gửi."]
        case _ if occasion.head:
            return [f"{one.unit.name} {occasion.asks}."]
        case _ if late:
            return [f"Tôi chưa nhận được báo cáo {period.title} của {one.unit.name}."]
        case _:
            return [f"{one.unit.name} chưa gửi báo cáo {period.title}."]


def _state(desk: Desk, period: Period, one: Owing) -> str:
    match one.stand.state:
        case Standing.RETURNED:
            return "trả lại để sửa"
        case Standing.DRAFT:
            return f"đang nhập{_given(desk, period, one)}"
        case _:
            return "chưa gửi"


def _given(desk: Desk, period: Period, one: Owing) -> str:
    """Returns how far the drafts are: " 5/14 câu", "" where there is none (any more)."""
    forms = {form.id: form for form in desk.forms}
    drafts = [(forms[draft.key.form], draft) for draft in one.drafts if draft.key.form in forms]
    given = sum(len(draft.progress.figures) for _, draft in drafts)
    asked = sum(len(form.asked_in(period.span)) for form, _ in drafts)
    return f" {given}/{asked} câu" if drafts else ""


def _choices(period: Period, owed: Sequence[Owing]) -> tuple[Choice, ...]:
    """Returns the choice that opens what is owed, with several reports the one that asks which, and that for later."""
    one = owed[0]
    if len(owed) == 1 and len(one.returned) == 1:
        return (mend_now(one.returned[0].key), _LATER)
    if period.closed is not None:
        return ()
    label = "Làm tiếp" if len(owed) == 1 and one.stand.state is Standing.DRAFT else "Báo cáo ngay"
    only = len(owed) == 1 and len(period.forms) == 1
    return Choice(label, f"{REPORT}:{short(period.id, one.unit.id, period.forms[0]) if only else ''}"), _LATER
