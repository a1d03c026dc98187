"""What a list tells of each model, read once when the knowledge is made ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.facts import Model
from knowledge.fold import plain
from knowledge.library import Library
from knowledge.normal import normal
from knowledge.speech import Speech


@dataclass(frozen=True, slots=True)
class Described:
    """A model with the words of each of its names, the plans that have it, and the plain words by which a list tells of it."""

    model: Model
    names: Sequence[frozenset[str]]
    plans: frozenset[str]
    about: frozenset[str]


def descriptions(library: Library, speech: Speech) -> tuple[Described, ...]:
    """Returns every model, described."""
    return tuple(
        Described(
            row,
            [frozenset(word.fold for word in normal(name, speech)) for name in (row.name, *row.aliases)],
            frozenset(source.plan for source in row.sources),
            frozenset(plain(f"{row.name} {row.topic} {row.type} {row.run_by}").split()),
        )
        for row in library.of(Model)
    )
