"""Patterns of plain words that first look whether the words they cannot do without were said at all.

Most patterns find nothing in most questions. A regular expression goes through the whole text to see that, at every letter
through every alternative; that no alternative has all its words in the text is seen from the text's words alone.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

_WORD = re.compile(r"\w+|%")
_EDGE, _ANYTHING = "\0", "\1"
"""In a text that a pattern may match: an edge of a word, and a stretch of which nothing is known."""

_START, _END = "^", "$"
"""The word before the first one of a text, and the one behind the last."""

_MOST = 3000
"""A part that may match more texts than these counts as one that may match anything."""

_CERTAIN = re.compile(rf"(?<![\w{_ANYTHING}])\w+(?![\w{_ANYTHING}])|%")
_NEIGHBOURS = re.compile(
    rf"(?=((?<![\w{_ANYTHING}])\w+|[%^]){_EDGE}? {_EDGE}?(\w+(?![\w{_ANYTHING}])|[%$]))(?:\w+|[%^])"
)
_COMMON = frozenset("bao nhieu may gi nao la co nam thi cua cho duoc khong den ai ngay thang so xa huyen".split())  # noqa: SIM905  # words are read as a line

_PLACES = {
    kinds.AT_BOUNDARY: _EDGE,
    kinds.AT_BEGINNING: f"{_START} ",
    kinds.AT_BEGINNING_STRING: f"{_START} ",
    kinds.AT_END: f" {_END}",
    kinds.AT_END_STRING: f" {_END}",
}

Texts = frozenset[str]
Said = str | tuple[str, str]
"""A word, or two words behind one another."""

_Name = TypeVar("_Name")


_OFTENER = 10
"""So many times a word is oftener said than a pair of words, about."""


class Ways:
    """The ways in which patterns may match, each under the rarest of the words and pairs of words that it cannot do without."""

    def __init__(self) -> None:
        self.size = 0
        """So many patterns are here, numbered from 0."""

        self._under: dict[Said, tuple[set[int], list[tuple[int, frozenset[Said]]]]] = {}
        """Which patterns a word or a pair of words opens, and which ones it does beside others."""

    def add(self, ways: Iterable[frozenset[Said]]) -> int:
        """Returns the number of a further pattern; each of the ways to match it needs some words and pairs."""
        alone = {one for said in ways if len(said) == 1 for one in said}
        for one in alone:
            self._of(one)[0].add(self.size)
        for said in sorted((said for said in ways if said.isdisjoint(alone)), key=lambda said: sorted(map(str, said))):
            self._of(min(said, key=self._commonness))[1].append((self.size, said))
        possible.cache_clear()
        self.size += 1
        return self.size - 1

    def _of(self, one: Said) -> tuple[set[int], list[tuple[int, frozenset[Said]]]]:
        return self._under.setdefault(one, (set(), []))

    def _commonness(self, one: Said) -> tuple[bool, int, str]:
        """The rarer a word or a pair of words, and the fewer patterns it opens beside others, the less."""
        often = _OFTENER if isinstance(one, str) else 1
        return one in _COMMON, often * (1 + len(self._of(one)[1])), str(one)

    def opened(self, said: Set[Said]) -> Set[int]:
        """Returns the numbers of the patterns one of whose ways has all its words and pairs among those that are said."""
        found: set[int] = set()
        for alone, beside in filter(None, map(self._under.get, said)):
            found |= alone
            for number, ways in beside:
                if ways <= said:
                    found.add(number)
        return found


_WAYS = Ways()


class Pattern:
    """A regular expression over plain words in lower case, with the words that a text needs for it to match."""

    def __init__(self, source: str) -> None:
        self.pattern = source
        self._expression = re.compile(source)
        self.ways = needed(source)
        """For each way to match the words and pairs of neighbouring words that it needs; None when it needs none for certain."""

        self.number = None if self.ways is None else _WAYS.add(self.ways)
        """Its number among the patterns that need certain words; None when it needs none."""

    def __reduce__(self) -> tuple[type["Pattern"], tuple[str]]:
        return Pattern, (self.pattern,)

    def words(self) -> Iterator[frozenset[str]]:
        """Yields for each way to match the words that it needs. Raises ValueError when a text needs no certain word."""
        if self.ways is None:
            raise ValueError(f"no word is certain in {self.pattern!r}")
        for way in self.ways:
            parts = itertools.chain.from_iterable((one,) if isinstance(one, str) else one for one in way)
            yield frozenset(parts) - {_START, _END}

    def may_match(self, text: str) -> bool:
        """Returns whether some way of matching has all its words in the text."""
        return self.number is None or self.number in possible(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Returns the first match in the text."""
        if self.number is None or self.number in possible(text):
            return self._expression.search(text)
        return None

    def at_once(self, text: str) -> re.Match[str] | None:
        """Returns the same without looking first: for a text of which no other pattern is asked, and which has the words."""
        return self._expression.search(text)

    def findall(self, text: str) -> list[Any]:
        """Returns what every match in the text holds."""
        return self._expression.findall(text) if self.may_match(text) else []

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Returns every match in the text."""
        return self._expression.finditer(text) if self.may_match(text) else iter(())

    def sub(self, to: str, text: str) -> str:
        """Returns the text with every match replaced."""
        return self._expression.sub(to, text) if self.may_match(text) else text


class Patterns(Generic[_Name]):
    """Several patterns under their names, which a text is asked for together."""

    def __init__(self, sources: Iterable[tuple[_Name, str]]) -> None:
        self._all = tuple((name, Pattern(source)) for name, source in sources)
        self._places = {pattern.number: place for place, (_, pattern) in enumerate(self._all)}
        self.names = tuple(name for name, _ in self._all)
        self.patterns = tuple(pattern for _, pattern in self._all)

    def found(self, text: str) -> Iterator[_Name]:
        """Yields the names, in their order, of the patterns that stand in the text."""
        return (name for name, pattern in self._likely(text) if pattern.search(text))

    def matches(self, text: str) -> Iterator[tuple[_Name, re.Match[str]]]:
        """Yields the same with every place of the text that each of them matches."""
        return ((name, found) for name, pattern in self._likely(text) for found in pattern.finditer(text))

    def _likely(self, text: str) -> Iterator[tuple[_Name, Pattern]]:
        """Yields the patterns, in their order, that may match the text."""
        return (
            self._all[place]
            for place in sorted(self._places[number] for number in self._places.keys() & possible(text))
        )


@cache
def of_words(source: str) -> Pattern:
    """Returns the pattern that finds one of some plain words: "nop|gui" stands in "nop bao cao", and not in "nopp"."""
    return Pattern(rf"\b(?:{source})\b")


@lru_cache(maxsize=200)
def possible(text: str) -> Set[int]:
    """Returns the numbers of the patterns that a text may match."""
    words = _WORD.findall(text)
    return _WAYS.opened({*words, *zip([_START, *words], [*words, _END], strict=True)})


def needed(source: str) -> Set[frozenset[Said]] | None:
    """Returns for each way in which a pattern may match the words and pairs of neighbouring words that it needs; None when a
    text without any certain word may match.
    """
    every = {_certain(f"{_ANYTHING}{text}{_ANYTHING}") for text in _texts(parser.parse(source))}
    return None if frozenset() in every else every


def _certain(text: str) -> frozenset[Said]:
    """The pairs of neighbouring words that surely stand in a text, and the words that surely do beside them."""
    pairs: list[tuple[str, str]] = _NEIGHBOURS.findall(text)
    return frozenset(pairs) | ({*_CERTAIN.findall(text)} - {*itertools.chain.from_iterable(pairs)})


def _texts(parts: Iterable[tuple[Any, Any]]) -> Texts:
    """The texts that a sequence of parts may match, or more."""
    found: Texts = frozenset({""})
    for kind, value in parts:
        own = _texts_of(kind, value)
        if len(found) * len(own) > _MOST:
            found = frozenset({_ANYTHING})
        found = frozenset(one + other for one, other in itertools.product(found, own))
    return found if len(found) <= _MOST else frozenset({_ANYTHING})


def _texts_of(kind: Any, value: Any) -> Texts:
    """The texts that one part may match, or more."""
    if kind is kinds.LITERAL:
        return frozenset({chr(value)})
    if kind is kinds.AT and value in _PLACES:
        return frozenset({_PLACES[value]})
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return frozenset({""})  # what stands beside is not looked at: more texts may match, never fewer
    if kind is kinds.SUBPATTERN:
        return _texts(value[-1])
    if kind is kinds.BRANCH:
        return frozenset().union(*map(_texts, value[1]))
    if kind is kinds.IN and all(one is kinds.LITERAL for one, _ in value):
        return frozenset(chr(letter) for _, letter in value)
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        least, most, repeated = value
        once = _texts(repeated)
        often = once if most == 1 else once | {_ANYTHING + one for one in once}
        return often if least else often | {""}
    return frozenset({_ANYTHING})
