"""A period was opened, closed, opened again, or has other last days: leaders who owe a report in it hear of it once."""

from collections.abc import Sequence
from datetime import date

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.period import Period
from bot.model.reminder_letter import CLOSING
from bot.model.talk import Talk
from bot.outcome import Later, Outcome
from bot.router import Handler
from handlers.owing import owing, owing_lines
from handlers.reminder_letters import Occasion, reminders

_FAMILY = "tin"
OPENED, REOPENED, EXTENDED, CLOSED = "mo", "molai", "han", CLOSING
_HEADS = {
    OPENED: "Kỳ báo cáo {period} đã mở.",
    REOPENED: "Kỳ báo cáo {period} đã mở lại.",
    EXTENDED: "Hạn báo cáo {period} đã đổi.",
    CLOSED: "Kỳ báo cáo {period} đã đóng, tôi không nhận thêm.",
}


def news(desk: Desk, what: str, period: Period, days: Sequence[date] = ()) -> Later:
    """Returns the wish that leaders are told, outside the quiet hours. ``days``: only those with one of these."""
    named = ",".join(day.isoformat() for day in sorted(set(days)))
    return Later(f"{_FAMILY}:{what}:{period.id}:{named}", desk.rhythm.spoken(desk.now))


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether leaders are to be told of a period."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(f"{_FAMILY}:")


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the letters; nothing where the period was changed again meanwhile."""
    _, what, name, named = (*incoming.token.split(":", 3), "", "", "")[:4]
    period = next((one for one in await desk.records.periods() if one.id == name), None)
    if period is None or what not in _HEADS or (period.closed is not None) != (what == CLOSED):
        return Outcome()
    tree, days = await desk.records.tree(), {day for day in named.split(",") if day}
    lines = [
        line
        for line in await owing_lines(desk, period, tree)
        if not days or period.last_day(line.unit.level).isoformat() in days
    ]
    # One occasion however often it is opened and closed again on one day.
    occasion = occasion_of(f"{what}:{named or desk.now.date().isoformat()}", period)
    return reminders(desk, period, await owing(desk, period, tree, lines), occasion)


def occasion_of(name: str, period: Period) -> Occasion:
    """Returns the occasion with this name: what a letter of it says first."""
    what = name.partition(":")[0]
    if what not in _HEADS:
        return Occasion(name)
    head = _HEADS[what].format(period=period.title)
    return Occasion(name, head, "cần gửi báo cáo") if what == OPENED else Occasion(name, head)


HANDLER = Handler("period_news", wants, handle)
