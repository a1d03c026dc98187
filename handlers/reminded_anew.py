"""A reminder that waited too long to be true is written anew: for the same person, as things stand now."""

from dataclasses import replace
from datetime import date

from bot.desk import Desk
from bot.model.reminder_letter import reminder_letter
from bot.model.rhythm import GRACE
from bot.model.wave import wave_named
from bot.outcome import Outcome
from handlers.owing import owing, owing_lines, reminded_today
from handlers.period_news import occasion_of
from handlers.reminder_letters import reminders
from handlers.reminder_missed import not_delivered


async def anew(desk: Desk, said: str) -> Outcome:
    """Returns the letter that stands for one of an earlier day or of more units: "<day>:<its key>".

    A wave that is more than a day old is not made up for; the office hears of it once.
    """
    day, _, key = said.partition(":")
    letter = reminder_letter(key)
    period = next((one for one in await desk.records.periods() if letter and one.id == letter.period), None)
    if letter is None or period is None or letter.over(period):
        return Outcome()
    wave = wave_named(period.id, letter.occasion)
    if wave is not None and desk.now - desk.rhythm.moment(wave) > GRACE:
        return await not_delivered(desk, period, wave)
    tree, today = await desk.records.tree(), desk.now.date()
    heirs = {heir.id for name in letter.units if (heir := tree.heir(name, today)) is not None}
    lines = [line for line in await owing_lines(desk, period, tree) if line.unit.id in heirs]
    # What this very letter was about was not reminded by it; by another one it may have been.
    before = await reminded_today(desk, period, tree)
    fresh = frozenset(letter.units) if date.fromisoformat(day) == today else frozenset[str]()
    lines = [line for line in lines if line.unit.id in fresh or line.unit.id not in before]
    owed = [
        replace(one, leaders=tuple(leader for leader in one.leaders if leader.id == letter.person))
        for one in await owing(desk, period, tree, lines)
    ]
    return reminders(desk, period, owed, occasion_of(letter.occasion, period))
