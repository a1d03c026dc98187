"""How many slips of the pen lie between two syllables, one that only sounds alike counted for less."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.vocabulary import sound

MOST_SLIPS = 1.6
"""A name with as many slips in it, or more, is another one."""


@lru_cache(maxsize=20_000)
def slips(one: str, other: str) -> float:
    """Returns 0 for the same syllable, less than 1 for one that sounds alike, 1 for one letter's difference, many for another one."""
    if one == other:
        return 0.0
    if sound(one) == sound(other):
        return 0.7
    return 1.0 if len(other) > 2 and OSA.distance(one, other, score_cutoff=1) <= 1 else 9.0
