"""How far the best fact of a search can be trusted to be the answer: a logistic model over a few plain features.

The weights were fitted on the project's own questions and traps (tests/questions), clean and noisy, not on ../shared/questions.
"""

import math
from collections.abc import Sequence

from knowledge.facts import Fact
from knowledge.fitness import Candidate
from knowledge.query import Query

_WEIGHTS = (-8.96, 1.75, -0.27, 3.32, 3.76, 11.39, 2.37, -0.03, -1.83, 1.29, 0.4, 0.2, 3.23, -0.15)


def trust(query: Query, ranked: Sequence[Candidate], shown: Sequence[Fact]) -> float:
    """Returns the chance that the facts shown, the first candidate among them, answer the question: 0 to 1."""
    return 1 / (
        1
        + math.exp(
            -sum(weight * value for weight, value in zip(_WEIGHTS, (1.0, *features(query, ranked, shown)), strict=True))
        )
    )


def features(query: Query, ranked: Sequence[Candidate], shown: Sequence[Fact]) -> tuple[float, ...]:
    """Returns what the trust is judged by, each about 0 to 1."""
    best = ranked[0]
    index = query.base.index
    telling = [place for place in query.places if place.weight == 1.0]
    count = max(1, len(telling))
    weights = [index.weight(place) for place in telling]
    total = sum(weights) or 1.0
    missing = [
        weight for place, weight in zip(telling, weights, strict=True) if not index.explains(best.hit.fact, place)
    ]
    pairs = index.pairs(best.hit.fact, query.places)
    second = next((one for one in ranked if one.fact not in shown), None)
    return (
        best.hit.explained,
        best.hit.likeness,
        best.hit.focus,
        best.hit.bm25,
        max(-0.5, min(0.3, best.score - best.hit.score)),
        min(0.3, best.score - second.score) if second else 0.3,
        sum(not place.meant for place in telling) / count,
        len(missing) / count,
        max(missing, default=0.0) / index.rarest,
        sum(missing) / total,
        pairs,
        min(count, 12) / 12,
        float(bool(query.aims)),
    )
