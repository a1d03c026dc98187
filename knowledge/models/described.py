"""The models of the plans described for lists: by topic, by the words of their names, by what a list tells of them."""

from collections.abc import Mapping, Sequence
from functools import cache

from knowledge.base import Base
from knowledge.models.description import Described

_LIST_WORDS = " mo hinh phongtrao cvd chuong trinh kehoach ntm 2024 2025 tinh hoi cac cap thanh pho tam ky hai duong quang nam ccb mttq bao ve giu gin moi truong antt an ninh trat tu nhan rong xay dung nguongheo vi "
LIST_TERMS = frozenset(_LIST_WORDS.split())
"""Words that go with any model, and tell none from another."""


@cache
def of_topic(base: Base) -> Mapping[str, Sequence[Described]]:
    """Returns the models of each topic, and under "" those of all."""
    found: dict[str, list[Described]] = {"": list(base.described)}
    for one in base.described:
        if one.model.topic:
            found.setdefault(one.model.topic, []).append(one)
    return found


@cache
def with_word(base: Base) -> Mapping[str, Sequence[int]]:
    """Returns in which models' names each word stands, by their numbers."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(base.described):
        for word in frozenset().union(*one.names):
            found.setdefault(word, []).append(number)
    return found


@cache
def words_about(base: Base) -> Mapping[str, frozenset[str]]:
    """Returns the words by which a list tells of each model, by its id."""
    return {one.model.id: one.about for one in base.described}
