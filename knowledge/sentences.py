"""The sentences in which the Word report tells the figures, read and checked."""

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.dialog.field import Field, Sentence
from bot.errors import BrokenPlanFileError
from bot.model.measure import Across

SENTENCES = "sentences.toml"
_PLACE = "{value}"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    told: dict[str, str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    part: list[_Part]


def with_sentences(path: Path, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Returns the fields with the sentences of a file: each figure has one. Raises BrokenPlanFileError."""
    try:
        read = _File.model_validate(tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise BrokenPlanFileError(file=path.name, why=str(error)) from error
    found = {name: Sentence(part.title, told) for part in read.part for name, told in part.told.items()}
    wanted = {field.id for field in fields if field.across is not Across.LIST}
    if odd := set(found) ^ wanted:
        raise BrokenPlanFileError(file=path.name, why=f"told: each figure has one sentence: {', '.join(sorted(odd))}")
    if wrong := [name for name, one in found.items() if one.told.count(_PLACE) != 1 or one.told.count("{") != 1]:
        raise BrokenPlanFileError(file=path.name, why=f"told: {_PLACE} stands there once: {', '.join(wrong)}")
    return tuple(replace(field, sentence=found.get(field.id)) for field in fields)
