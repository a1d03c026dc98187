"""How the reading of a time compares with what was expected: right, asked, missed, or silently wrong."""

from dataclasses import dataclass

from bot.reading.moments import read_time
from bot.reading.time_read import Clear, Doubtful, NoTime, TimeRead
from tests.figures.score import Verdict
from tests.times.expected import Expression


@dataclass(frozen=True, slots=True)
class Score:
    """An expression with its reading and the verdict."""

    expression: Expression
    reading: TimeRead
    verdict: Verdict


def score(expression: Expression) -> Score:
    """Returns how an expression is read."""
    given = read_time(expression.typed, expression.now)
    return Score(expression, given, judged(expression, given))


def judged(expression: Expression, given: TimeRead) -> Verdict:
    """Returns the verdict of one reading. A moment that nobody meant is wrong, whatever was expected."""
    if isinstance(given, Clear):
        meant = expression.now if expression.means == "now" else expression.means
        if given.at != meant or given.now != (expression.means == "now"):
            return Verdict.WRONG
        right = given.estimate == expression.estimate
    elif isinstance(given, Doubtful):
        if expression.means != "?":
            return Verdict.ASKED
        right = expression.offered <= {choice.at for choice in given.choices}
    else:
        assert isinstance(given, NoTime)
        right = expression.means == "none"
    return Verdict.RIGHT if right and expression.rest in (None, given.rest) else Verdict.MISSED
