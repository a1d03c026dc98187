"""A wave that was missed for too long is not made up for; who keeps the house hears of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.desk import Desk
from bot.messages import Choice, Reply
from bot.model.period import Period
from bot.model.role import RoleKind
from bot.model.wave import Wave, wave_named
from bot.outcome import Outcome
from handlers.moments import moment
from handlers.owing import owing_lines
from handlers.seen_token import PROMPT, token


async def missed_for_long(desk: Desk, named: str) -> Outcome:
    """Returns what is told of the waves that an event names: "<period>:<wave>,…|<last sign of life>"."""
    waves_named, _, last = named.partition("|")
    name, _, rest = waves_named.partition(":")
    period = next((one for one in await desk.records.periods() if one.id == name), None)
    waves = [wave for part in rest.split(",") if (wave := wave_named(name, part)) is not None]
    if period is None or period.closed is not None:
        return Outcome()
    return await missed(desk, period, waves, datetime.fromisoformat(last) if last else None)


async def missed(desk: Desk, period: Period, waves: Sequence[Wave], last: datetime | None) -> Outcome:
    """Returns what admins and the officers of the top units are told; nothing where nobody owes anything.

    ``last`` is when the program last did something before, None where that is not known.
    """
    return await _told(desk, period, waves, partial(_text, desk, period, last=last), "lo")


async def not_delivered(desk: Desk, period: Period, wave: Wave) -> Outcome:
    """Returns what the same people are told, once for a wave, where letters of it could not be sent within a day."""
    return await _told(desk, period, [wave], partial(_late, period), "cham")


async def _told(
    desk: Desk, period: Period, waves: Sequence[Wave], words: Callable[[Sequence[Wave]], str], what: str
) -> Outcome:
    tree, today = await desk.records.tree(), desk.now.date()
    owed = {period.last_day(line.unit.level) for line in await owing_lines(desk, period, tree)}
    waves = [wave for wave in waves if wave.last_day in owed]
    if not waves:
        return Outcome()
    roots = tree.roots(today)
    officers = await desk.records.holders(RoleKind.OFFICER, [root.id for root in roots])
    people = {one.id: one for one in (*await desk.records.holders(RoleKind.ADMIN, [""]), *officers)}
    text, key = words(waves), f"{what}:{period.id}:{waves[-1].name}"
    choices = tuple(Choice("Nhắc bây giờ", token(PROMPT, period.id, root.id)) for root in roots if len(roots) == 1)
    return Outcome(tuple(Reply(one.address, text, choices, key=f"{key}:{one.id}") for one in people.values()))


def _late(period: Period, waves: Sequence[Wave]) -> str:
    when = ", ".join(_day(wave.days) for wave in waves)
    return (
        f"Đợt nhắc {when} của báo cáo {period.title} có người chưa nhận được, vì hơn một ngày qua tin không đi được.\n"
        "Tin nhắc cũ tôi bỏ; các đợt sau vẫn nhắc đúng ngày."
    )


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
