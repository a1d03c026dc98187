"""The files of this folder: a block per field, a line per expression, "typed => what it means"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expression:
    """One text with its right reading. ``fields`` are the keys of a whole report, or the one that is asked.

    ``means`` is a number, "?" (to be asked), "none" (no figure yet), or what each field gets: numbers, the same
    signs, or a text. ``first`` is the reading that a doubt has to offer first.
    """

    typed: str
    fields: tuple[str, ...]
    means: Decimal | str | tuple[tuple[str, Decimal | str], ...]
    first: Decimal | None = None
    confirm: bool = False
    estimate: bool = False
    rest: str = ""
    source: str = ""


@cache
def expressions(folder: Path = FOLDER) -> list[Expression]:
    """Returns the expressions of all files."""
    return [one for path in sorted(folder.glob("*.txt")) for one in _read(path)]


def _read(path: Path) -> Iterator[Expression]:
    fields: tuple[str, ...] = ()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            fields = tuple(line.strip("@ ").split())
        elif " => " in line and not line.startswith("#"):
            typed, _, means = line.rpartition(" => ")
            yield _expression(_unescaped(typed), fields, means.strip(), path.name)


def _unescaped(typed: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), typed).replace("\\n", "\n")


def _expression(typed: str, fields: tuple[str, ...], means: str, source: str) -> Expression:
    if re.match(r"[a-z]\w* ", means) and not means.startswith("none"):
        return _of_several(typed, fields, means, source)
    confirm, means = means.endswith(" !"), means.removesuffix(" !")
    if means.startswith("?"):
        first = means[1:].strip()
        return Expression(typed, fields, "?", Decimal(first) if first else None, source=source)
    if means == "none":
        return Expression(typed, fields, "none", source=source)
    estimate = means.startswith("~")
    return Expression(typed, fields, Decimal(means.removeprefix("~")), None, confirm, estimate, source=source)


def _of_several(typed: str, fields: tuple[str, ...], means: str, source: str) -> Expression:
    values: list[tuple[str, Decimal | str]] = []
    rest = ""
    for key, sign, number, text in re.findall(r'(\w+|\+) (?:(\?|none)|(-?\d[\d.]*)(?=,|$)|"([^"]*)"|[^,]*)', means):
        if key == "+":
            rest = means.partition("+ ")[2]
            break
        values.append((key, Decimal(number) if number else sign or text))
    return Expression(typed, fields, tuple(values), rest=rest, source=source)
