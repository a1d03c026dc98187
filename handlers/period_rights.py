"""Who may open, close and extend reporting periods: an admin, or an officer of a unit that has none above it."""

from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Right:
    """Who it is, and the units whose chi hội the periods are for."""

    person: Person
    tops: tuple[Unit, ...]

    def leaves(self, tree: Tree, desk: Desk) -> list[Unit]:
        """Returns the units that hand in figures under these."""
        today = desk.now.date()
        return [leaf for top in self.tops for leaf in tree.leaves(top.id, today)]


async def right_of(incoming: Incoming, desk: Desk) -> Right | None:
    """Returns the right of whoever writes, None for somebody who has none."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return None
    roots = (await desk.records.tree()).roots(desk.now.date())
    if person.has(RoleKind.ADMIN):
        return Right(person, tuple(roots))
    mine = person.units(RoleKind.OFFICER)
    tops = tuple(root for root in roots if root.id in mine)
    return Right(person, tops) if tops else None


async def refusal(incoming: Incoming, desk: Desk) -> str:
    """Returns whom somebody without the right has to ask."""
    person = await desk.records.person_at(incoming.address)
    units = () if person is None else (*person.units(RoleKind.OFFICER), *person.units(RoleKind.LEADER))
    if person is None or not units:
        return f"Việc mở, đóng và gia hạn kỳ báo cáo do cán bộ Hội làm.\nĐồng chí cần thì hỏi {desk.office}."
    tree = await desk.records.tree()
    above = tree.above(units[0], desk.now.date())
    # An officer asks who may do it; a leader asks the nearest officer, who knows the chi hội.
    officer = person.has(RoleKind.OFFICER)
    whom = [name for unit in (above[-1:] if officer else above) if (name := await _officer(desk, unit))]
    top = above[-1].name if above else "Hội cấp trên"
    asked = f"{whom[0]}, hoặc {desk.office}" if whom else desk.office
    return f"Kỳ báo cáo mở chung cho cả Hội, do {top} làm.\nĐồng chí liên hệ {asked}."


async def _officer(desk: Desk, unit: Unit) -> str:
    officers = await desk.records.people_with(RoleKind.OFFICER, unit.id)
    return f"đồng chí {officers[0].name} ({unit.name})" if officers else ""
