"""The units that report, in the order of the tree, each with the units over it."""

from dataclasses import dataclass

from bot.model.unit import Unit
from bot.reports.book import Book


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit that reports. ``path`` are the ids from ``top`` down to itself: at each place everything under that unit
    can be added up.
    """

    unit: Unit
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A level that is added up from what is under it. The units together cover all that report, each of them once:
    who stands under none of the level ("trực thuộc tỉnh") has a line of its own.
    """

    level: str
    units: tuple[Unit, ...]


def seats(book: Book) -> tuple[Seat, ...]:
    """Returns the units that report, parents first; a unit that has ended stands behind those of its place."""
    order = {unit.id: place for place, unit in enumerate(book.tree.below(book.top.id, book.day))}
    found = [Seat(line.unit, _path(book, line.unit)) for line in book.roll.lines]
    return tuple(sorted(found, key=lambda seat: [order.get(name, len(order)) for name in seat.path]))


def ranks(book: Book, reporting: tuple[Seat, ...]) -> tuple[Rank, ...]:
    """Returns the levels between ``top`` and those that report, the highest first."""
    over = {name for seat in reporting for name in seat.path[:-1]}
    found = []
    for level in book.levels:
        names = {unit.id for unit in level.units if unit.id in over and unit.id != book.top.id}
        if not names:
            continue
        highest = [unit for unit in level.units if unit.id != book.top.id and _alone(book, unit, names)]
        covered = {unit.id for unit in highest}
        others = [seat.unit for seat in reporting if not covered & set(seat.path)]
        found.append(Rank(level.name, (*highest, *others)))
    return tuple(found)


def _alone(book: Book, unit: Unit, names: set[str]) -> bool:
    """A unit under another of its own level is counted there."""
    return not names & {one.id for one in book.over(unit)}


def _path(book: Book, unit: Unit) -> tuple[str, ...]:
    if unit.id == book.top.id:
        return (unit.id,)
    return (book.top.id, *(one.id for one in reversed(book.over(unit))), unit.id)
