"""Slips of the finger in words that are waited for: "tinh hih" is "tinh hinh". Pure."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.reading.cut import paired
from knowledge.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""A phrase of fewer letters is like too many other words."""


def mended(text: str, phrases: Sequence[str]) -> str:
    """Returns the text with its slips mended: a word that is no syllable becomes the one that makes a phrase of these
    (plain letters, words with single spaces) of it, one letter apart. Where two words could be meant it stays.
    """
    said, low = paired(text)
    places = list(_WORD.finditer(low))
    words = [place[0] for place in places]
    odd = [at for at, word in enumerate(words) if not is_syllable(word)]
    known = [phrase.split() for phrase in phrases if len(phrase) >= _SHORTEST] if odd else []
    for at in reversed(odd):
        meant = {one for phrase in known for one in _meant(words, at, phrase)}
        if len(meant) == 1 and not any(words[at] in phrase for phrase in known):
            place = places[at]
            said = f"{said[: place.start()]}{meant.pop()}{said[place.end() :]}"
    return said


def _meant(words: Sequence[str], at: int, phrase: Sequence[str]) -> list[str]:
    """Returns the words of a phrase that can be meant at a place: all others of the phrase stand around it."""
    found = []
    for number, one in enumerate(phrase):
        first = at - number
        around = [*words[max(first, 0) : at], *words[at + 1 : first + len(phrase)]]
        if around == [*phrase[:number], *phrase[number + 1 :]] and OSA.distance(words[at], one) == 1:
            found.append(one)
    return found
