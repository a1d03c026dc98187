"""Two or three noises at once, in the order in which one person makes them."""

from collections.abc import Collection
from random import Random

from tests.noise.abbreviations import abbreviations
from tests.noise.accents import half_accents, no_accents
from tests.noise.dialect import dialect
from tests.noise.keyboards import telex
from tests.noise.keywords import keywords
from tests.noise.noise import Noise
from tests.noise.politeness import politeness
from tests.noise.slips import typos
from tests.noise.sounds import phonetic

RECIPES: tuple[tuple[Noise, ...], ...] = (
    (abbreviations, typos, half_accents),
    (dialect, no_accents),
    (phonetic, no_accents),
    (abbreviations, no_accents),
    (dialect, abbreviations, half_accents),
    (dialect, typos),
    (politeness, no_accents),
    (politeness, abbreviations),
    (keywords, typos),
    (keywords, abbreviations, no_accents),
    (abbreviations, telex),
)


def mix(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Applies one of the recipes. Accents go last: the other noises need to see them."""
    for noise in rng.choice(RECIPES):
        text = noise(text, rng, protect)
    return text
