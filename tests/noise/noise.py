"""The shape of a noise."""

from collections.abc import Collection
from random import Random
from typing import Protocol


class Noise(Protocol):
    """Types a text as a member might. The same seed gives the same text.

    ``protect`` names words and phrases (places mostly) that change in nothing but accents, case and keys.
    """

    def __call__(self, text: str, rng: Random, protect: Collection[str] = ()) -> str: ...
