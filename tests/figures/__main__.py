"""``python -m tests.figures``: how figures are read, ours and those of ../shared where it is present."""

import sys
from collections import Counter
from collections.abc import Sequence

from knowledge.fields import load_fields
from tests.figures.expected import expressions
from tests.figures.score import Score, Verdict, score
from tests.figures.section_j import SOURCE, examples


def main() -> int:
    """Writes the figures and what was not right to standard output."""
    fields = {field.id: field.asked() for field in load_fields()}
    scores = [score(one, fields) for one in expressions()]
    sys.stdout.write(figures("tests/figures", scores) + misses(scores))
    if not SOURCE.exists():
        sys.stdout.write("No ../shared/report_figures.md here: its examples are not scored.\n")
        return 0
    rows = [[score(one, fields) for one in row] for row in examples()]
    worst = [max(row, key=lambda one: list(Verdict).index(one.verdict)) for row in rows]
    sys.stdout.write(figures("report_figures.md, section J", worst) + misses(worst))
    return int(any(one.verdict is not Verdict.RIGHT for one in worst))


def figures(name: str, scores: Sequence[Score]) -> str:
    """Returns the counts of all verdicts."""
    count = Counter(one.verdict for one in scores)
    said = ", ".join(f"{verdict} {count[verdict]}" for verdict in Verdict)
    return (
        f"{name}: {len(scores)} expressions: {said}; right {100 * count[Verdict.RIGHT] / max(1, len(scores)):.1f} %\n"
    )


def misses(scores: Sequence[Score]) -> str:
    """Returns what was not read as expected."""
    return "".join(
        f"  {one.verdict}: {one.expression.typed!r} in {one.expression.fields[0]}: expected {one.expression.means}"
        f"{'' if one.expression.first is None else one.expression.first}, got {one.reading}\n"
        for one in scores
        if one.verdict is not Verdict.RIGHT
    )


if __name__ == "__main__":
    raise SystemExit(main())
