"""Accents left out, in all syllables or in half of them."""

from collections.abc import Collection
from random import Random

from tests.noise.letters import accented, plain
from tests.noise.pieces import cut


def no_accents(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Leaves out every accent: ``đường`` gives ``duong``."""
    return plain(text)


def half_accents(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Leaves out all accents of half of the accented syllables."""
    texts = [piece.text for piece in cut(text)]
    marked = [at for at, part in enumerate(texts) if accented(part)]
    for at in rng.sample(marked, (len(marked) + 1) // 2):
        texts[at] = plain(texts[at])
    return "".join(texts)
