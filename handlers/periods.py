"""Reporting periods: officers open, close and extend them; everybody may see which are open."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.period import Span
from bot.model.periods import taking
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.period import deed, wish
from bot.reading.period_wish import Deed, Wish
from bot.router import Handler
from handlers.answering import asked
from handlers.joining import NO_WORDS, YES_WORDS
from handlers.period_changing import asked_to_close, asked_to_extend, closed, closing, extended, extending
from handlers.period_opening import NOT, levels_of, opened, proposed, reopened
from handlers.period_rights import Right, refusal, right_of
from handlers.period_token import FAMILY, opening_of, verb_of
from handlers.period_words import about, doubted, how_to
from handlers.telling import remark, tell
from handlers.turnout_of import turnout_of
from handlers.typed import pressed, typed

_YES = (*YES_WORDS, "dong", "dong ky", "dong lai", "dong di", "mo", "mo di", "mo ky", "mo lai", "gia han", "dung")
_MOST = 5
"""Periods in a list: older ones are in the exports."""

_GONE = "Nút đó không dùng được nữa, nên tôi không đổi gì. Đồng chí nhắn lại cả câu giúp tôi."
_NOTHING_DONE = "Vâng, tôi không đổi gì."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody speaks of opening, closing, extending or seeing periods."""
    return (
        pressed(incoming, FAMILY)
        or _agreed(incoming, talk) is not None
        or (incoming.kind is Kind.TEXT and deed(incoming.text) is not None)
    )


def _agreed(incoming: Incoming, talk: Talk) -> Choice | None:
    """Returns what a plain yes or no means, or the verb alone, where a screen asks whether a period is to change."""
    if NOT not in talk.screen or not typed(incoming, *_YES, *NO_WORDS):
        return None
    return NOT if typed(incoming, *NO_WORDS) else talk.screen[0]


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the periods, what would be done, or that it is done; whom to ask, for those who may not."""
    if (choice := _agreed(incoming, desk.talk)) is not None:
        incoming = replace(incoming, kind=Kind.PRESS, token=choice.token)
    today = desk.now.date()
    levels = levels_of(await desk.records.tree(), today)
    wanted = wish(incoming.text, today, levels, {form.id: form.names for form in desk.forms})
    if incoming.kind is Kind.TEXT and (wanted is None or wanted.deed is Deed.LIST):
        return await _listed(incoming, desk)
    right = await right_of(incoming, desk)
    if right is None:
        return remark(incoming, await refusal(incoming, desk))
    if incoming.kind is Kind.PRESS or wanted is None:
        return await _pressed(incoming, desk, right, levels)
    return await _spoken(incoming, desk, right, wanted)


async def _spoken(incoming: Incoming, desk: Desk, right: Right, wanted: Wish) -> Outcome:
    if wanted.deed is Deed.HOW:
        return remark(incoming, how_to(desk.now.date()))
    if wanted.doubt is not None:
        return remark(incoming, doubted(wanted))
    match wanted.deed:
        case Deed.CLOSE:
            return await closing(incoming, desk, wanted)
        case Deed.EXTEND:
            return await extending(incoming, desk, wanted)
    return await proposed(incoming, desk, right, wanted)


async def _pressed(incoming: Incoming, desk: Desk, right: Right, levels: list[str]) -> Outcome:
    verb, name = verb_of(incoming.token)
    match verb:
        case "thoi":
            return remark(incoming, _NOTHING_DONE)
        case "dong?":
            return await asked_to_close(incoming, desk, name)
        case "dong":
            return await closed(incoming, desk, right, name)
        case "xem":
            return await _usual(incoming, desk, right, name)
    opening = opening_of(incoming.token, (form.id for form in desk.forms), levels)
    match verb, opening:
        case _, None:
            return remark(incoming, _GONE)
        case "mo", _:
            return await opened(incoming, desk, right, opening)
        case "lai", _:
            return await reopened(incoming, desk, right, opening)
        case "han?", _:
            return await asked_to_extend(incoming, desk, opening)
        case "han", _:
            return await extended(incoming, desk, right, opening)
    return remark(incoming, _GONE)


async def _usual(incoming: Incoming, desk: Desk, right: Right, name: str) -> Outcome:
    """One of the usual periods was chosen, without a word about its days."""
    span, _, year = name.rpartition("-")
    if span not in list(Span) or not year.isdecimal() or len(year) != len("2026"):
        return remark(incoming, _GONE)
    return await proposed(incoming, desk, right, Wish(Deed.OPEN, Span(span), int(year)))


async def _listed(incoming: Incoming, desk: Desk) -> Outcome:
    """Members see which periods are open, officers also how many have reported. Without any, the plans may answer."""
    person = await desk.records.person_at(incoming.address)
    office = person is not None and (person.has(RoleKind.OFFICER) or person.has(RoleKind.ADMIN))
    every = await desk.records.periods()
    periods = every if office else taking(every)
    if not periods and person is None:
        return asked(incoming, desk, incoming.text)
    if not periods:
        how = f"\n{how_to(desk.now.date())}" if await right_of(incoming, desk) else ""
        return remark(incoming, f"Chưa có kỳ báo cáo nào đang mở.{how}")
    lines = [about(one, await turnout_of(desk, one) if office else None, desk.now.date()) for one in periods[:_MOST]]
    return tell(incoming, desk, "\n".join(["Các kỳ báo cáo:", *lines]))


HANDLER = Handler("periods", wants, handle)
