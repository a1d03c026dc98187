""" "biểu đồ": a picture of who has reported under a unit, drawn beside the conversation."""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.job import JobKind, job_for
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps
from handlers.looked_at import Asking, looked_at
from handlers.order import ordered, typed_after
from handlers.report import PRIVATELY
from handlers.seen_token import CHART
from handlers.telling import remark
from handlers.typed import pressed

_WORDS = "biểu đồ"
_ORDER = re.compile(
    r"(?:cho toi |toi (?:muon |can )?)?(?:xem |ve )?(?:bieu do|so do|do thi)(?: tinh hinh| nop| bao cao)*(?= |$)"
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to see a chart."""
    return pressed(incoming, CHART) or ordered(incoming, talk, _ORDER)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns that it is being drawn, or of which unit and period it is to be."""
    person = await desk.records.person_at(incoming.address)
    if incoming.group:
        return remark(incoming, PRIVATELY)
    if person is None or not keeps(person):
        refused = remark(incoming, NOT_YOURS.format(office=desk.office))
        return refused if incoming.kind is Kind.PRESS else asked(incoming, desk, incoming.text)
    look = await looked_at(incoming, desk, person, Asking(CHART, _WORDS, typed_after(incoming, _ORDER) or ""))
    if isinstance(look, Outcome):
        return look
    told = f"Tôi đang vẽ biểu đồ {look.period.title}, {look.unit.name}. Xong tôi gửi ngay."
    drawn = job_for(incoming, JobKind.CHART, look.period.id, look.unit.id)
    return Outcome(remark(incoming, told).replies, jobs=(drawn,))


HANDLER = Handler("charting", wants, handle)
