"""The report that somebody means who speaks of what was handed in: the newest one that they may touch."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.role import RoleKind
from handlers.open_reports import open_reports
from handlers.report_room import Room, room


async def held_report(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the latest report of the person's units that was handed in and not withdrawn, None without one."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return None
    rooms = [
        found
        for report in await open_reports(desk, person.units(RoleKind.LEADER))
        if (found := await room(desk, report.key, person)) is not None and found.submitted is not None
    ]
    return max(rooms, key=lambda one: one.submitted.at if one.submitted else desk.now, default=None)
