"""Which models a question names, by the words of their names or in quotes."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from knowledge.facts import Model
from knowledge.fold import plain
from knowledge.models.described import LIST_TERMS
from knowledge.query import Query

_NAMED = 0.8
_NEAR_NAME = 80
"""How much of a quoted name may be mistyped, as rapidfuzz has it."""

_ALIKE = 5
_RARE = 5.0
_BESIDE = 0.3
_TRUST = 0.6
_QUOTED = re.compile(r"[“\"«‘']([^”\"»’']{6,80})[”\"»’']")


def models_quoted(query: Query) -> list[Model]:
    """Returns the models whose very names are quoted: "Tiếng loa an ninh" is no "Tiếng kẻng an ninh"."""
    quoted = {plain(name) for name in _QUOTED.findall(query.text)}
    if not quoted:
        return []
    models = query.base.library.of(Model)
    exact = [fact for fact in models if plain(fact.name) in quoted]
    if exact or len(quoted) > 1:
        return exact
    near = sorted(((fuzz.ratio(plain(fact.name), name), fact.id) for fact in models for name in quoted), reverse=True)[
        :2
    ]
    sure = near[0][0] >= _NEAR_NAME and near[0][0] - near[1][0] > _ALIKE
    return [fact for fact in models if sure and fact.id == near[0][1]]


def models_named(query: Query, beside: bool = False) -> list[Model]:
    """Returns the models whose names (or other names) stand in the question, the most completely named first.

    ``beside``: what is asked for is beside them, so that the question may hold much more than their names.
    """
    spoken = dict.fromkeys(term for place in query.places for term, trust in place.meant if trust >= _TRUST)
    best: dict[str, tuple[float, Model, frozenset[str]]] = {}
    shares: dict[frozenset[str], float] = {}
    for form, rows in (entry for word in spoken for entry in query.base.names.get(word, {}).items()):
        share = shares.get(form)
        if share is None:
            share = shares[form] = _spoken(query, form, spoken)
        for row in rows if share >= _NAMED else ():
            if share > best.get(row.id, (0.0,))[0]:
                best[row.id] = (share, row, form)
    left = {form: _left(query, form) for form in {one[2] for one in best.values()}}
    found = [
        one
        for one in best.values()
        if (beside or left[one[2]] <= _BESIDE)
        and (not query.plans or any(source.plan in query.plans for source in one[1].sources))
    ]
    found = [one for one in found if not any(one[2] < other[2] for other in found)]
    alike = {
        row.id: max(fuzz.partial_ratio(plain(name), query.said) for name in (row.name, *row.aliases))
        for _, row, _ in found
    }
    order = {word: number for number, word in enumerate(spoken)}
    first = {row.id: min(order[word] for word in query.base.rarer[row.id] & spoken.keys()) for _, row, _ in found}
    found.sort(key=lambda one: (-alike[one[1].id], -one[0], first[one[1].id], query.base.numbers[one[1].id]))
    heard: set[str] = set()
    named = []
    for score, row, form in found:
        as_near = alike[row.id] > alike[found[0][1].id] - _ALIKE and score > found[0][0] - 0.05
        another = score >= 1.0 and len(form - heard) > 1  # a second name, said as fully beside the first
        if as_near or another:
            named.append(row)
            heard |= form
    return named


def _spoken(query: Query, name: frozenset[str], spoken: Mapping[str, None]) -> float:
    """How much of a name was said; two rare words of it are enough ("hũ gạo")."""
    index = query.base.index
    rare = [word for word in name & spoken.keys() if index.idf(word) > _RARE]
    return 1.0 if len(rare) > 1 else index.covered(name, spoken.keys())


def _left(query: Query, name: frozenset[str]) -> float:
    """How much of the question, by the rarity of its words, is neither the name nor words that go with any model."""
    index = query.base.index
    telling = [place for place in query.places if place.weight == 1.0]
    total = sum(index.weight(place) for place in telling) or 1.0
    left = [place for place in telling if not any(term in name or term in LIST_TERMS for term, _ in place.meant)]
    return sum(index.weight(place) for place in left) / total
