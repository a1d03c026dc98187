"""One call for a noise by name."""

from collections.abc import Collection
from random import Random

from tests.noise.noise import Noise


def typed_by(noise: Noise, text: str, seed: int, protect: Collection[str] = ()) -> str:
    """Returns the text as typed. The text is part of the seed, so that not all texts get the same mix or letter."""
    return noise(text, Random(f"{seed} {text}"), protect)
