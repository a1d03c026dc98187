"""The words of the plans, and which of them a mistyped or misspoken word may be.

Two kinds of neighbours: one slip of the keyboard (a letter left out, put in, changed, or two changed places), found through
an index of deletions; and the slips of the region's speech (s/x, ch/tr, d/gi/r, n/l, c/t, n/ng, i/y), found through a key.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from knowledge.fold import plain, toneless

_SOUND = (
    (re.compile(r"^tr"), "ch"),
    (re.compile(r"^(?:gi|r|d)(?=[aeiouy])"), "d"),
    (re.compile(r"^gi$"), "di"),
    (re.compile(r"^s"), "x"),
    (re.compile(r"^l"), "n"),
    (re.compile(r"^ngh"), "ng"),
    (re.compile(r"^gh"), "g"),
    (re.compile(r"^q"), "k"),
    (re.compile(r"^c(?!h)"), "k"),
    (re.compile(r"ng$"), "n"),
    (re.compile(r"c$"), "t"),
    (re.compile(r"y"), "i"),
)

_PHRASE = 40
"""A pair inside a fixed phrase counts as often as this."""

_REMEMBERED = ("near", "has_form")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Returns the key under which words that the region's speech confuses are one: "sach" and "xach" have the same."""
    for pattern, to in _SOUND:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=50_000)
def is_near(word: str, other: str) -> bool:
    """Returns whether two words may be one with a slip: of the region's speech, or of one letter."""
    return word.isalpha() and (sound(word) == sound(other) or OSA.distance(word, other, score_cutoff=1) <= 1)


ASKING = frozenset({"nao", "gi", "may", "ai", "dau", "bao", "nhieu", "khi"})
_BOUND, _OFTEN = 0.7, 30
"""A word that so large a share of another one's occurrences has beside it, and so many times, belongs to it."""


def _bound(pairs: Mapping[tuple[str, str], int], count: Mapping[str, int], whose: int) -> Iterable[tuple[str, str]]:
    """Yields the pairs without which one of their words (the first, 0, or the second, 1) hardly ever stands."""
    for pair, times in pairs.items():
        if times >= _OFTEN and times >= _BOUND * count[pair[whose]] and all(map(str.isalpha, pair)):
            yield pair


def _deletions(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


class Vocabulary:
    """The words and the pairs of neighbouring words of all facts, and of the fixed phrases that stand in them as one notion."""

    def __init__(
        self,
        texts: Iterable[Sequence[str]],
        phrases: Iterable[Sequence[str]] = (),
        forms: frozenset[str] = frozenset(),
    ) -> None:
        count: dict[str, int] = defaultdict(int)
        pairs: dict[tuple[str, str], int] = defaultdict(int)
        for text in texts:
            for word in text:
                count[word] += 1
            for pair in itertools.pairwise(text):
                pairs[pair] += 1
        for phrase in phrases:
            for word in phrase:
                count[word] += 1
            for pair in itertools.pairwise(phrase):
                pairs[pair] += _PHRASE
        self.forms = forms
        """The words with the marks that they have in the facts."""

        self._toneless: dict[str, set[str]] = defaultdict(set)
        for form in forms:
            self._toneless[plain(form)].add(toneless(form))

        self.count: Mapping[str, int] = dict(count)
        self.pairs: Mapping[tuple[str, str], int] = dict(pairs)
        self.before: Mapping[str, str] = {two: one for one, two in _bound(pairs, count, 1)}
        self.after: Mapping[str, str] = dict(_bound(pairs, count, 0))
        """The word that hardly ever is missing before or behind another one: "bao" before "nhieu"."""

        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        self._by_initial: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word in count:
            if word.isalpha():
                self._by_sound[sound(word)].append(word)
                for shorter in {word, *_deletions(word)} if len(word) > 2 else {word}:
                    self._by_deletion[shorter].append(word)
        for first, second in pairs:
            if len(second) > 1 and first.isalpha() and second.isalpha():
                self._by_initial[first[0] + second].append((first, second))
        self._remember()

    def _remember(self) -> None:
        """Starts to remember which words are near which, and how they may be typed; what is remembered is not kept in a file."""
        self.near = lru_cache(maxsize=20_000)(self._near)
        self.has_form = lru_cache(maxsize=20_000)(self._has_form)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in _REMEMBERED}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._remember()

    def __contains__(self, word: str) -> bool:
        return word in self.count

    def _near(self, word: str) -> tuple[tuple[str, float], ...]:
        """Returns the plans' words that ``word`` may be a slip of, with how much each is trusted (below 1)."""
        if not word.isalpha() or len(word) < 2:
            return ()
        found: dict[str, float] = {}
        for other in self._by_sound.get(sound(word), ()):
            if other != word and not (other[0] == "d" != word[0] and self._is_barred(other)):
                found[other] = 0.8
        if len(word) > 1:
            for key in {word, *_deletions(word)} if len(word) > 2 else {word}:
                for other in self._by_deletion.get(key, ()):
                    if other != word and other not in found and OSA.distance(word, other, score_cutoff=1) <= 1:
                        found[other] = 0.7
        return tuple(sorted(found.items(), key=lambda entry: (-entry[1], -self.count[entry[0]]))[:12])

    def _is_barred(self, word: str) -> bool:
        """Returns whether a word in d is one in đ throughout, which nobody takes for gi, r or v: "giống" is no "đồng"."""
        forms = self._toneless.get(word, ())
        return bool(forms) and all(form.startswith("đ") for form in forms)

    def _has_form(self, word: str, typed: str) -> bool:
        """Returns whether a word, as it was typed, may be one of the plans' with some marks left out and any tone: "dưong" is
        "dương", but "xớm" is not "xóm".
        """
        marks = toneless(typed)
        return marks == word or any(
            all(one in (mark, plain(mark)) for one, mark in zip(marks, form, strict=True))
            for form in self._toneless.get(word, ())
            if len(form) == len(marks)
        )

    def misses(self, before: str, word: str, after: str) -> bool:
        """Returns whether a neighbour of a word is never without another word in its place."""
        return (after in self.before and (word, after) not in self.pairs) or (
            before in self.after and (before, word) not in self.pairs
        )

    def likeliest(self, word: str) -> str:
        """Returns the word that what is no syllable surely is a slip of, be its neighbours what they may; "" when none is.

        Two letters changed places ("tohn"), or it is near a question word ("nqo"): people ask with these far oftener than
        they say any other word that is as near.
        """
        near = [other for other, _ in self.near(word)]
        turned = [other for other in near if sorted(other) == sorted(word)]
        if len(turned) == 1:
            return turned[0]
        asking = [other for other in near if other in ASKING]
        others = sum(self.count[other] for other in near if other not in ASKING)
        return asking[0] if asking and self.count[asking[0]] > others else ""

    def shortened(self, word: str) -> tuple[str, str] | None:
        """Returns the pair of words that a run-together short form stands for: "hso" is "hồ sơ", "ptrao" "phong trào"."""
        pairs = self._by_initial.get(word)
        return max(pairs, key=lambda pair: self.pairs[pair]) if pairs else None
