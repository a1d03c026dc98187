"""An answer to one question that may speak of other fields too."""

from collections.abc import Sequence

from bot.reading.asked import Asked
from bot.reading.kind import FigureKind
from bot.reading.reader import read_answer
from bot.reading.readings import Doubt, Option, Reading, Single, Value
from bot.reading.several import several
from bot.reading.shown import shown_in


def read(text: str, asked: Asked, siblings: Sequence[Asked] = ()) -> Reading:
    """Returns what a text says of the field that is asked, and of the sibling fields that it names.

    A figure that the text gives to another field never becomes the asked one's; where only the other one is named,
    that is a doubt.
    """
    if asked.kind in (FigureKind.TEXT, FigureKind.CHOICE):
        return read_answer(text, asked)
    fields = tuple(siblings)
    if asked not in fields:
        fields = (asked, *(one for one in fields if one.key != asked.key))
    found = several(text, fields, asked)
    given = [pair for pair in found.values if pair[0] != asked.key]
    if not given:
        return read_answer(text, asked)
    if len(given) == 1 and found.of(asked.key) is None and asked.key:
        return _whose(text, asked, given[0][1], next(one for one in fields if one.key == given[0][0]))
    return found


def _whose(text: str, asked: Asked, reading: Single, other: Asked) -> Single:
    """Only another field is named: the figure may be its own, or an answer in loose words."""
    mine = read_answer(text, asked)
    if not isinstance(reading, Value):
        return mine
    options = [Option(f"{other.names[0]}: {shown_in(reading.value, other.unit)}", reading.value, other.key)]
    if isinstance(mine, Value):
        options.insert(0, Option(f"{asked.names[0]}: {shown_in(mine.value, asked.unit)}", mine.value))
    return Doubt("Con số này là của mục nào?", tuple(options))
