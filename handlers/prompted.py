"""Whom an officer can remind now under a unit, and what is written down when it is done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Address, Choice, Reply
from bot.model.audit import Audit
from bot.model.period import Period
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.roll import RollLine
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.reading.shown import shown
from handlers.contacts import contacts
from handlers.looked_at import Look
from handlers.owing import Owing, owing, owing_lines, reminded_today
from handlers.reminder_letters import Occasion, reminders
from handlers.seen_token import PROMPT, token


@dataclass(frozen=True, slots=True)
class Prompt:
    """Those that can be reminded; how many were today already, and how many have nobody on the assistant."""

    now: tuple[Owing, ...] = ()
    today: int = 0
    alone: int = 0

    @property
    def noun(self) -> str:
        """Returns what they are called together: "chi hội"."""
        levels = Counter(one.unit.level for one in self.now)
        return next(iter(levels)) if len(levels) == 1 else "đơn vị"


async def prompted(desk: Desk, period: Period, tree: Tree, top: Unit) -> Prompt:
    """Returns whom to remind under a unit, or the unit itself. Nobody once the period is closed."""
    if period.closed is not None:
        return Prompt()
    day = desk.now.date()
    lines = [one for one in await owing_lines(desk, period, tree) if tree.within(one.unit.id, top.id, day)]
    before = await reminded_today(desk, period, tree)
    left = await owing(desk, period, tree, [one for one in lines if one.unit.id not in before])
    reached = tuple(one for one in left if one.leaders)
    return Prompt(reached, len(lines) - len(left), len(left) - len(reached))


async def prompt_choice(desk: Desk, look: Look, owed: Sequence[RollLine]) -> tuple[Choice, ...]:
    """Returns the choice that reminds those of these units that can be now, () where none is left."""
    if look.period.closed is not None:
        return ()
    before = await reminded_today(desk, look.period, look.tree)
    some = [one.unit for one in owed if one.unit.id not in before]
    left = [one.unit for one in await contacts(desk, look.tree, RoleKind.LEADER, some) if one.people]
    levels = {unit.level for unit in left}
    label = f"Nhắc {shown(len(left))} {levels.pop() if len(levels) == 1 else 'đơn vị'}"
    return (Choice(label, token(PROMPT, look.period.id, look.unit.id)),) if left else ()


def remembered(
    desk: Desk, period: Period, unit: Unit, prompt: Prompt, officer: Person, told: str, answer: Address
) -> Outcome:
    """Returns the reminders, what the officer is told, and the entry of the audit."""
    made = reminders(desk, period, prompt.now, Occasion(f"tay:{desk.now.date().isoformat()}"))
    note = f"{period.id}: {len(prompt.now)}"
    audit = Audit(officer.id, "reminders.sent", unit.id, desk.now, answer.channel, note)
    records = (*made.records, audit) if prompt.now else ()
    return Outcome((Reply(answer, told), *made.replies), records=records)
