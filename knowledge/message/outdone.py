"""A finder's answer that leaves open what a single fact explains: the search's answer is said instead.

A finder knows its kind of question by a few words, and may take a question for its own whose other words ask for
something else ("Báo cáo đồng chí, …"). Both answers are measured alike: by how much of what the question tells, each
word as rare as it is, stands in the facts that are told.
"""

from collections.abc import Iterable

from knowledge.answer import Answer, Found
from knowledge.facts import Communes, Districts, Fact, Regime
from knowledge.gate.kept import kept
from knowledge.message.reader import Reader
from knowledge.query import Query

_MARGIN = 0.1
"""So much more of the question one fact has to explain than all facts of the finder's answer together."""

_SURE = 0.85
"""So far the search has to be trusted."""

_BY_FIELDS = (Regime, Communes, Districts)
"""What is chosen by plan, period, year and place: among rows of these the finder knows better than the words do."""


def better(reader: Reader, query: Query, found: Answer) -> Found | None:
    """Returns the search's answer where it explains notably more of the question than a finder's; None where it does not."""
    if not isinstance(found, Found) or query.communes:
        return None
    facts = _facts(query, found)
    told = _explained(query, facts)
    if not facts or 1.0 - told <= _MARGIN:
        return None
    sure, searched = reader.searched(query.text)
    if sure < _SURE or not isinstance(searched, Found):
        return None
    others = _facts(query, searched)
    if isinstance(others[0], _BY_FIELDS) and any(isinstance(fact, type(others[0])) for fact in facts):
        return None
    most = max(_explained(query, [fact]) for fact in others)
    return searched if most - told > _MARGIN and isinstance(kept(query, searched), Found) else None


def _facts(query: Query, found: Found) -> list[Fact]:
    return [fact for name in found.facts if (fact := query.base.library.fact(name))]


def _explained(query: Query, facts: Iterable[Fact]) -> float:
    """The share of what a question tells that stands in one of some facts: 0 to 1."""
    index, numbers = query.base.index, [query.base.numbers[fact.id] for fact in facts]
    telling = [(index.weight(place), place) for place in query.places if place.weight == 1.0]
    held = sum(
        weight for weight, place in telling if any(index.has(one, term) for term, _ in place.meant for one in numbers)
    )
    return held / (sum(weight for weight, _ in telling) or 1.0)
