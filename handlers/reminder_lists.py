"""What officers hear after a wave: right above, who was reminded and whom to call; further above, the numbers."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.desk import Desk
from bot.messages import Choice, Reply
from bot.model.period import Period
from bot.model.person import Person
from bot.model.reminder import Reminded
from bot.model.reminder_letter import OVER, ReminderLetter
from bot.model.role import RoleKind
from bot.model.standing import Standing
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.model.wave import Wave
from bot.outcome import Outcome
from bot.reading.shown import shown
from handlers.contacts import Contact, contacts
from handlers.moments import standing_of
from handlers.owing import Owing
from handlers.role_words import told_apart
from handlers.seen_token import CALLS, STANDING, token

_NAMED = 12
_LINES = 8


async def lists(
    desk: Desk, period: Period, tree: Tree, owed: Sequence[Owing], wave: Wave, before: Collection[str]
) -> Outcome:
    """Returns a letter to every officer of the units right over those that owe, and of those over them.

    It is remembered like a reminder of these units: ``before`` are those that had theirs today.
    """
    today = desk.now.date()
    over: dict[str, list[Owing]] = {}
    for one in owed:
        if (above := tree.parent(one.unit.id, today)) is not None:
            over.setdefault(above.id, []).append(one)
    near = [unit for unit in tree.units if unit.id in over]
    far: dict[str, list[Unit]] = {}
    for unit in near:
        if (above := tree.parent(unit.id, today)) is not None:
            far.setdefault(above.id, []).append(unit)
    higher = [unit for unit in tree.units if unit.id in far]
    everybody = [*near, *(one for one in higher if one.id not in over)]
    found = {one.unit.id: one for one in await contacts(desk, tree, RoleKind.OFFICER, everybody)}
    told = {
        unit.id: [_numbers(period, unit, [(one, found[one.id], over[one.id]) for one in far[unit.id]], today)]
        for unit in higher
    }
    for unit in near:
        told[unit.id] = [_names(period, unit, over[unit.id], tree, today), *told.get(unit.id, ())]
    fresh = [found[name] for name in told if name not in before and found[name].people]
    replies = tuple(
        _letter(period, wave, one.unit, person, "\n\n".join(told[one.unit.id]))
        for one in fresh
        for person in one.people
    )
    units = tuple(one.unit.id for one in fresh)
    return Outcome(replies, records=(Reminded(period.id, wave.name, units, desk.now),) if units else ())


def _letter(period: Period, wave: Wave, unit: Unit, person: Person, text: str) -> Reply:
    choices = (
        Choice("Tình hình", token(STANDING, period.id, unit.id)),
        Choice("Gọi ai", token(CALLS, period.id, unit.id)),
    )
    key = ReminderLetter(period.id, wave.name, (f"{OVER}{unit.id}",), person.id).key
    return Reply(person.address, text, choices, bulk=True, key=key)


def _names(period: Period, over: Unit, owed: Sequence[Owing], tree: Tree, today: date) -> str:
    reached = [one for one in owed if one.leaders]
    alone = [one for one in owed if not one.leaders]
    lines = [_head(period, over, owed, today)]
    if reached:
        lines.append(f"Đã nhắc: {_told(reached, tree)}.")
    if alone:
        lines.append(f"Cần gọi, chưa có chi hội trưởng trên trợ lý: {_told(alone, tree)}.")
    return "\n".join(lines)


def _numbers(period: Period, over: Unit, parts: Sequence[tuple[Unit, Contact, list[Owing]]], today: date) -> str:
    owed = [one for _, _, some in parts for one in some]
    most = sorted(parts, key=lambda part: -len(part[2]))
    lines = [_head(period, over, owed, today)]
    lines += [_part(unit, officers, some) for unit, officers, some in most[:_LINES]]
    if left := most[_LINES:]:
        lines.append(f"và {len(left)} nơi nữa, còn {shown(sum(len(some) for _, _, some in left))}.")
    return "\n".join(lines)


def _head(period: Period, over: Unit, owed: Sequence[Owing], today: date) -> str:
    reached = sum(bool(one.leaders) for one in owed)
    day = min(period.last_day(one.unit.level) for one in owed)
    levels = {one.unit.level for one in owed}
    noun = levels.pop() if len(levels) == 1 else "đơn vị"
    told = f"Đã nhắc {shown(reached)}/{shown(len(owed))} {noun} chưa xong báo cáo {period.title}."
    return f"{told}\n{over.name}. Hạn: {standing_of(day, today)}."


def _part(unit: Unit, officers: Contact, owed: Sequence[Owing]) -> str:
    alone = sum(not one.leaders for one in owed)
    told = f"- {unit.short}: còn {len(owed)}"
    told = f"{told}, cần gọi {alone}" if alone else told
    return told if officers.people else f"{told} (chưa có cán bộ trên trợ lý)"


def _told(owed: Sequence[Owing], tree: Tree) -> str:
    names = told_apart([one.unit for one in owed[:_NAMED]], tree)
    told = [f"{name}{_state(one)}" for name, one in zip(names, owed, strict=False)]
    return f"{', '.join(told)}{f' và {len(owed) - _NAMED} nơi nữa' if len(owed) > _NAMED else ''}"


def _state(one: Owing) -> str:
    return {Standing.DRAFT: " (đang nhập)", Standing.RETURNED: " (trả lại)"}.get(one.stand.state, "")
