"""The words by which the checks see what is asked for, so that a slip in one of them does not blind the check.

The finding reads mistyped words as the plans' nearest ones; what the plans do not hold is asked for in words of its own
("lương", "thủ tục", "vì sao", "mấy giờ"), and a slip in those must not be bent into what they have.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.normal import Word
from knowledge.pattern import Pattern
from knowledge.vocabulary import is_near, sound

_MOST_SLIPS = 2
_VOWELS = frozenset("aeiouy")


def heard_alike(word: str, other: str) -> bool:
    """Returns whether two words sound the same in the region's speech, v and d too: "dì sao" is "vì sao"."""
    return _key(word) == _key(other)


@lru_cache(maxsize=20_000)
def is_heard_as(word: Word, other: str) -> bool:
    """Returns whether a word sounds as another one; đ, where it is written, is no d."""
    return heard_alike(other, word.fold) and (not word.typed.startswith("đ") or other.startswith("d"))


def _key(word: str) -> str:
    key = sound(word)
    return f"d{key[1:]}" if key.startswith("v") else key


def _shortened(word: str) -> set[str]:
    """A word, and what is left of it without one of its letters: words that share one of these are one slip apart."""
    return {f"-{word}", *(f"-{word[:at]}{word[at + 1 :]}" for at in range(len(word)))}


class Guards:
    """The patterns of what is asked for, by the words that they need."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        ways = [(pattern, words) for pattern in patterns for words in pattern.words()]
        often = Counter(itertools.chain.from_iterable(words for _, words in ways))
        self._ways: dict[str, list[tuple[Pattern, frozenset[str]]]] = defaultdict(list)
        for pattern, words in ways:
            rarest = min(words, key=lambda word: (often[word], word))
            self._ways[rarest].append((pattern, words - {rarest}))
        self.often: Mapping[str, int] = dict(often)
        """In how many ways of asking each word stands."""

        self._alike: dict[str, list[str]] = defaultdict(list)
        for word in (one for one in often if one.isalpha() and not _VOWELS.isdisjoint(one)):
            for key in {_key(word), *_shortened(word)}:
                self._alike[key].append(word)
        self.near = lru_cache(maxsize=20_000)(self._near)
        """The words of the checks that a word may be a slip of."""

    def _near(self, word: str) -> tuple[str, ...]:
        keys = {_key(word), *_shortened(word)}
        found = dict.fromkeys(one for key in keys for one in self._alike.get(key, ()) if one != word)
        return tuple(one for one in found if is_near(word, one) or heard_alike(word, one))

    def asked(
        self, words: Sequence[str], near: Mapping[str, Sequence[int]], seen: Sequence[str], changed: bool
    ) -> Iterator[tuple[list[str], range]]:
        """Yields the words with some of them read otherwise so that one more of the patterns stands in them, and where it does.

        ``near``: words that are not there, with the places where they may be meant. ``seen``: the lines in which a pattern
        that stands is no news. ``changed``: whether the words are others than in those already.
        """
        said = frozenset(words)
        may_be = said | near.keys()
        for word in may_be & self._ways.keys():
            for pattern, others in self._ways[word]:
                if not others <= may_be:
                    continue
                missing = [one for one in (word, *others) if one not in said]
                if len(missing) > _MOST_SLIPS or not (missing or changed):
                    continue
                for places in itertools.product(*(near[one] for one in missing)):
                    if len({*places}) == len(places):
                        found = _standing(pattern, words, dict(zip(places, missing, strict=True)))
                        if found and not any(map(pattern.search, seen)):
                            yield found


def _standing(pattern: Pattern, words: Sequence[str], meant: Mapping[int, str]) -> tuple[list[str], range] | None:
    """The words as they are meant and where a pattern stands in them, with all that is meant otherwise."""
    read = [meant.get(at, word) for at, word in enumerate(words)]
    line = " ".join(read)
    if found := pattern.at_once(line):
        start = line[: found.start()].count(" ")
        part = range(start, start + len(found.group().split()))
        if all(at in part for at in meant):
            return read, part
    return None
