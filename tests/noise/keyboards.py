"""What is left in the text when the typing program is off: the keys of Telex and of VNI."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random

from tests.noise.letters import Letter, accented, has_vowel, letters

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The key of each mark, and the keys of sắc, huyền, hỏi, ngã and nặng."""

    marks: Mapping[str, str]
    tones: str


TELEX = Keyboard({"ă": "w", "â": "a", "ê": "e", "ô": "o", "ơ": "w", "ư": "w", "đ": "d"}, "sfrxj")
VNI = Keyboard({"ă": "8", "â": "6", "ê": "6", "ô": "6", "ơ": "7", "ư": "7", "đ": "9"}, "12345")


@dataclass(frozen=True, slots=True)
class Habit:
    """How one syllable is typed.

    late: the keys of marks follow the syllable (``huyenej``). late_dash: that of đ too (``dangd``).
    once: one key for ươ (``uow``, not ``uwow``). early_tone: the tone follows its vowel (``huyeejn``).
    """

    late: bool = False
    late_dash: bool = False
    once: bool = True
    early_tone: bool = False


def telex(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Types every accented syllable as Telex keys, all in lower case."""
    return _typed(unicodedata.normalize("NFC", text).lower(), TELEX, rng)


def vni(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Types every accented syllable as VNI keys."""
    return _typed(unicodedata.normalize("NFC", text), VNI, rng)


def _typed(text: str, keyboard: Keyboard, rng: Random) -> str:
    lateness = rng.choice([0.1, 0.9])  # a writer's manner, not quite kept
    return _WORD.sub(lambda match: keyed(match[0], keyboard, _habit(lateness, rng)), text)


def _habit(lateness: float, rng: Random) -> Habit:
    return Habit(
        late=rng.random() < lateness,
        late_dash=rng.random() < 0.3,
        once=rng.random() < 0.7,
        early_tone=rng.random() < 0.15,
    )


def keyed(word: str, keyboard: Keyboard, habit: Habit) -> str:
    """Returns the keys of one syllable; a word without accents stays."""
    if not accented(word):
        return word
    late = habit.late and has_vowel(word)
    typed = tail = tone = ""
    parts = letters(word)
    for letter, following in zip(parts, [*parts[1:], None], strict=True):
        typed += letter.base
        key = keyboard.marks.get(letter.marked.lower(), "")
        if key and not ((late or habit.once) and _shares_key(letter, following)):
            if late and (letter.base.lower() != "d" or habit.late_dash):
                tail += key
            else:
                typed += key
        if letter.tone is not None and habit.early_tone and not late:
            typed += keyboard.tones[letter.tone]
        elif letter.tone is not None:
            tone = keyboard.tones[letter.tone]
    return typed + tail + tone


def _shares_key(letter: Letter, following: Letter | None) -> bool:
    """ươ: the key of ơ makes the ư too."""
    return following is not None and letter.marked.lower() == "ư" and following.marked.lower() == "ơ"
