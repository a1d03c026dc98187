"""How well a fact fits a question: what the index says, corrected by what the question names and wants."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.aims import Aim
from knowledge.facts import Communes, Content, Criteria, Districts, Duty, Fact, Legal, Milestone, Model, Regime, Target
from knowledge.fold import plain
from knowledge.index import Hit
from knowledge.query import Query


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with its score after the checks, and what they said."""

    fact: Fact
    score: float
    hit: Hit
    checks: tuple[str, ...] = field(default=())


def candidates(query: Query) -> Sequence[Candidate]:
    """Returns the facts that may answer, best first."""
    found = [_checked(query, query.base.library.facts[hit.fact], hit) for hit in query.base.index.search(query.places)]
    return sorted(found, key=lambda one: -one.score)


def _checked(query: Query, fact: Fact, hit: Hit) -> Candidate:
    score = hit.score
    checks: list[str] = []
    for name, change in (("kind", _kind(query, fact)), ("plan", _plan(query, fact)), ("district", _district(query, hit.fact)), ("year", _year(query, fact)), ("section", _section(query, fact))):
        if change:
            score += change
            checks.append(f"{name} {change:+.2f}")
    return Candidate(fact, score, hit, tuple(checks))


def _kind(query: Query, fact: Fact) -> float:
    """A fact of the kind that is asked for is nearer."""
    if query.wants(Aim.NUMBER):
        return 0.12 if isinstance(fact, Legal) else -0.08
    if query.wants(Aim.WHEN, Aim.LEFT) and not query.wants(Aim.COUNT):
        return 0.08 if isinstance(fact, Milestone | Regime | Districts) else 0.0 if any(c.isdigit() for c in fact.say) else -0.06
    if query.wants(Aim.COUNT):
        return 0.06 if isinstance(fact, Target) else 0.0 if any(c.isdigit() for c in fact.say) else -0.08
    if query.wants(Aim.WHO):
        return 0.05 if isinstance(fact, Duty | Content | Model) else 0.0
    return 0.0


def _plan(query: Query, fact: Fact) -> float:
    plans = {source.plan for source in fact.sources}
    if query.plans:
        return 0.08 if plans & set(query.plans) else -0.15
    if plans == {"haiduong"}:
        return -0.12
    return 0.0


def _district(query: Query, number: int) -> float:
    if not query.districts:
        return 0.0
    text = query.base.plain[number]
    named = [name for mention in query.districts for name in mention.names]
    return 0.06 if any(plain(name) in text for name in named) else -0.3


def _year(query: Query, fact: Fact) -> float:
    if not query.years:
        return 0.0
    text = f"{fact.say} {getattr(fact, 'year', '')} {getattr(fact, 'when', '')}"
    if all(str(year) in text for year in query.years):
        return 0.04
    spans = {year for source in fact.sources for year in _plan_years(query, source.plan)}
    return 0.0 if set(query.years) <= spans else -0.3


def _section(query: Query, fact: Fact) -> float:
    if not query.section:
        return 0.0
    named = query.section if query.section[0] in "IVX" else ""
    return 0.08 if any(f"{source.section}.".startswith(f"{named or query.section}.") or f".{source.section}.".endswith(f".{query.section}.") for source in fact.sources) else 0.0


def _plan_years(query: Query, key: str) -> range:
    plan = query.base.library.plan(key)
    return range(plan.start.year, plan.end.year + 1)


_ = (Communes, Criteria, Sequence)
