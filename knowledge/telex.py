"""What the Telex and VNI keyboards leave behind when their program is off: "huyeenj" and "huyen65" are "huyện".

A word is read so only when it is no Vietnamese syllable as it stands and becomes one: the grammar of syllables is the gate.
"""

import unicodedata

from knowledge.fold import plain
from knowledge.syllables import is_syllable

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_MARKS = {"6": ("aeo", _CIRCUMFLEX), "7": ("ou", _HORN), "8": ("a", _BREVE)}
_VOWELS = "aeiouy"


def decoded(word: str) -> str:
    """Returns the accented syllable that a Telex or VNI leftover stands for, or the word as it is.

    ``word`` is in lower case. Keys may stand behind their vowel or at the end of the syllable.
    """
    if not word.isascii() or not word.isalnum() or is_syllable(word) or len(word) > 12 or word.isdigit():
        return word
    if "eeee" in word:
        return word.replace("eeee", "êê")  # names of the highlands: "Bhalêê", "La Êê"
    letters = _vni(word) if any(letter.isdigit() for letter in word) else _telex(word)
    if letters is None:
        return word
    syllable = _composed(*letters)
    return syllable if is_syllable(plain(syllable)) else word


def _telex(word: str) -> tuple[list[str], str] | None:
    letters: list[str] = []
    tone = ""
    for letter in word:
        vowels = [place for place, written in enumerate(letters) if written[0] in _VOWELS]
        if letter in _TELEX_TONES and vowels:
            tone = _TELEX_TONES[letter]
        elif letter == "z" and vowels:
            tone = ""
        elif letter == "w":
            if not _horn(letters):
                letters.append("u" + _HORN)
        elif letter == "d" and letters and letters[0] == "d":
            letters[0] = "đ"
        elif letter in "aeo" and (same := [place for place in vowels if letters[place] == letter]):
            letters[same[-1]] += _CIRCUMFLEX
        else:
            letters.append(letter)
    return letters, tone


def _vni(word: str) -> tuple[list[str], str] | None:
    letters: list[str] = []
    tone = ""
    for letter in word:
        if not letter.isdigit():
            letters.append(letter)
        elif letter in _VNI_TONES and any(written[0] in _VOWELS for written in letters):
            tone = _VNI_TONES[letter]
        elif letter == "9" and letters and letters[0] == "d":
            letters[0] = "đ"
        elif letter == "7" and _horn(letters, breve=False):
            pass
        elif letter in _VNI_MARKS:
            bases, mark = _VNI_MARKS[letter]
            places = [place for place, written in enumerate(letters) if written in bases]
            if not places:
                return None
            letters[places[-1]] += mark
        else:
            return None
    return letters, tone


def _horn(letters: list[str], breve: bool = True) -> bool:
    """Puts the w of Telex (the 7 of VNI) on its vowels; returns whether there was one."""
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] == "o":
            letters[place] += _HORN
            if place and letters[place - 1] == "u" and (place < 2 or letters[place - 2] != "q"):
                letters[place - 1] += _HORN
            return True
        if letters[place] == "u" and not (place and letters[place - 1] == "q"):
            first = place - 1 if place and letters[place - 1] == "u" else place  # "luuw" is lưu
            letters[first] += _HORN
            return True
        if breve and letters[place] == "a":
            if place and letters[place - 1] == "u" and not (place > 1 and letters[place - 2] == "q"):
                letters[place - 1] += _HORN  # "muaw" is mưa: ă never follows u but in qu
            else:
                letters[place] += _BREVE
            return True
    return False


def _composed(letters: list[str], tone: str) -> str:
    if tone:
        letters = letters.copy()
        letters[_toned(letters)] += tone
    return unicodedata.normalize("NFC", "".join(letters))


def _toned(letters: list[str]) -> int:
    """Where the modern spelling puts the tone: on the marked vowel, else before a final consonant, else the second last."""
    vowels = [place for place, written in enumerate(letters) if written[0] in _VOWELS]
    if len(vowels) > 1 and vowels[0] and (letters[vowels[0] - 1], letters[vowels[0]]) in (("q", "u"), ("g", "i")):
        vowels = vowels[1:]
    marked = [place for place in vowels if len(letters[place]) > 1]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return vowels[0]
    ends_open = vowels[-1] == len(letters) - 1
    return vowels[-2] if ends_open or len(vowels) > 2 else vowels[-1]
