"""The names of bodies that people name and no plan speaks of, by the sounds of their first words."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from knowledge.fold import plain, same_form
from knowledge.vocabulary import sound

_FILE = Path(__file__).parent / "lexicon" / "bodies.toml"
ALONE = "*"
"""Stands for the sound of the second word of a name that has one word."""


@dataclass(frozen=True, slots=True)
class StrangerNames:
    """``by_sound``: the names by the sounds of their first words and their second ones; all of several words under "", too."""

    by_sound: Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
    begins: frozenset[str]
    """The sounds of the names' first words."""

    @property
    def names(self) -> Set[tuple[str, ...]]:
        """The names, in their words."""
        return {name for names in self.by_sound.values() for name in names}


def stranger_names(told: str) -> StrangerNames:
    """Returns those of the names in the list that do not stand in what all facts tell, in plain words."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))["names"]
    found: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for name in table.replace("\n", " ").split(";"):
        words = tuple(same_form(name.strip().lower()).split())
        if words and plain(" ".join(words)) not in told:
            first = sound(plain(words[0]))
            for second in ("", sound(plain(words[1]))) if len(words) > 1 else (ALONE,):
                found[first, second].append(words)
    return StrangerNames(dict(found), frozenset(first for first, _ in found))
