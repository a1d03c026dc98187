"""The forms, read and checked at the start. A broken one names its file and what is wrong."""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.dialog.check import Check, Rule
from bot.dialog.field import Field
from bot.dialog.form import Due, Form
from bot.errors import BrokenPlanFileError
from bot.model.period import Span
from knowledge.fields import FIELDS, load_fields
from knowledge.sentences import SENTENCES, with_sentences

FORMS = FIELDS.parent
_CHECKS = "checks.toml"

_File = TypeVar("_File", bound=BaseModel)

_Day = Annotated[str, StringConstraints(pattern=r"^\d{1,2}/\d{1,2}$")]


class _FormFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    version: int
    title: str
    plan: str
    names: list[str]
    fields: list[str]
    due: dict[Span, _Day] = {}


class _CheckRow(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rule: Rule
    left: list[str]
    right: list[str]
    say: str


class _CheckFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    check: list[_CheckRow]


@cache
def load_forms(folder: Path = FORMS) -> tuple[Form, ...]:
    """Returns the forms of a folder by their file names, read once. Raises BrokenPlanFileError and BrokenFieldError."""
    told = with_sentences(folder / SENTENCES, load_fields(folder / FIELDS.name))
    fields = {field.id: field for field in told}
    checks = _checks(folder / _CHECKS, fields)
    files = sorted(path for path in folder.glob("*.toml") if path.name not in (FIELDS.name, _CHECKS, SENTENCES))
    return tuple(_form(path, fields, checks) for path in files)


def _checks(path: Path, fields: Mapping[str, Field]) -> tuple[Check, ...]:
    read = _read(path, _CheckFile)
    for row in read.check:
        _known(path, [*row.left, *row.right], fields)
    return tuple(Check(row.rule, tuple(row.left), tuple(row.right), row.say) for row in read.check)


def _form(path: Path, fields: Mapping[str, Field], checks: Sequence[Check]) -> Form:
    read = _read(path, _FormFile)
    if read.id != path.stem:
        raise BrokenPlanFileError(file=path.name, why=f"id: the file has to be named {read.id}.toml")
    _known(path, read.fields, fields)
    if len(set(read.fields)) != len(read.fields):
        raise BrokenPlanFileError(file=path.name, why="fields: one stands here twice")
    held = tuple(check for check in checks if {*check.left, *check.right} <= set(read.fields))
    return Form(
        id=read.id,
        version=read.version,
        title=read.title,
        plan=read.plan,
        names=tuple(read.names),
        fields=tuple(fields[name] for name in read.fields),
        checks=held,
        due=tuple(Due(span, *map(int, day.split("/"))) for span, day in read.due.items()),
    )


def _known(path: Path, names: Sequence[str], fields: Mapping[str, Field]) -> None:
    for name in names:
        if name not in fields:
            raise BrokenPlanFileError(file=path.name, why=f"no field is named {name}")


def _read(path: Path, kind: type[_File]) -> _File:
    try:
        table = tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
        return kind.model_validate(table)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPlanFileError(file=path.name, why=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenPlanFileError(file=path.name, why=f"{where}: {first['msg']}") from error
