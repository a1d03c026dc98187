"""What is said of how a period stands: how many have reported, who has not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.model.divided import Part
from bot.model.period import Period
from bot.model.roll import Roll, RollLine
from bot.model.standing import Stand, Standing
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.reading.shown import shown
from handlers.moments import shown_day, standing_of
from handlers.role_words import told_apart

FEW = 12
"""So many names are told one by one; where more are missing, the units right under are."""

_LINES = 8
_NAMED = 3


def said(stand: Stand) -> str:
    """Returns a state as officers call it: "chưa báo, trễ"."""
    return f"{stand.state.value}, trễ" if stand.late else stand.state.value


def counted(roll: Roll) -> str:
    """Returns how many have reported: "37/44 chi hội đã nộp (84 %), 3 đang nhập, 4 chưa báo"."""
    turnout = roll.turnout
    accepted, returned = (len(roll.where(state)) for state in (Standing.ACCEPTED, Standing.RETURNED))
    share = f"{shown(turnout.submitted)}/{shown(turnout.expected)}"
    told = f"{share} {noun(roll)} đã nộp ({turnout.percent} %)"
    within = _some((accepted, "đã duyệt"), (returned, "trả lại"))
    left = _some((turnout.drafts, "đang nhập"), (turnout.missing, "chưa báo"))
    if not within:
        return f"{told}, {left}" if left else told
    return f"{told}, trong đó {within}; còn {left}" if left else f"{told}, trong đó {within}"


def until(period: Period, roll: Roll, now: datetime) -> list[str]:
    """Returns the lines about the deadline, and who is late."""
    if period.closed is not None:
        lines = [f"Kỳ đã đóng ngày {shown_day(period.closed.astimezone(now.tzinfo).date())}."]
    else:
        lines = [f"Hạn: {standing_of(period.last_day(_level(roll)), now.date())}."]
    owing = sum(line.stand.late and line.stand.owed for line in roll.lines)
    late = sum(line.stand.late and not line.stand.owed for line in roll.lines)
    told = _some((owing, "chưa xong"), (late, "nộp muộn"))
    return [*lines, f"Trễ hạn: {told}."] if told else lines


def names(lines: Sequence[RollLine], top: Unit, tree: Tree, day: date) -> list[str]:
    """Returns who owes something, a line for each state, those of one commune together."""
    told = []
    for state in (Standing.MISSING, Standing.DRAFT, Standing.RETURNED):
        units = [line.unit for line in lines if line.stand.state is state]
        if units:
            head = f"{state.value[:1].upper()}{state.value[1:]}"
            rest = f" và {len(units) - FEW} nơi nữa" if len(units) > FEW else ""
            told.append(f"{head}: {_grouped(units[:FEW], top, tree, day)}{rest}.")
    return told


def parts_told(parts: Sequence[Part]) -> list[str]:
    """Returns the units right under one, worst first: "xã Vân Trà 7/8, còn 1: thôn Trung Đông"."""
    owing = [part for part in parts if part.owed]
    lines = [f"- {_part(part)}" for part in owing[:_LINES]]
    if len(owing) > _LINES:
        lines.append(f"và {_levels(part.unit for part in owing[_LINES:])} nữa còn thiếu.")
    full = [part.unit for part in parts if not part.owed]
    return [*lines, f"Đã đủ: {_levels(full)}."] if full else lines


def noun(roll: Roll) -> str:
    """Returns what the units of a roll are called together: "chi hội"."""
    levels = {line.unit.level for line in roll.lines}
    return levels.pop() if len(levels) == 1 else "đơn vị"


def _part(part: Part) -> str:
    turnout = part.roll.turnout
    if part.own:
        return f"{part.unit.short}: {said(part.roll.lines[0].stand)}"
    told = f"{part.unit.short} {turnout.submitted}/{turnout.expected}"
    if len(part.owed) <= _NAMED:
        return f"{told}, còn {len(part.owed)}: {', '.join(line.unit.short for line in part.owed)}"
    return f"{told}, {turnout.drafts} đang nhập" if turnout.drafts else told


def _grouped(units: Sequence[Unit], top: Unit, tree: Tree, day: date) -> str:
    under: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        under[(*tree.path(unit.id, day), "", "")[1]].append(unit)
    told = []
    for name, some in under.items():
        over = tree.find(name)
        where = f" ({over.short})" if over is not None and name != top.id else ""
        told.append(f"{', '.join(told_apart(some, tree))}{where}")
    return "; ".join(told)


def _some(*counts: tuple[int, str]) -> str:
    """Returns what there is any of: "3 đang nhập, 4 chưa báo"."""
    return ", ".join(f"{shown(count)} {words}" for count, words in counts if count)


def _level(roll: Roll) -> str:
    return Counter(line.unit.level for line in roll.lines).most_common(1)[0][0]


def _levels(units: Iterable[Unit]) -> str:
    return ", ".join(f"{count} {level}" for level, count in Counter(unit.level for unit in units).most_common())
