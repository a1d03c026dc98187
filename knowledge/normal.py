"""A text as the index and the question both see it: words in plain letters, notions contracted, the typed marks kept beside.

The order: NFC and tone placement, keyboard leftovers, short forms, dialect, notions. Nothing is guessed here: a typing error
is left to the vocabulary, which knows what the plans talk about.
"""

import re
import unicodedata
from collections.abc import Iterator, Set
from itertools import pairwise, zip_longest
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.fold import plain, same_form
from knowledge.halved import HALVED, unhalved
from knowledge.speech import Led, Speech
from knowledge.syllables import is_syllable
from knowledge.telex import decoded

_WORDS = re.compile(rf"(?<![^\W_]){HALVED}(?!\.)|[^\W_]+(?:/[^\W_]+)?|%", re.UNICODE)


_STUCK = re.compile(r"(kh|qđ|qd|nq|cv|tt|hd|ct)(\d{2,4})")
_NO_RHYME = re.compile("[âấầẩẫậ][aeio]|[ôốồổỗộ][aeou]|[êếềểễệ][aio]")
"""What no syllable has, so that "giaai" is no "giâi" whose keys were left, but "giai"."""

_SHORT = 2
_FOREIGN = frozenset({"of"})
"""An English word that the young write for their own, and that a keyboard could have left behind too."""


class Word(NamedTuple):
    """One word or notion: ``fold`` in plain letters, ``typed`` with the marks that were typed (several words for a notion)."""

    fold: str
    typed: str
    start: int
    end: int

    @property
    def marked(self) -> bool:
        """Whether a mark was typed, so that the marks count."""
        return self.typed != self.fold


def words(text: str, speech: Speech) -> list[Word]:
    """Returns the words of a text, before notions are contracted. ``start`` and ``end`` are places in the NFC text."""
    found: list[Word] = []
    known = speech.readings
    parts = [*_parts(text, speech)]
    for (whole, start, end), behind in zip_longest(parts, parts[1:]):
        if (led := speech.led.get(whole)) and (
            long := _led_to(led, found[-1].fold if found else "", behind[0] if behind else "")
        ):
            readings = long
        elif whole in known:
            readings = known[whole]
        else:
            readings = known[whole] = _readings(whole, speech)
        for fold, typed in readings:
            found.append(Word(fold, typed, start, end))
    return _standard(found, speech)


def _parts(text: str, speech: Speech) -> Iterator[tuple[str, int, int]]:
    """What stands between blanks and marks, and where; a full stop inside is a short form's, or parts two, as before a name ("h.Bắc Trà My")."""
    written, text = unicodedata.normalize("NFC", text), same_form(text)
    for match in _WORDS.finditer(text):
        whole, (start, end) = match.group(), match.span()
        stop = start + whole.find(".")
        if stop >= start and (written[stop + 1 : stop + 2].isupper() or not unhalved(whole, speech.pairs)):
            yield text[start:stop], start, stop
            yield text[stop + 1 : end], stop + 1, end
        else:
            yield whole, start, end


def _readings(whole: str, speech: Speech) -> tuple[tuple[str, str], ...]:
    """What stands between two blanks, read: its words in plain letters and with marks, short forms in full."""
    if whole not in speech.short and (pair := unhalved(whole, speech.pairs)):
        return tuple((plain(word), word) for word in pair)
    found: list[tuple[str, str]] = []
    whole = _barred(whole, speech)
    for part in (split if split in speech.short else _once(split) for split in _split(whole, speech)):
        typed = part if part in speech.keep or part in _FOREIGN else decoded(part)
        bare = typed.replace("đ", "d")
        long = (
            speech.short.get(typed) or (speech.short.get(bare) if bare == plain(typed) else None)
            if typed == part
            else None
        )
        found += [(plain(word), word) for word in (long or typed).split()]
    return tuple(found)


def _barred(whole: str, speech: Speech) -> str:
    """A short form whose đ is still the keys that make it, or has no bar: "sddt", "sd9t", "dd/c", "d/c"."""
    for keys in ("dd", "d9", "d") if "/" in whole else ("dd", "d9"):
        if keys in whole and (barred := whole.replace(keys, "đ")) in speech.short:
            return barred
    return whole


def _once(word: str) -> str:
    """A word without the letter that the finger struck twice, where it is a syllable only so: "hhơn", "giúpp"."""
    if not word.isalpha() or len(word) <= _SHORT or is_syllable(plain(word)):
        return word
    keys = decoded(word)
    if keys != word and not _NO_RHYME.search(keys):
        return word
    for place, (one, other) in enumerate(pairwise(word)):
        single = word[:place] + word[place + 1 :]
        if one == other and one.isascii() and is_syllable(plain(single)):
            return single
    return word


def _split(whole: str, speech: Speech) -> list[str]:
    """The parts of what stands between two blanks: at a slash, and where a number is stuck to a document's short form ("KH271")."""
    if whole in speech.short:
        return [whole]
    if (stuck := _STUCK.fullmatch(whole)) and stuck.group(1) in speech.short:
        return list(stuck.groups())
    return whole.split("/")


def _standard(found: list[Word], speech: Speech) -> list[Word]:
    """Reads dialect words as standard ones, where their neighbours do not say otherwise."""
    result = list(found)
    dialect = speech.dialect
    for place in [place for place, word in enumerate(found) if word.typed in dialect]:
        word = found[place]
        rule = dialect[word.typed]
        before = found[place - 1].fold if place else ""
        after = found[place + 1].fold if place + 1 < len(found) else ""
        if not is_one_of(after, rule.not_before) and not is_one_of(before, rule.not_after):
            result[place] = Word(plain(rule.to), rule.to, word.start, word.end)
    return result


def _led_to(led: Led, before: str, behind: str) -> tuple[tuple[str, str], ...]:
    """A short form that only its neighbours show to be one, read: "TC số 9", "GĐ 2021-2025", "NTM KM"; () when it is none."""
    long = led.long if plain(decoded(behind)) in led.before or before in led.after else ""
    return tuple((plain(part), part) for part in long.split())


def is_one_of(word: str, others: Set[str]) -> bool:
    """Returns whether a word is one of others, or no syllable and one slip away from one ("mô hnìh")."""
    return word in others or (
        len(word) > _SHORT
        and not is_syllable(word)
        and any(OSA.distance(word, other, score_cutoff=1) <= 1 for other in others)
    )


def contracted(found: list[Word], speech: Speech) -> list[Word]:
    """Returns the words with every known phrase made one notion; the very same ones where none is."""
    result: list[Word] = []
    end = 0
    notions = speech.notions
    for place in [place for place, word in enumerate(found) if word.fold in notions]:
        length, notion = speech.notion(found, place) if place >= end else (0, "")
        if length:
            result += found[end:place]
            end = place + length
            typed = " ".join([one.typed for one in found[place:end]])
            result.append(Word(notion, typed, found[place].start, found[end - 1].end))
    if not end:
        return found
    result += found[end:]
    return result


def normal(text: str, speech: Speech) -> list[Word]:
    """Returns the words of a text with its notions contracted."""
    return contracted(words(text, speech), speech)
