"""The file of units: a CSV table, one unit a line, every fault named with its line. Pure."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import BrokenUnitsError
from bot.model.unit import Unit

COLUMNS = ("id", "name", "level", "parent", "from", "to", "merged_into", "members")
"""The columns, in any order. Days are written 2026-07-01 or 1/7/2026; what is not known is left empty."""

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_DAYS = ("%Y-%m-%d", "%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit with the line on which it stands."""

    line: int
    unit: Unit


class _Faults:
    """The faults of one file, in the order of its lines."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[tuple[int, str]] = []

    def add(self, line: int, why: str) -> None:
        """Notes a fault."""
        self._found.append((line, why))

    def stop(self) -> None:
        """Raises BrokenUnitsError when there are faults."""
        if self._found:
            told = [f"{self._file}:{line}: {why}" for line, why in sorted(self._found)]
            raise BrokenUnitsError(faults="\n".join(told))


def read_units(raw: bytes, file: str) -> tuple[Unit, ...]:
    """Returns the units of a file in its order. Raises BrokenUnitsError, which names all faults with their lines.

    UTF-8 with or without a mark at its beginning; commas or semicolons, whichever the first line has more of.
    """
    faults = _Faults(file)
    placed = _rows(_text(raw, faults), faults)
    faults.stop()
    _check(placed, faults)
    faults.stop()
    return tuple(one.unit for one in placed)


def _text(raw: bytes, faults: _Faults) -> str:
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        faults.add(raw[: error.start].count(b"\n") + 1, "this is not UTF-8")
        faults.stop()
        raise


def _rows(text: str, faults: _Faults) -> list[Placed]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        _check_head(head, faults)
        found = [_placed(cells, head, reader.line_num, faults) for cells in reader]
    except csv.Error as error:
        faults.add(reader.line_num, f"this is no table: {error}")
        faults.stop()
        raise
    return [one for one in found if one is not None]


def _check_head(head: Sequence[str], faults: _Faults) -> None:
    for name in COLUMNS:
        if head.count(name) != 1:
            faults.add(1, f"column {name} {'stands here twice' if name in head else 'is missing'}")
    for name in head:
        if name and name not in COLUMNS:
            faults.add(1, f"column {name} is unknown")
    faults.stop()


def _placed(cells: Sequence[str], head: Sequence[str], line: int, faults: _Faults) -> Placed | None:
    values = [cell.strip() for cell in cells]
    if any(values[len(head) :]):
        faults.add(line, "more cells than columns")
        return None
    row = dict.fromkeys(head, "") | dict(zip(head, values, strict=False))
    return Placed(line, _unit(row, line, faults)) if any(values) else None


def _unit(row: Mapping[str, str], line: int, faults: _Faults) -> Unit:
    for name in ("id", "name", "level"):
        if not row[name]:
            faults.add(line, f"{name} is empty")
    if row["id"] and not _ID.fullmatch(row["id"]):
        faults.add(line, f"id {row['id']}: at most 40 of a-z 0-9 . _ - are allowed")
    return Unit(
        id=row["id"],
        name=row["name"],
        level=row["level"],
        parent=row["parent"],
        start=_day(row, "from", line, faults),
        end=_day(row, "to", line, faults),
        merged_into=row["merged_into"],
        members=_number(row, "members", line, faults),
    )


def _day(row: Mapping[str, str], name: str, line: int, faults: _Faults) -> date | None:
    if not row[name]:
        return None
    for shape in _DAYS:
        try:
            return datetime.strptime(row[name], shape).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    faults.add(line, f"{name}: {row[name]} is no day such as 2026-07-01")
    return None


def _number(row: Mapping[str, str], name: str, line: int, faults: _Faults) -> int | None:
    if not row[name]:
        return None
    if not re.fullmatch(r"[0-9]{1,7}", row[name]):
        faults.add(line, f"{name}: {row[name]} is no whole number")
        return None
    return int(row[name])


def _check(placed: Sequence[Placed], faults: _Faults) -> None:
    first: dict[str, Placed] = {}
    for one in placed:
        if one.unit.id in first:
            faults.add(one.line, f"id {one.unit.id} stands in line {first[one.unit.id].line} already")
        first.setdefault(one.unit.id, one)
    known = {name: one.unit for name, one in first.items()}
    for one in placed:
        for why in _faults_of(one.unit, known):
            faults.add(one.line, why)


def _faults_of(unit: Unit, known: Mapping[str, Unit]) -> Iterator[str]:
    if unit.start and unit.end and unit.end < unit.start:
        yield f"to ({unit.end}) is before from ({unit.start})"
    if unit.merged_into and unit.end is None:
        yield "merged_into needs the last day (to)"
    for name, target in (("parent", unit.parent), ("merged_into", unit.merged_into)):
        if target and target not in known:
            yield f"{name} {target} is no unit of this file"
    if _returns(unit, {name: one.parent for name, one in known.items()}):
        yield f"{unit.id} stands under itself"
    if _returns(unit, {name: one.merged_into for name, one in known.items()}):
        yield f"{unit.id} is merged into itself"


def _returns(unit: Unit, leads: Mapping[str, str]) -> bool:
    """Whether the way from a unit comes back to it."""
    at, steps = leads.get(unit.id, ""), len(leads)
    while at and at != unit.id and steps:
        at, steps = leads.get(at, ""), steps - 1
    return at == unit.id
