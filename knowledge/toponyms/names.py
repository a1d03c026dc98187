"""Names of places without their marks, each with the full names that it can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.toponyms.slips import MOST_SLIPS, slips

LONGEST_NAME = 3
"""How many words a commune's name has at most."""


@dataclass(frozen=True)
class Names:
    """Plain names, each with the full names that it can be, and the first words of all."""

    full: Mapping[str, tuple[str, ...]]
    first: frozenset[str]
    said: Mapping[str, str] = field(default_factory=dict)
    """What some are called besides ("A Xan"), in plain letters; that counts behind "xã" only."""

    def beginning_near(self, word: str) -> list[str]:
        """Returns the names whose first word is at most one slip away from a word."""
        near = {first for first in self.first if slips(word, first) < MOST_SLIPS}
        return [name for name, first in self._begun if first in near] if near else []

    @cached_property
    def _begun(self) -> Sequence[tuple[str, str]]:
        """The names, each with its first word."""
        return [(name, name.split()[0]) for name in self.full]
