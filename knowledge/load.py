"""The plans' files, read and checked. A broken one names its file and fact and stops the start."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import BrokenFactError, BrokenPlanFileError
from knowledge.facts import (
    Communes,
    Content,
    Criteria,
    Districts,
    Duty,
    Fact,
    Legal,
    Milestone,
    Model,
    Note,
    Plan,
    Regime,
    Source,
    Target,
)

_T = TypeVar("_T")

PLANS = Path(__file__).parent / "plans"
ASKS = Path(__file__).parent / "asks"

KINDS: Mapping[str, type[Fact]] = {
    "regime": Regime,
    "milestone": Milestone,
    "model": Model,
    "target": Target,
    "communes": Communes,
    "districts": Districts,
    "legal": Legal,
    "duty": Duty,
    "criteria": Criteria,
    "content": Content,
}
# The files say "date", "from" and "to" as a person would; the values say what they are.
_NAMES: Mapping[type, Mapping[str, str]] = {
    Regime: {"date": "day"},
    Legal: {"date": "day"},
    Milestone: {"from": "start", "to": "end"},
    Districts: {"to": "end"},
    Plan: {"date": "day", "from": "start", "to": "end"},
}


def load(folder: Path = PLANS, asks: Path = ASKS) -> tuple[tuple[Plan, ...], tuple[Fact, ...]]:
    """Returns the plans and facts of every TOML file of the folder, with the further ways of asking of ``asks``.

    Raises BrokenPlanFileError and BrokenFactError.
    """
    plans: list[Plan] = []
    facts: dict[str, Fact] = {}
    homes: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        tables = _tables(path)
        plans.append(_value(Plan, tables.pop("plan", {}), path.name, "plan"))
        for fact in _facts(tables, plans[-1].key, path.name):
            if fact.id in facts:
                raise BrokenFactError(file=path.name, fact=fact.id, why=f"stands in {homes[fact.id]} already")
            facts[fact.id] = fact
            homes[fact.id] = path.name
    _check_sources(plans, facts, homes)
    for plan in plans:
        for number, text in enumerate(plan.notes, start=1):
            name = f"{plan.key}-note-{number}"
            facts[name] = Note(id=name, source=Source(plan.key, ""), say=text)
    if folder == PLANS:
        _add_asks(asks, facts)
    return tuple(plans), tuple(facts.values())


def _add_asks(folder: Path, facts: dict[str, Fact]) -> None:
    """Adds the ways of asking that stand apart from the facts, a table of phrases by fact."""
    for path in sorted(folder.glob("*.toml")):
        for name, phrases in _read(path).get("asks", {}).items():
            if name not in facts:
                raise BrokenFactError(file=path.name, fact=name, why="there is no such fact")
            facts[name] = replace(facts[name], ask=tuple(dict.fromkeys((*facts[name].ask, *phrases))))


def _tables(path: Path) -> dict[str, Any]:
    tables = _read(path)
    if unknown := set(tables) - set(KINDS) - {"plan"}:
        raise BrokenPlanFileError(file=path.name, why=f"unknown tables: {', '.join(sorted(unknown))}")
    return tables


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPlanFileError(file=path.name, why=str(error)) from error


def _facts(tables: Mapping[str, Any], plan: str, file: str) -> Iterator[Fact]:
    for table, kind in KINDS.items():
        for row in tables.get(table, ()):
            name = str(row.get("id", "?"))
            if not isinstance(row.get("section"), str):
                raise BrokenFactError(file=file, fact=name, why="section is missing")
            values = {key: value for key, value in row.items() if key not in ("section", "also")}
            values["source"] = Source(plan, row["section"])
            values["also"] = tuple(Source(place["plan"], place["section"]) for place in row.get("also", ()))
            yield _value(kind, values, file, name)


def _value(kind: type[_T], row: Mapping[str, Any], file: str, name: str) -> _T:
    names = _NAMES.get(kind, {})
    values = {names.get(key, key): value for key, value in row.items()}
    try:
        return _adapter(kind).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenFactError(file=file, fact=name, why=f"{where}: {first['msg']}") from error


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type[_T]) -> TypeAdapter[_T]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _check_sources(plans: Sequence[Plan], facts: Mapping[str, Fact], homes: Mapping[str, str]) -> None:
    known = {plan.key for plan in plans}
    for fact in facts.values():
        if not fact.say.strip():
            raise BrokenFactError(file=homes[fact.id], fact=fact.id, why="say is empty")
        for source in fact.sources:
            if source.plan not in known:
                raise BrokenFactError(file=homes[fact.id], fact=fact.id, why=f"no plan has the key {source.plan}")
