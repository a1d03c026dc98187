"""A sentence made comparable: small letters without marks, keyboards' leftovers and slips mended. Pure."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.fold import plain
from knowledge.syllables import is_syllable
from knowledge.telex import decoded

_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=\d)(?=thang|tháng|nam|năm)|(?<=quy|quý|qui|quí)(?=\d)|(?<=nam|năm)(?=20\d\d)")
_SHORTEST = 4
"""A slip is looked for in words of so many letters: shorter ones are like too many others."""


_ONLY = {
    "mo": ("mở", "mỡ", "mơ", "mỏ"),
    "dong": ("đóng", "đong"),
    "ky": ("kỳ",),
    "ki": ("kì",),
    "khoa": ("khóa", "khoá"),
}
"""Words of commands that other words are like but for their marks: "mô" is where, "đồng" is money, "ký" is to sign."""


def folded(text: str, known: Collection[str] = ()) -> str:
    """Returns the text so, punctuation kept. A word that is no syllable becomes the only one of ``known`` near it."""
    whole = _GLUED.sub(" ", unicodedata.normalize("NFC", text).lower())
    return _WORD.sub(lambda found: _word(found[0], known), whole)


def _word(word: str, known: Collection[str]) -> str:
    read, is_whole = _read(word)
    if is_whole or read in known:
        return read
    near = [one for one in known if OSA.distance(read, one, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else read


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, bool]:
    """A word in plain letters, and whether it is no slip whatever is known."""
    if not word[0].isalpha():
        return plain(word), True
    typed = decoded(word)
    read = plain(typed)
    if read in _ONLY and not typed.isascii() and typed not in _ONLY[read]:
        return f"{read}_", True
    return read, is_syllable(read) or not read.isalpha() or len(read) < _SHORTEST
