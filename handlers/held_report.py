"""The report that somebody means who speaks of what was handed in: the newest one that they may touch."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.role import RoleKind
from handlers.open_reports import open_reports
from handlers.report_room import Room, room


async def held_report(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the latest report of the person's units that was ever handed in, whatever became of it; None without one.

    One that was returned goes before all others, one that is still held before one that was taken back, and a period
    that is open before one that is closed.
    """
    held = [found for found in await _rooms(incoming, desk, closed=True) if found.held is not None]
    return max(held, key=_rank, default=None)


async def draft_report(incoming: Incoming, desk: Desk) -> Room | None:
    """Returns the report of the person's units that is being filled in, the one touched last; None without one."""
    drafts = [(found.draft.touched, found) for found in await _rooms(incoming, desk) if found.draft is not None]
    return max(drafts, key=lambda one: one[0], default=(None, None))[1]


async def _rooms(incoming: Incoming, desk: Desk, *, closed: bool = False) -> list[Room]:
    """Returns the rooms of all reports that the person's units are expected to hand in."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return []
    reports = await open_reports(desk, person.units(RoleKind.LEADER), closed=closed)
    return [found for report in reports if (found := await room(desk, report.key, person)) is not None]


def _rank(one: Room) -> tuple[bool, bool, bool, float]:
    at = one.held.at.timestamp() if one.held else 0.0
    return one.returned is not None, one.period.closed is None, one.submitted is not None, at
