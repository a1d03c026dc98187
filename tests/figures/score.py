"""How a reading compares with what was expected: right, asked, missed, or silently wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.reading.answer import read
from bot.reading.asked import Asked
from bot.reading.readings import Doubt, Later, NotAFigure, Reading, SameAsBefore, Several, Single, Value, Words
from bot.reading.several import several
from tests.figures.expected import Expression


class Verdict(StrEnum):
    """RIGHT as expected; ASKED back where a value was clear; MISSED otherwise harmless; WRONG stores another value."""

    RIGHT = "right"
    ASKED = "asked"
    MISSED = "missed"
    WRONG = "SILENTLY WRONG"


@dataclass(frozen=True, slots=True)
class Score:
    """An expression with its reading and the verdict."""

    expression: Expression
    reading: Reading
    verdict: Verdict


def score(expression: Expression, fields: Mapping[str, Asked]) -> Score:
    """Returns how an expression is read."""
    asked = [fields[key] for key in expression.fields]
    given = (
        read(expression.typed, asked[0], tuple(fields.values()))
        if len(asked) == 1
        else several(expression.typed, asked)
    )
    return Score(expression, given, judged(expression, given))


def judged(expression: Expression, given: Reading) -> Verdict:
    """Returns the verdict of one reading."""
    if isinstance(expression.means, tuple):
        return _of_several(expression, given)
    if isinstance(given, Several):
        return Verdict.WRONG if any(isinstance(one, Value) for _, one in given.values) else Verdict.MISSED
    return _of_one(expression, expression.means, given)


def _of_one(expression: Expression, means: Decimal | str, given: Single) -> Verdict:
    if isinstance(given, Value) and given.value != means:
        return Verdict.MISSED if given.confirm else Verdict.WRONG
    if isinstance(given, Value):
        careful = (given.confirm or not expression.confirm) and given.estimate == expression.estimate
        return Verdict.RIGHT if careful else Verdict.MISSED
    if isinstance(given, Words):
        return Verdict.RIGHT if given.text == means else Verdict.WRONG
    if isinstance(given, Later):
        return Verdict.RIGHT if means == "none" else Verdict.MISSED
    if means == "?":
        offered = given.options[0].value if isinstance(given, Doubt) and given.options else None
        return Verdict.RIGHT if expression.first is None or expression.first == offered else Verdict.MISSED
    assert isinstance(given, Doubt | SameAsBefore | NotAFigure)
    return Verdict.ASKED


def _of_several(expression: Expression, given: Reading) -> Verdict:
    if not isinstance(given, Several):
        return Verdict.MISSED if isinstance(given, Value) else Verdict.ASKED
    expected = dict(expression.means) if isinstance(expression.means, tuple) else {}
    if {key for key, one in given.values if isinstance(one, Value)} - set(expected):
        return Verdict.WRONG
    if set(expected) != {key for key, _ in given.values} or (expression.rest not in " ".join(given.rest)):
        return Verdict.MISSED
    if not expression.rest and given.rest:
        return Verdict.MISSED
    verdicts = [_of_one(Expression("", (), "?"), expected[key], one) for key, one in given.values]
    order = list(Verdict)
    return max(verdicts, key=order.index)
