"""Who may send broadcasts, and to whom: an admin to all, an officer to leaders and officers of the own units."""

from dataclasses import dataclass

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.audience import Audience, AudienceKind
from bot.model.broadcast import Broadcast
from bot.model.person import Person
from bot.model.receiver import Receiver
from bot.model.role import RoleKind
from handlers.own_units import Reach, reach

_OF_UNITS = (AudienceKind.LEADERS, AudienceKind.OFFICERS, AudienceKind.MISSING)


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody who may send broadcasts, and the units to which."""

    person: Person
    reach: Reach

    @property
    def admin(self) -> bool:
        """Whether all may be written to."""
        return self.person.has(RoleKind.ADMIN)

    def sees(self, broadcast: Broadcast) -> bool:
        """Returns whether a broadcast is theirs to look at and to steer."""
        return self.admin or broadcast.by == self.person.id


async def sender_of(incoming: Incoming, desk: Desk) -> Sender | None:
    """Returns who writes, None for somebody who may send no broadcasts."""
    person = await desk.records.person_at(incoming.address)
    return None if person is None else await sender(person, desk)


async def sender(person: Person, desk: Desk) -> Sender | None:
    """Returns what somebody may send, None for nothing."""
    found = reach(person, await desk.records.tree(), desk)
    return Sender(person, found) if found.tops or person.has(RoleKind.ADMIN) else None


async def may_send_to(sender: Sender, audience: Audience, desk: Desk) -> bool:
    """Returns whether all of an audience may be written to by somebody. Rights may have ended since it was chosen."""
    if sender.admin:
        return True
    if audience.kind in _OF_UNITS:
        return bool(audience.unit) and sender.reach.covers(audience.unit)
    if audience.kind in (AudienceKind.SILENT, AudienceKind.RECEIVED):
        earlier = await desk.records.broadcast(audience.broadcast)
        return earlier is not None and sender.sees(earlier)
    if audience.kind is AudienceKind.PEOPLE:
        theirs = {receiver.person for receiver in await addressable(sender, desk)}
        return theirs.issuperset(audience.people)
    return False


async def addressable(sender: Sender, desk: Desk) -> list[Receiver]:
    """Returns all whom somebody may name, each once for each role."""
    today = desk.now.date()
    units = ("",) if sender.admin else tuple(top.id for top in sender.reach.tops)
    found = [
        receiver
        for unit in units
        for kind in (AudienceKind.LEADERS, AudienceKind.OFFICERS)
        for receiver in await desk.records.receivers(Audience(kind, unit), today)
    ]
    if sender.admin:
        known = {receiver.person for receiver in found}
        everybody = await desk.records.receivers(Audience(AudienceKind.EVERYBODY), today)
        found += [receiver for receiver in everybody if receiver.person and receiver.person not in known]
    return found
