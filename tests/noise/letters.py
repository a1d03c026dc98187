"""What a Vietnamese letter is made of: its key on the keyboard, its mark and its tone."""

import unicodedata
from dataclasses import dataclass

TONES = "\u0301\u0300\u0309\u0303\u0323"  # sắc, huyền, hỏi, ngã, nặng
VOWELS = frozenset("aeiouy")
_DASHED = {"đ": "d", "Đ": "D"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``marked`` is the letter without its tone (``ệ``: ``ê``), ``tone`` an index into TONES or None."""

    base: str
    marked: str
    tone: int | None


def letters(word: str) -> list[Letter]:
    """Returns the letters of a word."""
    return [_letter(char) for char in unicodedata.normalize("NFC", word)]


def _letter(char: str) -> Letter:
    if char in _DASHED:
        return Letter(_DASHED[char], char, None)
    base, *accents = list(unicodedata.normalize("NFD", char))
    tones = [accent for accent in accents if accent in TONES]
    marks = [accent for accent in accents if accent not in TONES]
    marked = unicodedata.normalize("NFC", "".join([base, *marks]))
    return Letter(base, marked, TONES.index(tones[0]) if tones else None)


def plain(text: str) -> str:
    """Returns the text without any accent: ``đường`` gives ``duong``."""
    return "".join(letter.base for letter in letters(text))


def accented(text: str) -> bool:
    """Tells whether the text has an accent or a đ."""
    return plain(text) != unicodedata.normalize("NFC", text)


def has_vowel(text: str) -> bool:
    """Tells a syllable from an abbreviation such as ``ntm``."""
    return not VOWELS.isdisjoint(plain(text).lower())


def cased_like(word: str, pattern: str) -> str:
    """Returns the word, which is in lower case, with a capital first where the pattern has one."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
