"""A finder's answer that leaves open what a single fact explains: the search's answer is said instead.

A finder knows its kind of question by a few words, and may take a question for its own whose other words ask for
something else ("Báo cáo đồng chí, …"). Both answers are measured alike: by how much of what the question tells, each
word as rare as it is, stands in the facts that are told.
"""

from collections.abc import Callable, Iterable, Sequence

from knowledge.answer import Answer, Found
from knowledge.beside import PLURAL
from knowledge.facts import Communes, Content, Districts, Duty, Fact, Model, Regime, Target
from knowledge.finders.models import SEVERAL, SIBLINGS
from knowledge.gate.kept import kept
from knowledge.query import Query

_MARGIN = 0.1
"""So much more of the question one fact has to explain than all facts of the finder's answer together."""

_ROUNDED = 1e-6

_SURE = 0.85
"""So far the search has to be trusted."""

_SCREEN = 7
"""A longer list answers nobody who asks for one thing of a kind: "cuộc vận động nào chăm lo thiếu nhi?"."""

_SURE_OF_REPORT = 0.94
"""So far, where one report is told for another."""

_SURE_OF_PART = 0.88
"""So far, where a finder takes a question for one about a plan as a whole."""

_PARTS = (Content, Duty, Target)
"""What stands in a plan, and says nothing of it as a document."""

_BY_FIELDS = (Regime, Communes, Districts)
"""What is chosen by plan, period, year and place: among rows of these the finder knows better than the words do, unless
they say who reports to whom.
"""


def better(query: Query, found: Answer, searched: Callable[[], tuple[float, Answer]]) -> Found | None:
    """Returns the search's answer where it explains notably more of the question than a finder's; None where it does not.

    ``searched`` tells what the search finds, and how sure it is; it is asked only where any fact explains more.
    """
    if not isinstance(found, Found) or query.communes or not found.facts:
        return None
    facts = _facts(query, found)
    if query.plans and len(facts) == 1 and (fuller := _fuller(query, facts[0], searched)):
        return fuller
    least = _least(query, facts) if facts else 1.0
    if least > query.base.index.most_held(query.places) + _ROUNDED:
        return None
    sure, found_too = searched()
    if sure < (_SURE if facts else _SURE_OF_PART) or not isinstance(found_too, Found):
        return None
    others = _facts(query, found_too)
    if not facts and not isinstance(others[0], _PARTS):
        return None
    if _is_by_fields(others[0], facts) and (sure < _SURE_OF_REPORT or not isinstance(others[0], Regime)):
        return None
    if query.finds(SEVERAL) and isinstance(next(iter(facts), None), Model) and not _names_several(found_too, others):
        return None
    most = max(_explained(query, [fact]) for fact in others)
    return found_too if most >= least and isinstance(kept(query, found_too), Found) else None


def _is_by_fields(other: Fact, facts: Sequence[Fact]) -> bool:
    """Whether one row of a table would be told for others of it."""
    return isinstance(other, _BY_FIELDS) and any(isinstance(fact, type(other)) for fact in facts)


def _names_several(found: Found, others: Sequence[Fact]) -> bool:
    """Whether an answer names what is asked for when models are: it is about a model, or has several names in quotes."""
    return isinstance(others[0], Model) or found.text.count('"') > len('""')


def _least(query: Query, facts: Sequence[Fact]) -> float:
    """How much of a question another fact has to explain at least: of a long list where one thing is asked, as much as one row."""
    if len(facts) > _SCREEN and not (query.finds(PLURAL) or query.finds(SIBLINGS)):
        return max(_explained(query, [fact]) for fact in facts)
    return _explained(query, facts) + _MARGIN


def _fuller(query: Query, fact: Fact, searched: Callable[[], tuple[float, Answer]]) -> Found | None:
    """The search's answer where it says the one fact of a finder too, behind what stands in the plan that is named alone."""
    sure, found = searched()
    if sure < _SURE or not isinstance(found, Found) or fact.id not in found.facts[1:]:
        return None
    first = _facts(query, found)[0]
    own = all(source.plan in query.plans for source in first.sources)
    return found if own and isinstance(kept(query, found), Found) else None


def _facts(query: Query, found: Found) -> list[Fact]:
    return [fact for name in found.facts if (fact := query.base.library.fact(name))]


def _explained(query: Query, facts: Iterable[Fact]) -> float:
    """The share of what a question tells that stands in one of some facts: 0 to 1."""
    index, numbers = query.base.index, [query.base.numbers[fact.id] for fact in facts]
    telling = [(index.weight(place), place) for place in query.places if place.weight == 1.0]
    held = sum(
        weight for weight, place in telling if any(index.has(one, term) for term, _ in place.meant for one in numbers)
    )
    total = sum(weight for weight, _ in telling)
    return held / total if total else 1.0
