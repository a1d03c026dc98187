"""Who owes a report in a period, with all that a reminder says about it: a handful of queries for thousands."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Desk
from bot.dialog.draft import Draft
from bot.model.period import Period
from bot.model.person import Person
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.roll import RollLine
from bot.model.standing import Stand, Standing
from bot.model.submission import SubmissionState
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.roll_call import roll_call
from handlers.contacts import contacts


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that owes a report: its leaders on the assistant, its drafts, and why reports were sent back to it."""

    unit: Unit
    stand: Stand
    leaders: tuple[Person, ...]
    drafts: tuple[Draft, ...] = ()
    returned: tuple[Review, ...] = ()


async def owing_lines(desk: Desk, period: Period, tree: Tree) -> list[RollLine]:
    """Returns the lines of the units that owe a report and are still there to hand it in."""
    today = desk.now.date()
    roll = await roll_call(desk.records, period, tree, today)
    return [line for line in roll.lines if line.stand.owed and line.unit.alive(today)]


async def owing(desk: Desk, period: Period, tree: Tree, lines: Sequence[RollLine]) -> tuple[Owing, ...]:
    """Returns what these units owe."""
    leaders = await contacts(desk, tree, RoleKind.LEADER, [line.unit for line in lines])
    drafts: defaultdict[str, list[Draft]] = defaultdict(list)
    if begun := [line.unit.id for line in lines if line.stand.state is Standing.DRAFT]:
        for draft in await desk.records.drafts(period.id, begun):
            drafts[draft.key.unit].append(draft)
    reviews: defaultdict[str, dict[str, Review]] = defaultdict(dict)
    if back := [line.unit.id for line in lines if line.stand.state is Standing.RETURNED]:
        for review in await desk.records.reviews(period.id, back):
            reviews[review.key.unit][review.key.form] = review
    return tuple(
        Owing(
            unit=line.unit,
            stand=line.stand,
            leaders=leader.people,
            drafts=tuple(drafts[line.unit.id]),
            returned=tuple(one for one in reviews[line.unit.id].values() if one.state is SubmissionState.RETURNED),
        )
        for line, leader in zip(lines, leaders, strict=True)
    )


async def reminded_today(desk: Desk, period: Period, tree: Tree) -> frozenset[str]:
    """Returns the units that were reminded today, or what those were merged into since."""
    today = desk.now.date()
    names = await desk.records.reminded(period.id, desk.rhythm.morning(today))
    return frozenset(heir.id for name in names if (heir := tree.heir(name, today)) is not None)
