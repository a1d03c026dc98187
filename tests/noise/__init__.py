"""Twelve ways in which old members type a question: seeded generators that take a clean text."""

from tests.noise.abbreviations import abbreviations
from tests.noise.accents import half_accents, no_accents
from tests.noise.dialect import dialect
from tests.noise.keyboards import telex, vni
from tests.noise.keywords import keywords
from tests.noise.mix import mix
from tests.noise.noise import Noise
from tests.noise.politeness import politeness
from tests.noise.slips import typos, typos_without_accents
from tests.noise.sounds import phonetic
from tests.noise.typed import typed_by

NOISES: dict[str, Noise] = {
    "no accents": no_accents,
    "half accents": half_accents,
    "telex": telex,
    "vni": vni,
    "typos": typos,
    "typos without accents": typos_without_accents,
    "phonetic": phonetic,
    "abbreviations": abbreviations,
    "dialect": dialect,
    "politeness": politeness,
    "keywords": keywords,
    "mix": mix,
}

__all__ = [
    "NOISES",
    "Noise",
    "abbreviations",
    "dialect",
    "half_accents",
    "keywords",
    "mix",
    "no_accents",
    "phonetic",
    "politeness",
    "telex",
    "typed_by",
    "typos",
    "typos_without_accents",
    "vni",
]
