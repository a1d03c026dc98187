"""The files of this folder: a moment per block ("@"), a line per expression, "typed => what it means"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from bot.reading.moments import VIETNAM

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expression:
    """One text with its right reading at a moment.

    ``means`` is a moment, "now", "none", or "?" (to be asked); ``offered`` are moments that are among the choices.
    """

    typed: str
    now: datetime
    means: datetime | str
    offered: frozenset[datetime] = frozenset()
    estimate: bool = False
    rest: str | None = None
    source: str = ""


@cache
def expressions(folder: Path = FOLDER) -> list[Expression]:
    """Returns the expressions of all files."""
    return [one for path in sorted(folder.glob("*.txt")) for one in _read(path)]


def _read(path: Path) -> Iterator[Expression]:
    now = _moment("2026-01-01")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            now = _moment(line.strip("@ "))
        elif " => " in line and not line.startswith("#"):
            typed, _, means = line.rpartition(" => ")
            yield _expression(typed, now, means, path.name)


def _expression(typed: str, now: datetime, said: str, source: str) -> Expression:
    means, parted, rest = (part.strip() for part in said.partition("||"))
    kept = rest if parted else None
    if means.startswith("?"):
        offered = frozenset(_moment(one.strip()) for one in means[1:].split(",") if one.strip())
        return Expression(typed, now, "?", offered, rest=kept, source=source)
    if means in ("now", "none"):
        return Expression(typed, now, means, rest=kept, source=source)
    return Expression(typed, now, _moment(means.lstrip("~")), frozenset(), means.startswith("~"), kept, source)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=VIETNAM)
