"""``read number``: what people type for a figure, read; JSON lines or plain lines on standard input (DESIGN 9)."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.commands.printed import lines, print_json, print_text
from bot.commands.read_line import ASKED, NotAnObject, object_in
from bot.reading.answer import read
from bot.reading.asked import Asked
from bot.reading.kind import FigureKind
from bot.reading.readings import Doubt, Later, NotAFigure, Option, Reading, SameAsBefore, Several, Single, Value, Words
from bot.reading.shown import shown_in

KINDS: Mapping[str, FigureKind] = {
    "integer": FigureKind.COUNT,
    "decimal": FigureKind.MEASURE,
    "money": FigureKind.MONEY,
    "yes-no": FigureKind.YES_NO,
    "text": FigureKind.TEXT,
}
_SPELLINGS: Mapping[str, str] = {"m2": "m²", "công": "ngày công", "vnđ": "đồng", "vnd": "đồng"}
# The widest usual range of the fields in a unit (dư nợ apart), for a line that names no field.
_USUAL: Mapping[str, tuple[Decimal, Decimal]] = {
    "đồng": (Decimal(0), Decimal(300_000_000)),
    "km": (Decimal(0), Decimal(5)),
    "m²": (Decimal(0), Decimal(2_000)),
    "kg": (Decimal(0), Decimal(500)),
    "ngày công": (Decimal(0), Decimal(400)),
    "triệu đồng/người/năm": (Decimal(20), Decimal(150)),
}
_NEEDS = 'a line needs "text", and "field" (a key) or "type" (integer, decimal, money)'


@dataclass(frozen=True)
class NumberReader:
    """Reads figures of the command line. ``fields`` are all fields that a text may name."""

    fields: Sequence[Asked]

    def all(self, *, as_json: bool) -> None:
        """Prints the reading of every line of standard input: JSON objects, or plain texts."""
        for line in lines(sys.stdin):
            if as_json:
                print_json(self._row(line))
            else:
                print_text(said(self._without_field(line), self.fields))

    def _without_field(self, line: str) -> Reading:
        """A line that says no field is a number, or money where it is no number."""
        number = read(line, Asked("", FigureKind.COUNT), self.fields)
        money = read(line, Asked("", FigureKind.MONEY, "đồng"), self.fields)
        return money if isinstance(number, Doubt) and isinstance(money, Value) else number

    def _row(self, line: str) -> Mapping[str, Any]:
        given = object_in(line)
        if isinstance(given, NotAnObject):
            return {"error": given.why}
        asked = self._asked(given)
        if asked is None or not isinstance(given.get("text"), str):
            return {"id": given.get("id"), "error": _NEEDS}
        return {"id": given.get("id"), **_printed(read(given["text"], asked, self.fields), asked)}

    def _asked(self, given: Mapping[str, Any]) -> Asked | None:
        """The field of a line; an unknown one is described by its type and unit alone."""
        key, kind, unit = given.get("field"), given.get("type"), given.get("unit")
        for field in self.fields:
            if field.key == key:
                return field
        if not isinstance(kind, str) or kind not in KINDS:
            return None
        named = unit if isinstance(unit, str) and unit else "đồng" if kind == "money" else ""
        named = _SPELLINGS.get(named, named)
        low, high = _USUAL.get(named, (None, None)) if kind != "integer" else (None, None)
        return Asked("", KINDS[kind], named, low, high)


def _printed(reading: Reading, asked: Asked) -> dict[str, Any]:
    row = dict(ASKED)
    match reading:
        case Value():
            return row | _value(reading)
        case Several():
            return row | _several(reading, asked)
        case Later():
            return row | {"outcome": "none"}
        case Words():
            return row | {"outcome": "value", "value": reading.text, "say": reading.text}
        case Doubt():
            return row | {"say": reading.why, "choices": [_choice(option) for option in reading.options]}
        case SameAsBefore() | NotAFigure():
            return row | {"say": _said(reading)}


def _value(reading: Value) -> dict[str, Any]:
    return {
        "outcome": "value",
        "value": number(reading.value),
        "say": reading.say,
        "confirm": reading.confirm,
        "estimate": reading.estimate,
    }


def _several(reading: Several, asked: Asked) -> dict[str, Any]:
    """The asked field's value where the text has it; what is doubtful among the others is offered to choose from."""
    values = {key: one for key, one in reading.values if isinstance(one, Value)}
    doubts = [option for _, one in reading.values if isinstance(one, Doubt) for option in one.options]
    lost = any(isinstance(one, Doubt) and not one.options for _, one in reading.values)
    mine = values.get(asked.key)
    return {
        "outcome": "value" if values else "ask",
        "value": number(mine.value) if mine else None,
        "say": "; ".join(one.say for one in values.values()),
        "choices": [_choice(option) for option in doubts],
        "confirm": any(one.confirm for one in values.values()) or bool(reading.rest) or lost,
        "estimate": any(one.estimate for one in values.values()),
        "values": {key: number(one.value) for key, one in values.items()},
    }


def _choice(option: Option) -> dict[str, Any]:
    return {"label": option.label, "value": number(option.value)}


def number(value: Decimal) -> int | float:
    """Returns a value as JSON has it: whole where it is whole."""
    return int(value) if value == int(value) else float(value)


def said(reading: Reading, fields: Sequence[Asked]) -> str:
    """Returns a reading as a plain line for a person."""
    if isinstance(reading, Several):
        labels = {field.key: field.names[0] for field in fields}
        parts = [f"{labels.get(key, key) or 'Số'}: {_said(one)}" for key, one in reading.values]
        return "; ".join(parts + [f'chưa hiểu "{rest}"' for rest in reading.rest])
    return _said(reading)


def _said(reading: Single) -> str:
    match reading:
        case Value():
            shown = f"{shown_in(reading.value, reading.unit)} ({reading.say})"
            return f"{shown}. {reading.why}".strip() if reading.confirm else shown
        case Doubt():
            options = " / ".join(option.label for option in reading.options)
            return f"{reading.why} {options}".strip()
        case Later():
            return "Chưa có số liệu."
        case SameAsBefore():
            return "Như kỳ trước."
        case Words():
            return reading.text
        case NotAFigure():
            return "Tôi không thấy con số nào."
