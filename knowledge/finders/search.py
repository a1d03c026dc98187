"""Everything else: the facts that explain the question best, if they explain it well enough and are of the kind that is asked."""

from collections.abc import Sequence

from knowledge.answer import Answer, Nothing, Option, Unsure
from knowledge.facts import Fact
from knowledge.fitness import Candidate, candidates
from knowledge.query import Query
from knowledge.wording import full, said

_SURE = 0.60
_LIKELY = 0.42
_CLOSE = 0.05


def find(query: Query) -> Answer:
    """Returns the best fact, the best few side by side or as a question back, or nothing."""
    ranked = candidates(query)
    if not ranked or ranked[0].score < _LIKELY:
        return Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near", options=_near(query, ranked[:2]))
    best = ranked[0]
    if best.score >= _SURE:
        rivals = [one for one in ranked[1:4] if best.score - one.score < _CLOSE and _same_matter(best.fact, one.fact)]
        return said(query.base.library, [best.fact, *(one.fact for one in rivals)], query.today)
    shown = ranked[:3]
    return Unsure(
        "\n".join(["Tôi chưa rõ ý đồng chí. Có phải đồng chí hỏi một trong các điều này:", *(f"- {full(one.fact)}" for one in shown)]),
        tuple(Option(one.fact.say[:40], f"fact:{one.fact.id}") for one in shown),
        tuple(one.fact.source for one in shown),
        tuple(one.fact.id for one in shown),
    )


def _same_matter(one: Fact, other: Fact) -> bool:
    return True


def _near(query: Query, ranked: Sequence[Candidate]) -> tuple[Option, ...]:
    return tuple(Option(one.fact.say[:40], f"fact:{one.fact.id}") for one in ranked if one.score > 0.25)
