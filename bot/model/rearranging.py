"""What a new file of units changes in the tree that is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.model.unit import Place, Unit


class ChangeKind(StrEnum):
    """What can happen to a unit."""

    ADDED = "added"
    RENAMED = "renamed"
    MOVED = "moved"
    STARTED = "started"
    ENDED = "ended"
    MERGED = "merged"
    MEMBERS = "members"
    LEVEL = "level"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes different about a unit: what it was and what it will be, "" for nothing."""

    kind: ChangeKind
    unit: str
    before: str = ""
    after: str = ""


def changes(old: Sequence[Unit], new: Sequence[Unit]) -> list[Change]:
    """Returns what would change, in the order of the new units, and then who is missing among them."""
    known = {unit.id: unit for unit in old}
    found = [change for unit in new for change in _of_one(known.get(unit.id), unit)]
    named = {unit.id for unit in new}
    return [*found, *(Change(ChangeKind.MISSING, unit.id, unit.name) for unit in old if unit.id not in named)]


def _of_one(old: Unit | None, new: Unit) -> Iterator[Change]:
    if old is None:
        yield Change(ChangeKind.ADDED, new.id, after=new.name)
        return
    pairs = {
        ChangeKind.RENAMED: (old.name, new.name),
        ChangeKind.LEVEL: (old.level, new.level),
        ChangeKind.MOVED: (old.parent, new.parent),
        ChangeKind.STARTED: (old.start, new.start),
        ChangeKind.ENDED: (old.end, new.end),
        ChangeKind.MERGED: (old.merged_into, new.merged_into),
        ChangeKind.MEMBERS: (old.members, new.members),
    }
    for kind, (before, after) in pairs.items():
        if before != after:
            yield Change(kind, new.id, _said(before), _said(after))


def _said(value: object) -> str:
    return "" if value is None else str(value)


def remembering(old: Sequence[Unit], new: Sequence[Unit], today: date) -> tuple[Unit, ...]:
    """Returns the new units, each with the places where it stood before: a file holds only where it stands now.

    A unit stood under its old parent until that one ended, else until the new one began, else until yesterday.
    """
    known = {unit.id: unit for unit in old}
    parents = {unit.id: unit for unit in new}
    return tuple(_remembering(known.get(unit.id), unit, parents, today) for unit in new)


def _remembering(old: Unit | None, new: Unit, parents: Mapping[str, Unit], today: date) -> Unit:
    if old is None:
        return new
    if old.parent == new.parent or not old.parent:
        return replace(new, earlier=old.earlier)
    left, joined = parents.get(old.parent), parents.get(new.parent)
    until = today - timedelta(days=1)
    if joined is not None and joined.start is not None:
        until = joined.start - timedelta(days=1)
    if left is not None and left.end is not None:
        until = left.end
    before = [place for place in old.earlier if place.until < until]
    return replace(new, earlier=(*before, Place(old.parent, until)))
