""" "biểu đồ": a picture of who has reported under a unit, drawn beside the conversation."""

import re

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.job import JobKind, job_for
from bot.model.person import Person
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps
from handlers.looked_at import Asking, looked_at
from handlers.order import ordered, typed_after, understood
from handlers.seen_token import CHART, token
from handlers.telling import remark
from handlers.totals_meant import meant
from handlers.totals_view import View
from handlers.totals_wish import Wish, wish
from handlers.typed import pressed
from knowledge.fold import plain

_WORDS = "biểu đồ"
_NO_FIGURES = "Tôi chỉ vẽ được biểu đồ ai đã nộp, ai chưa. Số này tôi đọc được theo từng đơn vị."
_ORDER = re.compile(
    r"(?:cho (?:toi |tui |minh )?|toi (?:muon |can )?)?(?:xem |ve )?(?:cai )?"
    r"(?:bieu do|so do|do thi)(?: tinh hinh| nop| bao cao)*(?= |$)"
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to see a chart."""
    return pressed(incoming, CHART) or ordered(incoming, talk, _ORDER)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that it is being drawn, or of which unit and period it is to be."""
    person = await desk.records.person_at(incoming.address)
    if person is None or not keeps(person):
        refused = remark(incoming, NOT_YOURS.format(office=desk.office))
        return refused if incoming.kind is Kind.PRESS else asked(incoming, desk, incoming.text)
    text = typed_after(incoming, _ORDER) or ""
    # Without accents "so do" and "do thi" are also "sổ đỏ" and "đô thị".
    if "bieu do" in plain(understood(incoming.text)):
        wanted = wish(text, desk.now.date(), await desk.records.periods(), desk.forms)
        if wanted.field:
            return await _of_figure(incoming, desk, person, wanted)
    look = await looked_at(incoming, desk, person, Asking(CHART, _WORDS, text))
    if isinstance(look, Outcome):
        return look
    told = f"Tôi đang vẽ biểu đồ {look.period.title}, {look.unit.name}. Xong tôi gửi ngay."
    drawn = job_for(incoming, JobKind.CHART, look.period.id, look.unit.id)
    return Outcome(remark(incoming, told).replies, jobs=(drawn,))


async def _of_figure(incoming: Incoming, desk: Desk, person: Person, wanted: Wish) -> Outcome:
    """Returns that figures are not drawn, and where they are read unit by unit."""
    found = await meant(incoming, desk, person, wanted, lambda period, unit: View(period, unit).token)
    if isinstance(found, Outcome):
        return found
    view = wanted.applied(View(found.period.id, found.unit.id), found.period, desk.forms)
    choices = (
        Choice("Xem từng đơn vị", view.token),
        Choice("Biểu đồ ai đã nộp", token(CHART, found.period.id, found.unit.id)),
    )
    return remark(incoming, _NO_FIGURES, choices)


HANDLER = Handler("charting", wants, handle)
