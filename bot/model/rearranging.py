"""What a new file of units changes in the tree that is there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.model.unit import Unit


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
