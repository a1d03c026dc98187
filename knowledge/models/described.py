"""The models of the plans described for lists: by topic, by the words of their names, by what a list tells of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.base import Base
from knowledge.facts import Model
from knowledge.fold import plain
from knowledge.normal import normal

_LIST_WORDS = " mo hinh phongtrao cvd chuong trinh kehoach ntm 2024 2025 tinh hoi cac cap thanh pho tam ky hai duong quang nam ccb mttq bao ve giu gin moi truong antt an ninh trat tu nhan rong xay dung nguongheo vi "
LIST_TERMS = frozenset(_LIST_WORDS.split())
"""Words that go with any model, and tell none from another."""


@dataclass(frozen=True, slots=True)
class Described:
    """A model with the words of each of its names, the plans that have it, and the plain words by which a list tells of it."""

    model: Model
    names: Sequence[frozenset[str]]
    plans: frozenset[str]
    about: frozenset[str]


@cache
def described(base: Base) -> Sequence[Described]:
    """Returns every model, described."""
    return [
        Described(
            row,
            [frozenset(word.fold for word in normal(name, base.speech)) for name in (row.name, *row.aliases)],
            frozenset(source.plan for source in row.sources),
            frozenset(plain(f"{row.name} {row.topic} {row.type} {row.run_by}").split()),
        )
        for row in base.library.of(Model)
    ]


@cache
def of_topic(base: Base) -> Mapping[str, Sequence[Described]]:
    """Returns the models of each topic, and under "" those of all."""
    found: dict[str, list[Described]] = {"": list(described(base))}
    for one in described(base):
        if one.model.topic:
            found.setdefault(one.model.topic, []).append(one)
    return found


@cache
def with_word(base: Base) -> Mapping[str, Sequence[int]]:
    """Returns in which models' names each word stands, by their numbers."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(described(base)):
        for word in frozenset().union(*one.names):
            found.setdefault(word, []).append(number)
    return found


@cache
def words_about(base: Base) -> Mapping[str, frozenset[str]]:
    """Returns the words by which a list tells of each model, by its id."""
    return {one.model.id: one.about for one in described(base)}
