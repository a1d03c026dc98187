"""The fields of forms, read and checked. A broken one names its file and field and stops the start."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields as parts
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.dialog.field import Field
from bot.errors import BrokenFieldError, BrokenPlanFileError
from bot.model.measure import OverTime
from bot.reading.kind import FigureKind
from knowledge.fold import plain

FIELDS = Path(__file__).parent / "forms" / "fields.toml"
_LONGEST_QUESTION = 20


def load_fields(path: Path = FIELDS) -> tuple[Field, ...]:
    """Returns the fields of a file, in its order. Raises BrokenPlanFileError and BrokenFieldError."""
    try:
        tables = tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPlanFileError(file=path.name, why=str(error)) from error
    if set(tables) != {"field"} or not isinstance(tables["field"], list):
        raise BrokenPlanFileError(file=path.name, why="only [[field]] tables may stand here")
    adapter = TypeAdapter(Field)
    fields = tuple(_field(adapter, row, path.name) for row in tables["field"])
    _check(fields, path.name)
    return fields


def _field(adapter: TypeAdapter[Field], row: Mapping[str, Any], file: str) -> Field:
    values = dict(row)
    name = str(values.get("id", "?"))
    if "range" in values:
        given = values.pop("range")
        if not isinstance(given, list) or len(given) != 2:
            raise BrokenFieldError(file=file, field=name, why="range: two numbers are needed")
        values["low"], values["high"] = given
    if unknown := set(values) - {part.name for part in parts(Field)}:
        raise BrokenFieldError(file=file, field=name, why=f"unknown: {', '.join(sorted(unknown))}")
    try:
        field = adapter.validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenFieldError(file=file, field=name, why=f"{where}: {first['msg']}") from error
    if why := _fault(field, values):
        raise BrokenFieldError(file=file, field=name, why=why)
    return field


def _fault(field: Field, values: Mapping[str, Any]) -> str:
    """Returns what is wrong with a field, "" when nothing is."""
    faults = {
        "id: plain small letters, digits and _ only": not field.id.isidentifier() or field.id != plain(field.id),
        "label, short, ask and why must say something": not all((field.label, field.short, field.ask, field.why)),
        "ask: a question ends with ?": not field.ask.endswith("?"),
        f"ask: at most {_LONGEST_QUESTION} words": len(field.ask.split()) > _LONGEST_QUESTION,
        "aliases: none are given": not field.aliases,
        "when: no period asks for it": not field.when,
        "unit: a figure needs one": field.kind.is_number and not field.unit,
        "range: a figure needs one": field.kind.is_number and field.high is None,
        "range: low is above high": field.low is not None and field.high is not None and field.low > field.high,
        "range: not for this kind": not field.kind.is_number and field.high is not None,
        "longest: a text needs one": (field.kind is FigureKind.TEXT) != (field.longest is not None),
        "choices: only a choice has them": (field.kind is FigureKind.CHOICE) != bool(field.choices),
        "note: only words can be one": field.note and field.kind is not FigureKind.TEXT,
        "left: only a number of now can be left": field.left and field.over_time is not OverTime.LAST,
        "range: whole numbers for this kind": field.kind in (FigureKind.COUNT, FigureKind.MONEY)
        and any(limit != int(limit) for limit in (field.low or Decimal(0), field.high or Decimal(0))),
    }
    return next((fault for fault, is_so in faults.items() if is_so), "")


def _check(fields: tuple[Field, ...], file: str) -> None:
    ids = Counter(field.id for field in fields)
    for name, count in ids.items():
        if count > 1:
            raise BrokenFieldError(file=file, field=name, why="id: stands here twice")
    owners: dict[str, str] = {}
    for field in fields:
        for alias in {plain(name) for name in (field.label, field.short, *field.aliases)}:
            if alias in owners:
                raise BrokenFieldError(file=file, field=field.id, why=f"aliases: {alias} is {owners[alias]} already")
            owners[alias] = field.id
