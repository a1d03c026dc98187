"""A wave that was missed for too long is not made up for; who keeps the house hears of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.period import Period
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.model.wave import Wave, wave_named
from bot.outcome import Outcome
from bot.router import Handler
from handlers.moments import moment
from handlers.owing import owing_lines
from handlers.seen_token import PROMPT, token

_FAMILY = "missed:"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether waves were missed."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith(_FAMILY)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what admins and the officers of the top units are told."""
    named, _, last = incoming.token.removeprefix(_FAMILY).partition("|")
    name, _, rest = named.partition(":")
    period = next((one for one in await desk.records.periods() if one.id == name), None)
    waves = [wave for part in rest.split(",") if (wave := wave_named(name, part)) is not None]
    if period is None or period.closed is not None or not waves:
        return Outcome()
    return await missed(desk, period, waves, datetime.fromisoformat(last) if last else None)


async def missed(desk: Desk, period: Period, waves: Sequence[Wave], last: datetime | None) -> Outcome:
    """Returns that these waves were missed; nothing where nobody owes anything. ``last``: the last sign of life."""
    tree, today = await desk.records.tree(), desk.now.date()
    owed = {period.last_day(line.unit.level) for line in await owing_lines(desk, period, tree)}
    waves = [wave for wave in waves if wave.last_day in owed]
    if not waves:
        return Outcome()
    roots = tree.roots(today)
    officers = await desk.records.holders(RoleKind.OFFICER, [root.id for root in roots])
    people = {one.id: one for one in (*await desk.records.holders(RoleKind.ADMIN, [""]), *officers)}
    text, key = _text(desk, period, waves, last), f"lo:{period.id}:{waves[-1].name}"
    choices = tuple(Choice("Nhắc bây giờ", token(PROMPT, period.id, root.id)) for root in roots if len(roots) == 1)
    return Outcome(tuple(Reply(one.address, text, choices, key=f"{key}:{one.id}") for one in people.values()))


def _text(desk: Desk, period: Period, waves: Sequence[Wave], last: datetime | None) -> str:
    when = ", ".join(dict.fromkeys(_day(wave.days) for wave in waves))
    lines = [f"Đợt nhắc {when} của báo cáo {period.title} không chạy được vì máy nghỉ."]
    if last is not None:
        lines.append(f"Việc cuối cùng tôi làm được trước đó là ngày {moment(last, desk.now)}.")
    return "\n".join([*lines, "Đợt đã lỡ quá một ngày tôi không nhắc bù; các đợt sau vẫn nhắc đúng ngày."])


def _day(days: int) -> str:
    if days == 0:
        return "đúng ngày hạn"
    return f"trước hạn {-days} ngày" if days < 0 else f"sau hạn {days} ngày"


HANDLER = Handler("reminder_missed", wants, handle)
