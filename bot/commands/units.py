"""``units import`` and ``units list``: the tree of units from a file, and as it is."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.commands.opened import opened
from bot.commands.printed import print_json, print_text
from bot.errors import BrokenUnitsError, UnitsInUseError
from bot.model.audit import Audit
from bot.model.rearranging import Change, ChangeKind, changes, remembering
from bot.model.tree import Tree
from bot.model.unit import Unit
from bot.settings import Settings
from bot.store import audit, units
from bot.units_file import read_units

_HERE = "command line"


async def import_units(settings: Settings, path: Path, *, dry_run: bool, as_json: bool) -> None:
    """Makes the units of a file the units, all or nothing, and prints what changed. A dry run prints only.

    Raises BrokenUnitsError, and UnitsInUseError for units that are missing in the file and cannot go.
    """
    new = _read(path)

    def work(connection: Connection) -> list[Change]:
        old = units.tree(connection).units
        found = changes(old, new)
        missing = [change.unit for change in found if change.kind is ChangeKind.MISSING]
        if used := units.in_use(connection, missing):
            raise UnitsInUseError(units=", ".join(name for name in missing if name in used))
        if found and not dry_run:
            units.replace_all(connection, remembering(old, new, datetime.now(settings.zone).date()))
            audit.write(connection, [Audit(_HERE, "units.imported", path.name, datetime.now(UTC), _HERE)])
        return found

    async with opened(settings) as store:
        found = await (store.look(work) if dry_run else store.change(work))
    for change in found:
        if as_json:
            row = {"change": change.kind, "id": change.unit, "before": change.before, "after": change.after}
            print_json(row)
        else:
            print_text(f"{change.kind:8} {change.unit}{_shown(change)}")
    if as_json:
        print_json({"units": len(new), "changes": len(found), "applied": not dry_run})
    else:
        print_text(f"{len(new)} units, {len(found)} changes{', nothing is written yet' if dry_run else ''}")


def _read(path: Path) -> tuple[Unit, ...]:
    """An empty file is a mistake: it would take all units away."""
    found = read_units(path.read_bytes(), path.name)
    if not found:
        raise BrokenUnitsError(faults=f"{path.name}:1: there are no units in this file")
    return found


def _shown(change: Change) -> str:
    if change.before and change.after:
        return f": {change.before} -> {change.after}"
    return f": {change.after}" if change.after else f": no more {change.before}"


async def list_units(settings: Settings, *, as_json: bool) -> None:
    """Prints every unit that ever was: as JSON lines, or indented under the one above."""
    async with opened(settings) as store:
        tree = await store.look(units.tree)
    today = datetime.now(settings.zone).date()
    for unit in tree.units:
        if as_json:
            print_json(_row(unit))
        else:
            day = min(today, unit.end) if unit.end else today
            print_text(f"{'  ' * len(tree.above(unit.id, day))}{unit.id}  {unit.name}{_facts(unit, tree)}")


def _row(unit: Unit) -> dict[str, object]:
    return {
        "id": unit.id,
        "name": unit.name,
        "level": unit.level,
        "parent": unit.parent or None,
        "from": unit.start.isoformat() if unit.start else None,
        "to": unit.end.isoformat() if unit.end else None,
        "merged_into": unit.merged_into or None,
        "members": unit.members,
    }


def _facts(unit: Unit, tree: Tree) -> str:
    facts = [
        f"{unit.members} members" if unit.members is not None else "",
        f"from {unit.start}" if unit.start else "",
        f"to {unit.end}" if unit.end else "",
        f"now {unit.merged_into}" if unit.merged_into else "",
    ]
    told = ", ".join(fact for fact in facts if fact)
    return f" ({told})" if told else ""
