"""Who visitors of the demo are: the leader of a chi hội that nobody else leads, an officer above it, and the office."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from sqlalchemy import Connection

from bot.appointing import appoint
from bot.messages import Address
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.tree import Tree
from bot.ports.clock import Clock
from bot.store import people, periods, units
from bot.store.store import SqlStore

NAMES = {
    RoleKind.LEADER: "Nguyễn Văn Minh",
    RoleKind.OFFICER: "Trần Văn Quang",
    RoleKind.ADMIN: "Lê Thị Thu",
}


class Visiting:
    """Lets visitors of the page be everybody (bot.page_ports.Cast)."""

    def __init__(self, store: SqlStore, clock: Clock, zone: tzinfo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    async def enter(self, chats: Mapping[str, Address]) -> None:
        """Sees to it that these chats of one visitor, by role, have their roles."""
        now = self._clock.now()
        today = now.astimezone(self._zone).date()
        if not await self._store.look(lambda house: all(people.at(house, address) for address in chats.values())):
            await self._store.change(lambda house: appoint_visitor(house, chats, now, today))


def appoint_visitor(connection: Connection, chats: Mapping[str, Address], now: datetime, today: date) -> None:
    """Gives the chats of one visitor, by role, their roles; who has one already keeps it."""
    known = {RoleKind(role): people.at(connection, address) for role, address in chats.items()}
    tree = units.tree(connection)
    unit = _led(known) or _free(connection, tree, today)
    above = tree.parent(unit, today)
    places = {RoleKind.LEADER: unit, RoleKind.OFFICER: above.id if above else unit, RoleKind.ADMIN: ""}
    for role, address in chats.items():
        kind = RoleKind(role)
        if known[kind] is None:
            appoint(connection, address, NAMES[kind], kind, places[kind], now)


def _led(known: Mapping[RoleKind, Person | None]) -> str:
    """Returns what this visitor leads, "" where that is nothing (yet, or any more)."""
    leader = known.get(RoleKind.LEADER)
    return next(iter(leader.units(RoleKind.LEADER)), "") if leader else ""


def _free(connection: Connection, tree: Tree, today: date) -> str:
    """Returns a chi hội that nobody leads, in the order of the tree; where all are led, the first."""
    leaves = [leaf for root in tree.roots(today) for leaf in tree.leaves(root.id, today)]
    reporting = {unit for period in periods.open_ones(connection) for unit in periods.expected(connection, period.id)}
    led = {role.unit for role in people.roles(connection) if role.kind is RoleKind.LEADER and role.end is None}
    free = (leaf.id for leaf in leaves if leaf.id in reporting and leaf.id not in led)
    return next(free, leaves[0].id)
