"""A period is proposed with all that it would be, and opened when the officer presses the button."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.audit import Audit
from bot.model.opening import Opening
from bot.model.period import LevelDeadline, Period, Span, period_id, period_title
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.reading.period_wish import Wish
from bot.records import Expected
from handlers.moments import shown_day
from handlers.period_news import OPENED, REOPENED, news
from handlers.period_rights import Right
from handlers.period_token import FAMILY, fits, token
from handlers.period_words import WHICH, about, counted, deadlines, flawed, forms_named, how_to, reported, titled
from handlers.telling import remark
from handlers.turnout_of import turnout_of

DEFAULT_FORM = "cuoc-van-dong"
NOT = Choice("Thôi", f"{FAMILY}:thoi")
_EARLIER = timedelta(days=7)
"""So much earlier than the whole the chi hội are proposed to report."""


async def proposed(incoming: Incoming, desk: Desk, right: Right, wish: Wish) -> Outcome:
    """Returns what would be opened, or what is still to be said."""
    today, tree = desk.now.date(), await desk.records.tree()
    if wish.span is None or wish.year is None:
        return remark(incoming, f"{WHICH}\n{how_to(today)}", () if wish.deadline else _usual(today))
    if not right.leaves(tree, desk):
        return remark(incoming, "Chưa có đơn vị nào trong danh sách. Quản trị viên cần nạp danh sách đơn vị trước.")
    known = next((one for one in await desk.records.periods() if one.id == period_id(wish.span, wish.year)), None)
    if known is not None:
        return await _known(incoming, desk, known, wish)
    forms = wish.forms or (DEFAULT_FORM,)
    opening, head = _with_suggested(wish, wish.span, wish.year, forms, desk, right.leaves(tree, desk))
    if opening is None:
        title = period_title(wish.span, wish.year)
        return remark(incoming, f"Đồng chí cho tôi hạn nộp của kỳ {title}, ví dụ:\n{_example(wish.span, wish.year)}")
    return await _shown(incoming, desk, right, opening, head)


async def _shown(incoming: Incoming, desk: Desk, right: Right, opening: Opening, head: str) -> Outcome:
    today, tree = desk.now.date(), await desk.records.tree()
    if wrong := _wrong(opening, tree, today):
        return remark(incoming, wrong)
    lines = [
        f"Tôi sẽ mở kỳ báo cáo {opening.title}.",
        f"Nội dung: {forms_named(opening.forms, desk.forms)}.",
        *deadlines(opening, today),
        f"Phải báo: {counted(right.leaves(tree, desk))}.",
        *([head] if head else []),
    ]
    return remark(incoming, "\n".join(lines), (Choice("Mở kỳ", token("mo", opening)), NOT))


async def opened(incoming: Incoming, desk: Desk, right: Right, opening: Opening) -> Outcome:
    """Returns that the period is open: written down with the units that have to report in it."""
    today, tree = desk.now.date(), await desk.records.tree()
    known = next((one for one in await desk.records.periods() if one.id == opening.id), None)
    if known is not None:
        return remark(incoming, f"Kỳ này đã có.\n{about(known, None, today)}")
    if wrong := _wrong(opening, tree, today):
        return remark(incoming, wrong)
    leaves = right.leaves(tree, desk)
    period = Period(
        id=opening.id,
        title=opening.title,
        span=opening.span,
        year=opening.year,
        forms=opening.forms,
        deadline=opening.deadline,
        levels=opening.levels,
        opened=desk.now,
        opened_by=right.person.id,
    )
    audit = Audit(right.person.id, "period.opened", period.id, desk.now, incoming.address.channel)
    text = (
        f"Đã mở kỳ báo cáo {period.title}, hạn {shown_day(period.deadline)}.\n"
        f'{titled(counted(leaves))} nhắn "báo cáo" là nộp được.\n'
        'Đồng chí nhắn "các kỳ báo cáo" để xem đã nộp bao nhiêu.'
    )
    expected = Expected(period.id, tuple(leaf.id for leaf in leaves))
    return Outcome(
        (Reply(incoming.address, text),), records=(period, expected, audit), later=(news(desk, OPENED, period),)
    )


async def reopened(incoming: Incoming, desk: Desk, right: Right, opening: Opening) -> Outcome:
    """Returns that a closed period takes reports again."""
    today = desk.now.date()
    known = next((one for one in await desk.records.periods() if one.id == opening.id), None)
    if known is None or known.closed is None:
        return remark(incoming, "Kỳ này không còn đóng, nên tôi không đổi gì.")
    period = replace(known, closed=None, deadline=opening.deadline, levels=opening.levels)
    audit = Audit(right.person.id, "period.reopened", period.id, desk.now, incoming.address.channel)
    text = "\n".join([f"Đã mở lại kỳ báo cáo {period.title}.", *deadlines(period, today)])
    return Outcome((Reply(incoming.address, text),), records=(period, audit), later=(news(desk, REOPENED, period),))


async def _known(incoming: Incoming, desk: Desk, known: Period, wish: Wish) -> Outcome:
    """A period that is open is not opened again; one that is closed may be."""
    today = desk.now.date()
    told = reported(await turnout_of(desk, known))
    if known.closed is None:
        later = wish.deadline if wish.deadline and wish.deadline > known.deadline else None
        day = later or max(today, known.deadline) + _EARLIER
        change = f"gia hạn kỳ {known.title} đến {shown_day(day)}"
        return remark(
            incoming, f'Kỳ này đã mở rồi.\n{about(known, None, today)}\n{told}\nMuốn thêm ngày, nhắn: "{change}".'
        )
    levels = known.levels if wish.deadline is None else _earlier(wish.levels, wish.deadline)
    again = Opening(known.span, known.year, known.forms, wish.deadline or known.deadline, levels)
    closed = known.closed.astimezone(desk.now.tzinfo).date()
    lines = [f"Kỳ báo cáo {known.title} đã đóng ngày {shown_day(closed)}. {told}", *deadlines(again, today)]
    if again.deadline < today:
        lines.append("Mở lại thì báo cáo nộp từ nay ghi là trễ. Muốn có hạn mới, đồng chí nhắn kèm ngày.")
    return remark(incoming, "\n".join(lines), (Choice("Mở lại", token("lai", again)), NOT))


def _with_suggested(
    wish: Wish, span: Span, year: int, forms: tuple[str, ...], desk: Desk, leaves: list[Unit]
) -> tuple[Opening | None, str]:
    """Returns the proposal; where no deadline was said, with that of the plans, and then whose it is."""
    if wish.deadline is not None:
        return Opening(span, year, forms, wish.deadline, _earlier(wish.levels, wish.deadline)), ""
    due = [
        (date(year, one.month, one.day), form.plan)
        for form in desk.forms
        if form.id in forms
        for one in form.due
        if one.span is span
    ]
    day, plan = min(due, default=(date.min, ""))
    if day < desk.now.date():
        return None, ""
    head = f"Đồng chí chưa nói hạn, tôi lấy theo {plan}."
    levels = wish.levels or _suggested(leaves, day, desk.now.date())
    return Opening(span, year, forms, day, _earlier(levels, day)), head


def _suggested(leaves: list[Unit], deadline: date, today: date) -> tuple[LevelDeadline, ...]:
    [(level, _), *_] = Counter(leaf.level for leaf in leaves).most_common()
    day = deadline - _EARLIER
    return (LevelDeadline(level, day),) if day >= today else ()


def _earlier(levels: tuple[LevelDeadline, ...], deadline: date) -> tuple[LevelDeadline, ...]:
    """Returns the levels whose day is another than the whole's."""
    return tuple(one for one in levels if one.day != deadline)


def _wrong(opening: Opening, tree: Tree, today: date) -> str:
    """Returns why it cannot be opened so, "" when it can."""
    if flaw := opening.flaw(today):
        return flawed(flaw, opening, today)
    if strange := [one.level for one in opening.levels if one.level not in levels_of(tree, today)]:
        return f"Hội hiện không có cấp {strange[0]}. Các cấp đang có: {', '.join(levels_of(tree, today))}."
    return "" if fits(opening) else "Nhiều hạn riêng quá, tôi chưa ghi được trong một lần."


def levels_of(tree: Tree, today: date) -> list[str]:
    """Returns the levels of the units that there are, from the top."""
    return list(dict.fromkeys(unit.level for root in tree.roots(today) for unit in tree.below(root.id, today)))


def _usual(today: date) -> tuple[Choice, ...]:
    year = today.year
    return tuple(
        Choice(titled(period_title(span, year)), f"{FAMILY}:xem:{period_id(span, year)}")
        for span in (Span.HALF, Span.YEAR)
    )


def _example(span: Span, year: int) -> str:
    return f"mở kỳ báo cáo {period_title(span, year)}, hạn 25/{_MONTH[span]}"


_MONTH = {
    Span.HALF: 6,
    Span.YEAR: 12,
    Span.NINE: 9,
    Span.QUARTER1: 3,
    Span.QUARTER2: 6,
    Span.QUARTER3: 9,
    Span.QUARTER4: 12,
}
"""The last month of each span."""
