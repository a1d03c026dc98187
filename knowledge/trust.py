"""How far the best fact of a search can be trusted to be the answer: a logistic model over a few plain features."""

import math
from collections.abc import Mapping, Sequence
from operator import mul

from knowledge.facts import Content, Districts, Duty, Fact, Legal, Milestone, Model, Regime, Target
from knowledge.fitness import SIGNALS, Candidate
from knowledge.fitted import TRUST
from knowledge.query import Query

FEATURES = (
    "constant",
    "share",
    "gap",
    "shown share",
    "unknown words",
    "missing words",
    "missing weight",
    "missing beside what asks",
    "missing of a name",
    "missing of a document",
    "missing of a figure",
    "missing of a duty",
    "unknown of a name",
    "length",
    "aims",
    *SIGNALS,
)
_ASKS = frozenset({"gi", "nao", "bao", "nhieu", "may", "ai", "dau", "sao", "mo", "chi"})


def trust(query: Query, ranked: Sequence[Candidate], shown: Sequence[Fact]) -> float:
    """Returns the chance that the facts shown, the first candidate among them, answer the question: 0 to 1."""
    total = sum(map(mul, TRUST, features(query, ranked, shown)))
    return 1 / (1 + math.exp(-total))


def features(query: Query, ranked: Sequence[Candidate], shown: Sequence[Fact]) -> tuple[float, ...]:
    """Returns what the trust is judged by, in the order of FEATURES, each about 0 to 1."""
    best = ranked[0]
    index = query.base.index
    names = {fact.id for fact in shown}
    said = [one for one in ranked if one.fact.id in names]
    explained = list(map(any, zip(*(one.hit.explains for one in said), strict=True)))
    telling = [number for number, place in enumerate(query.places) if place.weight == 1.0]
    count = max(1, len(telling))
    weights = {number: index.weight(query.places[number]) for number in telling}
    missing = {number: weight for number, weight in weights.items() if not explained[number]}
    lost = sum(missing.values()) / (sum(weights.values()) or 1.0)
    kind = type(best.fact)
    unknown = sum(not query.places[number].meant for number in telling) / count
    second = next((one for one in ranked if one.fact.id not in names), None)
    return (
        1.0,
        best.share,
        min(1.0, (best.score - second.score) / 5) if second else 1.0,
        sum(one.share for one in said),
        unknown,
        len(missing) / count,
        lost,
        _missing_beside(query, missing) / index.rarest,
        lost * (kind is Model),
        lost * (kind is Legal),
        lost * (kind in (Target, Milestone, Regime, Districts)),
        lost * (kind in (Content, Duty)),
        unknown * (kind is Model),
        min(count, 12) / 12,
        float(bool(query.aims)),
        *best.signals,
    )


def _missing_beside(query: Query, missing: Mapping[int, float]) -> float:
    """How rare the rarest word beside a question word is that no fact shown has: what is asked for stands there."""
    asking = [number for number, place in enumerate(query.places) if place.word.fold in _ASKS]
    return max((missing.get(number + step, 0.0) for number in asking for step in (-2, -1, 1, 2)), default=0.0)
