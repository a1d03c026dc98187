"""What leaders are told about their reports, and who it is that tells them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.desk import Desk
from bot.dialog.form import Form
from bot.messages import Choice, Reply
from bot.model.period import Period
from bot.model.person import Person
from bot.model.review import Review
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit
from handlers.own_units import takes_over
from handlers.report_returned import in_question, mend_now
from handlers.role_words import TITLES


class Leaders:
    """The leaders of some units, or of what these were merged into. Who decides is not told of it."""

    def __init__(self, people: Iterable[Person], tree: Tree, desk: Desk, decider: Person) -> None:
        self._by_unit: defaultdict[str, list[Person]] = defaultdict(list)
        for one in people:
            for name in one.units(RoleKind.LEADER) if one.id != decider.id else ():
                self._by_unit[name].append(one)
        self._tree = tree
        self._desk = desk

    def of(self, unit: Unit) -> list[Person]:
        """Returns the leaders of a unit."""
        return list(self._by_unit[_now(unit, self._tree, self._desk)])


async def leaders(desk: Desk, units: Sequence[Unit], decider: Person) -> Leaders:
    """Returns the leaders of these units, all read at once."""
    tree = await desk.records.tree()
    people = await desk.records.holders(RoleKind.LEADER, [_now(unit, tree, desk) for unit in units])
    return Leaders(people, tree, desk, decider)


def _now(unit: Unit, tree: Tree, desk: Desk) -> str:
    heir = takes_over(unit.id, tree, desk)
    return heir.id if heir is not None else unit.id


def signed(person: Person, unit: Unit, tree: Tree, desk: Desk) -> str:
    """Returns who decides about a unit's report: "đồng chí Trần Thị Tư (Hội CCB xã Vân Trà)"."""
    over = [unit.id, *(one.id for one in tree.above(unit.id, desk.now.date()))]
    mine = [name for name in over if name in person.units(RoleKind.OFFICER)]
    own = tree.find(mine[0]) if mine else None
    what = own.name if own is not None else TITLES[RoleKind.OFFICER]
    if own is None and person.has(RoleKind.ADMIN):
        what = TITLES[RoleKind.ADMIN]
    return f"đồng chí {person.name} ({what})"


def accepted(leader: Person, period: Period, unit: Unit, by: str, *, bulk: bool) -> Reply:
    """Returns the line that a leader gets whose report was accepted."""
    text = f"{_upper(by)} đã nhận báo cáo {period.title} của {unit.name}. Cảm ơn đồng chí."
    return Reply(leader.address, text, bulk=bulk)


def returned(leader: Person, period: Period, unit: Unit, form: Form, review: Review, by: str) -> Reply:
    """Returns what a leader gets whose report was sent back, with the way to the figure in question."""
    lines = [
        f"Báo cáo {period.title} của {unit.name} được trả lại để sửa.",
        in_question(form, review),
        f'Người trả lại: {by}. Đồng chí bấm "Sửa ngay", hoặc nhắn "sửa báo cáo".',
    ]
    return Reply(leader.address, "\n".join(lines), (mend_now(review.key),))


def reopened(leader: Person, period: Period, unit: Unit, review: Review, by: str) -> Reply:
    """Returns what a leader gets whose accepted report waits again; while its period is open it can be changed."""
    text = f"{_upper(by)} đã mở lại báo cáo {period.title} của {unit.name}."
    if period.closed is not None:
        return Reply(leader.address, text)
    mend = Choice("Sửa báo cáo", mend_now(review.key).token)
    return Reply(leader.address, f'{text}\nĐồng chí cần thì nhắn "sửa báo cáo".', (mend,))


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
