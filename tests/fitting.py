"""Fits the weights of the search (knowledge/fitted.py): ``python -m tests.fitting`` writes them anew.

The ranking is fitted so that the facts that answer a question come first (a softmax over the candidates of each
question), the trust so that what is shown is right as often as it says. It learns from the project's own questions in
tests/questions, clean and once under a noise, never from ../shared/questions.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from knowledge import fitness, trust
from knowledge.answer import Found
from knowledge.base import Base, build
from knowledge.beside import alike, shown_for
from knowledge.facts import Fact
from knowledge.fitness import SIGNALS, candidates, gathered
from knowledge.gate.kept import kept
from knowledge.library import open_library
from knowledge.message.one_question import FINDERS
from knowledge.query import read
from knowledge.trust import FEATURES, features
from knowledge.wording import said as told
from tests.exam import TODAY, Question, holds, read_blocks, said
from tests.noise import NOISES, typed_by
from tests.rows import communes

QUESTIONS = Path(__file__).parent / "questions"
FITTED = Path(__file__).parents[1] / "knowledge" / "fitted.py"

Right = Callable[[Fact], bool]
Array = NDArray[np.float64]


def labelled(base: Base) -> Iterator[tuple[str, Right]]:
    """Yields the questions whose answer is one known fact, and which facts are as good."""
    for path in sorted((QUESTIONS / "facts").glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if not lines:
                continue
            fact = base.library.fact(lines[0].removeprefix("fact:").strip())
            assert fact is not None, f"{path.name} asks for an unknown {lines[0]}"
            for line in lines[1:]:
                yield (
                    line,
                    lambda other, fact=fact: (
                        other.id == fact.id or (other.source.plan == fact.source.plan and alike(fact, other))
                    ),
                )


def examined(base: Base, questions: Sequence[Question]) -> Iterator[tuple[str, Right]]:
    """Yields the questions of an exam that one fact can answer, and which facts do; a trap is answered by none."""
    for question in questions:
        if question.answerable and question.kind != "ambiguous":
            yield (
                question.text,
                lambda fact, question=question: holds(question, said(base, told(base.library, [fact], TODAY))),
            )
        elif question.answerable is False:
            yield question.text, lambda _: False


def noisy(base: Base, rows: Sequence[tuple[str, Right]], seed: int) -> list[tuple[str, Right]]:
    """Returns each question as somebody may type it."""
    names, noises = communes(base.library), list(NOISES.values())
    chance = Random(seed)
    return [(typed_by(chance.choice(noises), text, seed, names), right) for text, right in rows]


def ranked(base: Base, rows: Sequence[tuple[str, Right]]) -> list[tuple[Array, Array]]:
    """Returns the signals of the candidates of each question, and which of them are right."""
    found = []
    for text, right in rows:
        hits = gathered(read(base, text, TODAY))
        if hits:
            signals = np.array([signals for _, signals in hits])
            found.append((signals, np.array([float(right(base.library.facts[hit.fact])) for hit, _ in hits])))
    return found


def fitted_ranking(rows: Sequence[tuple[Array, Array]], steps: int = 600) -> Array:
    """Returns the weights of the signals: softmax regression, the right candidates of a question together."""
    known = [(signals, right) for signals, right in rows if right.any()]
    size = max(len(right) for _, right in known)
    signals = np.zeros((len(known), size, len(SIGNALS)))
    mask = np.full((len(known), size), -1e9)
    right = np.zeros((len(known), size))
    for number, (own, good) in enumerate(known):
        signals[number, : len(good)], mask[number, : len(good)], right[number, : len(good)] = own, 0.0, good

    def gradient(weights: Array) -> Array:
        score = signals @ weights + mask
        belief = np.exp(score - score.max(axis=1, keepdims=True))
        belief /= belief.sum(axis=1, keepdims=True)
        wanted = belief * right
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope: Array = np.einsum("nk,nkf->f", belief - wanted, signals) / len(known) + 0.0005 * weights
        return slope

    return descended(np.array([2.0] * 5 + [0.0] * (len(SIGNALS) - 5)), gradient, steps)


def trusted(base: Base, rows: Sequence[tuple[str, Right]]) -> tuple[Array, Array]:
    """Returns the features of what the search would show for each question, and whether that is right."""
    found, right = [], []
    for text, good in rows:
        query = read(base, text, TODAY)
        if any(find(query) is not None for find in FINDERS):
            continue
        ranking = candidates(query)
        if ranking:
            shown = shown_for(query, ranking)
            if not isinstance(kept(query, told(base.library, shown, TODAY)), Found):
                continue
            found.append(features(query, ranking, shown))
            right.append(float(any(good(fact) for fact in shown)))
    return np.array(found), np.array(right)


def fitted_trust(found: Array, right: Array, steps: int = 1500) -> Array:
    """Returns the weights of the features: logistic regression."""

    def gradient(weights: Array) -> Array:
        slope: Array = found.T @ (1 / (1 + np.exp(-found @ weights)) - right) / len(right) + 0.0005 * weights
        return slope

    return descended(np.zeros(found.shape[1]), gradient, steps)


def descended(weights: Array, gradient: Callable[[Array], Array], steps: int, rate: float = 0.05) -> Array:
    """Returns the weights after so many steps of Adam."""
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def first_right(rows: Sequence[tuple[Array, Array]], weights: Array, among: int = 1) -> float:
    """Returns for how many of a hundred questions a right fact is among the first so many."""
    good = sum(right[np.argsort(-(signals @ weights), kind="stable")[:among]].any() for signals, right in rows)
    return 100 * good / len(rows)


def written(ranking: Sequence[float], trusting: Sequence[float]) -> str:
    """Returns the file of the weights."""
    lines = [
        '"""Weights fitted on the project\'s questions by ``python -m tests.fitting``; not written by hand."""',
        "",
    ]
    for name, weights, names in (("RANKING", ranking, SIGNALS), ("TRUST", trusting, FEATURES)):
        rows = (f"    {weight:.3f},  # {of}" for weight, of in zip(weights, names, strict=True))
        lines += [f"{name} = (", *rows, ")"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fits both and writes them; says how often the first candidate is right."""
    base = build(open_library())
    questions = [question for path in sorted(QUESTIONS.glob("*.txt")) for question in read_blocks(path)]
    clean = [*labelled(base), *examined(base, questions)]
    rows = [*clean, *noisy(base, clean, 1)]
    gathered_rows = ranked(base, rows)
    ranking = fitted_ranking(gathered_rows)
    sys.stdout.write(f"{len(rows)} questions; first right {first_right(gathered_rows, ranking):.1f} %\n")
    FITTED.write_text(written(ranking, [0.0] * len(FEATURES)), encoding="utf-8")
    _refresh(ranking)
    found, right = trusted(base, rows)
    weights = fitted_trust(found, right)
    sure = 1 / (1 + np.exp(-found @ weights))
    FITTED.write_text(written(ranking, weights), encoding="utf-8")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        said_so = sure >= least
        sys.stdout.write(
            f"trust {least}: {100 * said_so.mean():.1f} % answered,"
            f" {100 * (1 - right[said_so].mean()):.1f} % of them wrong,"
            f" {100 * right[~said_so].sum() / right.sum():.1f} % of the right ones not answered\n"
        )


def _refresh(ranking: Array) -> None:
    """The trust is fitted on what the new ranking shows."""
    fitness.RANKING = tuple(map(float, ranking))
    trust.TRUST = (0.0,) * len(FEATURES)
    candidates.cache_clear()


if __name__ == "__main__":
    main()
