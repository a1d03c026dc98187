"""A wave of reminders: who owes a report is written to, then their officers hear whom to call (DESIGN 2)."""

from datetime import date

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.period import Period
from bot.model.rhythm import GRACE
from bot.model.talk import Talk
from bot.model.watch import last_days
from bot.model.wave import Wave, wave_named
from bot.outcome import Outcome
from bot.router import Handler
from handlers.owing import owing, owing_lines, reminded_today
from handlers.reminded_anew import anew
from handlers.reminder_letters import Occasion, reminders
from handlers.reminder_lists import lists
from handlers.reminder_missed import missed, missed_for_long

_WAVE, _MISSED, _ANEW = "wave:", "missed:", "nhaclai:"
LISTS_FROM = -3
"""From this day before the deadline on, officers hear of it: earlier everybody still has time."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether a wave is due, was missed for too long, or a letter of one is to be written anew."""
    return incoming.kind is Kind.EVENT and incoming.token.startswith((_WAVE, _MISSED, _ANEW))


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the letters of the wave; nothing when its deadline was moved meanwhile, or the period is closed."""
    if incoming.token.startswith(_MISSED):
        return await missed_for_long(desk, incoming.token.removeprefix(_MISSED))
    if incoming.token.startswith(_ANEW):
        return await anew(desk, incoming.token.removeprefix(_ANEW))
    name, _, rest = incoming.token.removeprefix(_WAVE).partition(":")
    period = next((one for one in await desk.records.periods() if one.id == name), None)
    wave = wave_named(name, rest)
    if period is None or wave is None or wave.last_day not in last_days(period):
        return Outcome()
    if desk.now - desk.rhythm.moment(wave) > GRACE:
        return await missed(desk, period, (wave,), None)
    return await _made(desk, period, wave)


async def _made(desk: Desk, period: Period, wave: Wave) -> Outcome:
    tree = await desk.records.tree()
    lines = [one for one in await owing_lines(desk, period, tree) if _of(period, one.unit.level, wave.last_day)]
    owed = await owing(desk, period, tree, lines)
    before = await reminded_today(desk, period, tree)
    made = reminders(desk, period, [one for one in owed if one.unit.id not in before], Occasion(wave.name))
    if wave.days < LISTS_FROM:
        return made
    told = await lists(desk, period, tree, owed, wave, before)
    return Outcome((*made.replies, *told.replies), records=(*made.records, *told.records))


def _of(period: Period, level: str, day: date) -> bool:
    return period.last_day(level) == day


HANDLER = Handler("reminding", wants, handle)
