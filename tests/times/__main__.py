"""``python -m tests.times``: how times are read."""

import sys
from collections import Counter
from collections.abc import Sequence

from tests.figures.score import Verdict
from tests.times.expected import expressions
from tests.times.score import Score, score


def main() -> int:
    """Writes the figures of each file and what was not right to standard output."""
    scores = [score(one) for one in expressions()]
    for source in dict.fromkeys(one.expression.source for one in scores):
        sys.stdout.write(figures(source, [one for one in scores if one.expression.source == source]))
    return int(any(one.verdict is not Verdict.RIGHT for one in scores))


def figures(source: str, scores: Sequence[Score]) -> str:
    """Returns the counts of all verdicts, and what was not read as expected."""
    count = Counter(one.verdict for one in scores)
    said = ", ".join(f"{verdict} {count[verdict]}" for verdict in Verdict)
    misses = [
        f"  {one.verdict}: {one.expression.typed!r} at {one.expression.now:%d/%m/%Y %H:%M}: "
        f"expected {one.expression.means}, got {one.reading}\n"
        for one in scores
        if one.verdict is not Verdict.RIGHT
    ]
    return f"tests/times/{source}: {len(scores)} expressions: {said}\n{''.join(misses)}"


if __name__ == "__main__":
    raise SystemExit(main())
