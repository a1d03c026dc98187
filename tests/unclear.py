"""Whether nobody could tell any more what was meant: a noise left a name that is at least as near to another commune's,
or took away every word that asks.
"""

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import OSA

from tests.noise.decoders import from_telex, from_vni
from tests.noise.letters import accented, letters, plain
from tests.noise.sounds import misheard

ASKING = frozenset({"nao", "gi", "ai", "may", "nhieu", "dau", "sao"})
TYPED_ASKING = frozenset(
    {"j", "bn", "bnhieu", "ntn", "tnao", "mo", "chi", "rang", "khi", "khong", "ko", "k", "chua", "han", "so"}
)
"""What the noises write for them, and what asks beside them."""


def is_unclear(name: str, typed: str, names: Sequence[str]) -> bool:
    """Tells whether the name, where it stands in what was typed, is as near to another one.

    A text without any accent is not unclear: every name may stand there, and the reply has to ask.
    """
    if not accented(typed):
        return False
    words = re.findall(r"\w+", typed.lower())
    own = name.lower().split()
    windows = [words[at : at + len(own)] for at in range(len(words) - len(own) + 1)]
    if not windows:
        return True
    window = min(windows, key=lambda some: _distance(some, own))
    nearest = _distance(window, own)
    others = [other.lower().split() for other in names if other != name]
    return nearest > 0 and any(_distance(window, other) <= nearest for other in others if len(other) == len(own))


def asks_no_more(clean: str, typed: str) -> bool:
    """Tells whether the clean text asks by a word ("ở xã nào?"), and words were left out, those that ask among them.

    A word with one slip in it is still there. A bare topic is no question any more, and may be told of.
    """
    if len(typed.split()) >= len(clean.split()):
        return False
    left = {plain(word) for word in re.findall(r"\w+", typed.lower())}
    asked = {plain(word) for word in re.findall(r"\w+", clean.lower())} & ASKING
    return bool(asked) and left.isdisjoint(ASKING | TYPED_ASKING) and not any(map(_is_slip_of_asking, left))


def _is_slip_of_asking(word: str) -> bool:
    return len(word) > 2 and any(len(asks) > 2 and OSA.distance(word, asks, score_cutoff=1) <= 1 for asks in ASKING)


def _distance(typed: Sequence[str], name: Sequence[str]) -> int:
    return sum(_of_words(one, other) for one, other in zip(typed, name, strict=True))


@cache
def _of_words(typed: str, word: str) -> int:
    """Slips of the finger; a slip of the ear is one; keys that a typing program would have turned into it are none."""
    if typed == word or _syllable(word) in (from_telex(typed), from_vni(typed)):
        return 0
    if typed in misheard(word) or word in misheard(typed):
        return 1
    return OSA.distance(typed, word)


def _syllable(word: str) -> tuple[str, int | None]:
    """The syllable without its tone, and the tone, as the decoders give them."""
    found = letters(word)
    return "".join(letter.marked for letter in found), next((one.tone for one in found if one.tone is not None), None)
