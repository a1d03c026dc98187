"""What an answer holds: the figures that bot.reading finds in it, as the engine sees them."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from bot.dialog.field import Field, length
from bot.dialog.hearing import Certainty, Heard, Hearing
from bot.dialog.known import Known
from bot.dialog.progress import Reading
from bot.dialog.showing import shown
from bot.model.figure import Value
from bot.reading.asked import Asked
from bot.reading.kind import FigureKind
from bot.reading.reader import read_answer
from bot.reading.readings import Doubt, Later, NotAFigure, SameAsBefore, Single, Words
from bot.reading.readings import Value as Read
from bot.reading.several import several
from knowledge.fold import plain

_NUMBER = re.compile(r"(\d{1,2})(?![\d.,/%-])(?:\s*(?:thanh|la|bang|=|:|,|->)\s*|\s+|$)")
_COUNTED = ("ho", "nha", "tien", "ngay", "buoi", "vu", "cay", "to", "nguoi", "suat", "duong")
_LEAST_MONEY = 1000
_MOST_TIMES = 1000
_BETWEEN = re.compile(r"^\s*(?:thanh|la|bang|=|:|,|->)?\s*")


def hear(text: str, field: Field | None, fields: Sequence[Field], known: Known) -> Hearing:
    """Returns the figures of an answer, each with its field. One without a name is ``field``'s, if that is asked."""
    if field is not None and not field.kind.is_number:
        return hear_for(text, field, known)
    found = several(text, [_asked(one, known) for one in fields], _asked(field, known) if field else None)
    by_name = {one.id: one for one in fields}
    if field is not None and {key for key, _ in found.values} <= {field.id}:
        return hear_for(text, field, known)
    heard = [one for key, single in found.values if (one := _heard(by_name[key], single, text)) is not None]
    rest = ", ".join(found.rest) if heard else ""
    if heard and any(letter.isdigit() for letter in rest):
        heard[-1] = _unsure(by_name[heard[-1].field], heard[-1])  # "nghèo 1, 2, 3": more figures than names
    return Hearing(tuple(heard), rest)


def hear_for(text: str, field: Field, known: Known) -> Hearing:
    """Returns what an answer says about one field alone."""
    single = read_answer(text, _asked(field, known))
    if isinstance(single, SameAsBefore):
        return Hearing(same=True)
    heard = _heard(field, single, text)
    if heard is None:
        return Hearing()
    return Hearing((_unsure(field, heard) if _is_nothing_else(field, heard, text) else heard,))


def named_field(text: str, fields: Sequence[Field]) -> tuple[Field, str] | None:
    """Returns the field that a text names first, by its number or one of its names, and what stands behind it."""
    said = plain(" ".join(text.split()))
    words = " ".join(text.split())
    if found := _NUMBER.match(said):
        place = int(found[1]) - 1
        return (fields[place], words[found.end() :]) if 0 <= place < len(fields) else None
    named = [
        (len(name), field)
        for field in fields
        for name in map(plain, (field.label, field.short, *field.aliases))
        if said == name or said.startswith((f"{name} ", f"{name}:", f"{name}="))
    ]
    if not named:
        return None
    length, field = max(named, key=lambda one: one[0])
    start = length + _end(said[length:])
    return field, words[start:]


def _end(rest: str) -> int:
    found = _BETWEEN.match(rest)
    return found.end() if found else 0


def _asked(field: Field, known: Known) -> Asked:
    before = known.before(field.id)
    previous = before.value if before is not None and not isinstance(before.value, bool | str) else None
    return field.asked(length(known.period.span), Decimal(previous) if previous is not None else None)


def _heard(field: Field, single: Single, typed: str) -> Heard | None:
    match single:
        case Read():
            reading = Reading(shown(field, _value(field, single.value)), _value(field, single.value), single.estimate)
            if single.confirm and not _likely(field, single.value):
                return Heard(field.id, Certainty.DOUBT, typed, (), single.why or "Đồng chí cho tôi con số cụ thể.")
            if not single.confirm:
                return Heard(field.id, Certainty.CLEAR, typed, (reading,), how=single.how)
            return Heard(field.id, Certainty.CONFIRM, typed, (reading,), _sure(field, reading, single.why))
        case Words():
            text = _as_typed(single.text, typed)[: field.longest]
            return Heard(field.id, Certainty.CLEAR, typed, (Reading(text, text),))
        case Doubt():
            own = [one for one in single.options if one.key in ("", field.id) and _likely(field, one.value)]
            readings = tuple(Reading(option.label, _value(field, option.value)) for option in own)
            why = _sure(field, readings[0], single.why) if len(readings) == 1 else single.why
            return Heard(field.id, Certainty.DOUBT, typed, readings, why)
        case Later():
            return Heard(field.id, Certainty.LATER, typed)
        case SameAsBefore() | NotAFigure():
            return None


def _unsure(field: Field, heard: Heard) -> Heard:
    """Returns a clear figure as one that needs a yes first."""
    if heard.certainty is not Certainty.CLEAR or field.kind is FigureKind.TEXT:
        return heard
    why = _sure(field, heard.readings[0], "Tin này tôi chưa hiểu hết.")
    return Heard(heard.field, Certainty.CONFIRM, heard.typed, heard.readings, why, heard.how)


def _is_nothing_else(field: Field, heard: Heard, text: str) -> bool:
    """Whether a nought is of another thing than the field counts: "không còn nhà nào" where days are asked for."""
    if not heard.readings or isinstance(heard.readings[0].value, bool | str) or heard.readings[0].value != 0:
        return False
    own = plain(f"{field.unit} {field.label} {field.short} {field.ask}")
    return any(noun in plain(text).split() and noun not in own.split() for noun in _COUNTED)


def _likely(field: Field, value: Decimal) -> bool:
    """Whether a doubtful reading is worth offering: not 3 đồng, not 500.000 households."""
    if field.kind is FigureKind.MONEY:
        return value == 0 or value >= _LEAST_MONEY
    return field.high is None or value <= _MOST_TIMES * max(field.high, Decimal(1))


def _as_typed(words: str, typed: str) -> str:
    """Returns words as they stand in what was typed: the reader of several figures sees small letters only."""
    whole = unicodedata.normalize("NFC", typed)
    start = whole.lower().find(words)
    return whole[start : start + len(words)] if start >= 0 and len(whole) == len(whole.lower()) else words


def _sure(field: Field, reading: Reading, why: str) -> str:
    if reading.label in why and why.endswith("?"):
        return f"{field.short}: {why}"
    return f"{why}\n{field.short}: {reading.label}, đúng không đồng chí?".lstrip()


def _value(field: Field, value: Decimal) -> Value:
    """Returns a value as its field keeps it: whole numbers as int, yes and no as bool, measures as they are."""
    match field.kind:
        case FigureKind.YES_NO:
            return value == 1
        case FigureKind.MEASURE:
            return value.normalize() if value != value.to_integral_value() else Decimal(int(value))
        case _:
            return int(value)
