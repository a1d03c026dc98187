"""A period is closed, or given more days: shown first, done when the officer presses the button."""

from dataclasses import replace
from datetime import date

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.opening import Flaw, Opening
from bot.model.period import LevelDeadline, Period
from bot.outcome import Outcome
from bot.reading.period_wish import Wish
from handlers.moments import shown_day, standing_of
from handlers.period_news import CLOSED, EXTENDED, news
from handlers.period_opening import NOT, levels_of
from handlers.period_rights import Right
from handlers.period_token import FAMILY, fits, token
from handlers.period_words import deadlines, flawed, reported, titled
from handlers.telling import remark
from handlers.turnout_of import turnout_of

_NONE_OPEN = "Hiện không có kỳ báo cáo nào đang mở."
_CHANGED = "Kỳ này đã đổi từ lúc đồng chí xem, nên tôi không đổi gì."


async def closing(incoming: Incoming, desk: Desk, wish: Wish) -> Outcome:
    """Returns the question whether a period is to be closed, or which one."""
    found = await _meant(desk, wish)
    if isinstance(found, str):
        return remark(incoming, found)
    if len(found) > 1:
        choices = [Choice(titled(one.title), f"{FAMILY}:dong?:{one.id}") for one in found]
        return remark(incoming, "Đồng chí đóng kỳ nào?", choices)
    return await asked_to_close(incoming, desk, found[0].id)


async def asked_to_close(incoming: Incoming, desk: Desk, name: str) -> Outcome:
    """Returns the question whether this period is to be closed."""
    period = await _open_one(desk, name)
    if period is None:
        return remark(incoming, _CHANGED)
    today = desk.now.date()
    lines = [
        f"Đồng chí muốn đóng kỳ báo cáo {period.title}?",
        f"{reported(await turnout_of(desk, period))} Hạn: {standing_of(period.deadline, today)}.",
        "Đóng rồi thì các đơn vị không nộp, không sửa được nữa; cán bộ vẫn sửa được.",
    ]
    return remark(incoming, "\n".join(lines), (Choice("Đóng kỳ", f"{FAMILY}:dong:{name}"), NOT))


async def closed(incoming: Incoming, desk: Desk, right: Right, name: str) -> Outcome:
    """Returns that the period is closed."""
    period = await _open_one(desk, name)
    if period is None:
        return remark(incoming, _CHANGED)
    audit = Audit(right.person.id, "period.closed", name, desk.now, incoming.address.channel)
    again = f'Muốn mở lại, đồng chí nhắn "mở lại kỳ {period.title}".'
    text = f"Đã đóng kỳ báo cáo {period.title}. {reported(await turnout_of(desk, period))}\n{again}"
    over = replace(period, closed=desk.now)
    return Outcome((Reply(incoming.address, text),), records=(over, audit), later=(news(desk, CLOSED, over),))


async def extending(incoming: Incoming, desk: Desk, wish: Wish) -> Outcome:
    """Returns the question whether a period gets these days, or which period, or until when."""
    found = await _meant(desk, wish)
    if isinstance(found, str):
        return remark(incoming, found)
    if wish.deadline is None and not wish.levels:
        example = f"gia hạn kỳ {found[0].title} đến 10/6"
        return remark(incoming, f"Đồng chí muốn gia hạn đến ngày nào? Đồng chí nhắn, ví dụ:\n{example}")
    wanted = [(one, _extended(one, wish)) for one in found]
    if len(wanted) > 1:
        choices = [Choice(titled(one.title), token("han?", opening)) for one, opening in wanted if fits(opening)]
        return remark(incoming, "Đồng chí gia hạn kỳ nào?", choices)
    return await asked_to_extend(incoming, desk, wanted[0][1])


async def asked_to_extend(incoming: Incoming, desk: Desk, opening: Opening) -> Outcome:
    """Returns the question whether the period gets these days."""
    period, today = await _extendable(desk, opening), desk.now.date()
    if isinstance(period, str):
        return remark(incoming, period)
    lines = [f"Đồng chí muốn đổi hạn kỳ báo cáo {period.title}?", f"Hạn cũ: {shown_day(period.deadline)}."]
    lines += _days(period, opening, today)
    return remark(incoming, "\n".join(lines), (Choice("Gia hạn", token("han", opening)), NOT))


async def extended(incoming: Incoming, desk: Desk, right: Right, opening: Opening) -> Outcome:
    """Returns that the period has its new days."""
    period, today = await _extendable(desk, opening), desk.now.date()
    if isinstance(period, str):
        return remark(incoming, period)
    audit = Audit(
        right.person.id, "period.extended", period.id, desk.now, incoming.address.channel, opening.deadline.isoformat()
    )
    text = "\n".join([f"Đã gia hạn kỳ báo cáo {period.title}.", *_days(period, opening, today)])
    changed = replace(period, deadline=opening.deadline, levels=opening.levels)
    levels = levels_of(await desk.records.tree(), today)
    days = [day for level in levels if (day := changed.last_day(level)) != period.last_day(level)]
    return Outcome(
        (Reply(incoming.address, text),), records=(changed, audit), later=(news(desk, EXTENDED, changed, days),)
    )


async def _meant(desk: Desk, wish: Wish) -> list[Period] | str:
    """Returns the open periods that may be meant, the latest first, or why there is none."""
    periods = await desk.records.periods()
    named = [one for one in periods if wish.span in (None, one.span) and wish.year in (None, one.year)]
    still = [one for one in named if one.closed is None]
    if still:
        return still
    if named and (wish.span or wish.year):
        return f"Kỳ báo cáo {named[0].title} đã đóng rồi."
    if wish.span is not None and wish.year is not None:
        return f"Chưa có kỳ báo cáo {Opening(wish.span, wish.year, (), date.max).title}."
    return _NONE_OPEN


async def _open_one(desk: Desk, name: str) -> Period | None:
    return next((one for one in await desk.records.periods() if one.id == name and one.closed is None), None)


def _extended(period: Period, wish: Wish) -> Opening:
    """Returns the period with the days that were said; a level that was not named keeps its own."""
    deadline = wish.deadline or max([period.deadline, *(one.day for one in wish.levels)])
    said = {one.level: one.day for one in wish.levels}
    kept = [one for one in period.levels if one.level not in said]
    levels = [*kept, *(LevelDeadline(level, day) for level, day in said.items())]
    return Opening(period.span, period.year, period.forms, deadline, tuple(one for one in levels if one.day < deadline))


def _days(period: Period, opening: Opening, today: date) -> list[str]:
    """Returns the lines about the days, those that stay as they were named as such."""
    new = replace(opening, levels=tuple(one for one in opening.levels if one not in period.levels))
    kept = [one for one in opening.levels if one in period.levels]
    lines = deadlines(new, today)
    if opening.deadline != period.deadline:
        lines[0] = lines[0].replace("Hạn chung", "Hạn mới")
    return [*lines, *(f"{titled(one.level)} vẫn theo hạn {standing_of(one.day, today)}." for one in kept)]


async def _extendable(desk: Desk, opening: Opening) -> Period | str:
    """Returns the period that can get these days, or why none can."""
    period = await _open_one(desk, opening.id)
    return _CHANGED if period is None else await _wrong(desk, period, opening, desk.now.date()) or period


async def _wrong(desk: Desk, period: Period, opening: Opening, today: date) -> str:
    """Returns why the days cannot be so. A level's day that has passed may stay as it is."""
    kept = {one for one in opening.levels if one in period.levels}
    new = replace(opening, levels=tuple(one for one in opening.levels if one not in kept))
    flaw = new.flaw(today)
    if flaw and not (flaw[0] is Flaw.PAST and not flaw[2] and opening.deadline == period.deadline):
        return flawed(flaw, opening, today)
    if opening.deadline < period.deadline:
        return f"Hạn hiện nay là {shown_day(period.deadline)}. Hạn mới phải sau ngày đó."
    if opening.deadline == period.deadline and not new.levels:
        return f"Hạn của kỳ {period.title} đã là {shown_day(period.deadline)} rồi."
    levels = levels_of(await desk.records.tree(), today)
    strange = [one.level for one in new.levels if one.level not in levels]
    return f"Hội hiện không có cấp {strange[0]}. Các cấp đang có: {', '.join(levels)}." if strange else ""
