"""The figures of one event, told in one breath: "3 buổi, 120 lượt", "vay 12 hộ dư nợ 600tr"."""

import re
from collections.abc import Sequence

from bot.reading.asked import Asked
from bot.reading.lexicon import lexicon
from bot.reading.reader import read_answer
from bot.reading.readings import Value
from bot.reading.role import Role
from bot.reading.token import tokens
from bot.reading.unit import Dimension

Given = tuple[tuple[str, Value], ...]
_LONGEST = 80
"""A longer text tells more than one event."""
_GAP = re.compile(r",? ")


def mates(asked: Asked, fields: Sequence[Asked]) -> list[Asked]:
    """Returns the other fields of the same event."""
    return [one for one in fields if one.event and one.event == asked.event and one.key != asked.key]


def told(text: str, asked: Asked, others: Sequence[Asked]) -> Given:
    """Returns which figures of an event a text gives that is no answer to ``asked`` alone; nothing when unsure.

    A figure is one field's only where its unit leaves none of the others: "120 lượt" are no sessions, a bare 120 may
    be either.
    """
    if len(text) > _LONGEST or isinstance(read_answer(text, asked), Value):
        return ()
    alone = _owner(text, asked, others)
    if alone and "×" not in alone[1].how:
        return (alone,)
    found = [
        (first, second)
        for gap in _GAP.finditer(text)
        if (first := _owner(text[: gap.start()], asked, others))
        and (second := _owner(text[gap.end() :], asked, others))
        and first[0] != second[0]
    ]
    clear = [pair for pair in found if not any(value.confirm for _, value in pair)] or found
    figures = {tuple((key, value.value) for key, value in pair) for pair in clear}
    return clear[0] if len(figures) == 1 else ()


def _owner(text: str, asked: Asked, others: Sequence[Asked]) -> tuple[str, Value] | None:
    """Returns the one field that a text is an answer to, with its value."""
    reads = [(one.key, read_answer(text, one)) for one in (asked, *others)]
    values = [(key, read) for key, read in reads if isinstance(read, Value)]
    return values[0] if len(values) == 1 and _says_what(text) else None


def _says_what(text: str) -> bool:
    """Whether a text says what its figure counts or measures: "50 hộ" and not "50"."""
    words = lexicon(Dimension.MONEY)
    typed = tokens(text, words.known)
    return any(
        entry.role in (Role.NOUN, Role.UNIT, Role.SCALE)
        for place in range(len(typed))
        for entry in words.at(typed, place)[1]
    )
