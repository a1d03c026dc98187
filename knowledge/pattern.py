"""Patterns of plain words that first look whether the words they cannot do without were said at all.

Most patterns find nothing in most questions. A regular expression goes through the whole text to see that, at every letter
through every alternative; that no alternative has all its words in the text is seen from the text's words alone.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

_WORD = re.compile(r"\w+")
_EDGE, _ANYTHING = "\0", "\1"
"""In a text that a pattern may match: an edge of a word, and a stretch of which nothing is known."""

_MOST = 3000
"""A part that may match more texts than these counts as one that may match anything."""

_CERTAIN = re.compile(rf"(?<![\w{_ANYTHING}])\w+(?![\w{_ANYTHING}])")
_COMMON = frozenset("bao nhieu may gi nao la co nam thi cua cho duoc khong den ai ngay thang so xa huyen".split())  # noqa: SIM905  # words are read as a line

Texts = frozenset[str]
_Name = TypeVar("_Name")


class Pattern:
    """A regular expression over plain words in lower case, with the words that a text needs for it to match."""

    def __init__(self, source: str) -> None:
        self.pattern = source
        self._expression = re.compile(source)
        self._needed = needed(source)
        self._any = frozenset(self._needed or ())
        self._alone = frozenset(word for word, every in (self._needed or {}).items() if frozenset() in every)

    def may_match(self, text: str) -> bool:
        """Returns whether some way of matching has all its words in the text."""
        if self._needed is None:
            return True
        said = words_of(text)
        return not said.isdisjoint(self._any) and self._is_possible(said)

    def _is_possible(self, said: frozenset[str]) -> bool:
        """Whether of the words of a text, one of which is needed, some are all that a way of matching needs."""
        if not said.isdisjoint(self._alone):
            return True
        needed = self._needed or {}
        for word in said & self._any:
            for beside in needed[word]:
                if beside <= said:
                    return True
        return False

    def needs(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yields the ways to match: a word, and the others beside it. Raises ValueError when a text needs no certain word."""
        if self._needed is None:
            raise ValueError(f"no word is certain in {self.pattern!r}")
        for word, every in self._needed.items():
            yield from ((word, beside) for beside in every)

    def search(self, text: str) -> re.Match[str] | None:
        """Returns the first match in the text."""
        if self._needed is not None:
            said = words_of(text)
            if said.isdisjoint(self._any) or not self._is_possible(said):
                return None
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
        beside: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, (_, pattern) in enumerate(self._all):
            for word, others in pattern.needs():
                beside[word].append((number, others))
        self._beside = dict(beside)
        self.names = tuple(name for name, _ in self._all)
        self.patterns = tuple(pattern for _, pattern in self._all)

    def found(self, text: str) -> Iterator[_Name]:
        """Yields the names, in their order, of the patterns that stand in the text."""
        return (name for name, pattern in self._likely(text) if pattern.search(text))

    def matches(self, text: str) -> Iterator[tuple[_Name, re.Match[str]]]:
        """Yields the same with every place of the text that each of them matches."""
        return ((name, found) for name, pattern in self._likely(text) for found in pattern.finditer(text))

    def _likely(self, text: str) -> Iterator[tuple[_Name, Pattern]]:
        """Yields the patterns, in their order, all of whose words stand in the text."""
        said = words_of(text)
        likely = {number for word in said for number, others in self._beside.get(word, ()) if others <= said}
        return (self._all[number] for number in sorted(likely))


@cache
def of_words(source: str) -> Pattern:
    """Returns the pattern that finds one of some plain words: "nop|gui" stands in "nop bao cao", and not in "nopp"."""
    return Pattern(rf"\b(?:{source})\b")


@lru_cache(maxsize=200)
def words_of(text: str) -> frozenset[str]:
    """Returns the words that stand in a text."""
    return frozenset(_WORD.findall(text))


def needed(source: str) -> Mapping[str, tuple[frozenset[str], ...]] | None:
    """Returns for each way in which a pattern may match one of its words, with the others that must stand beside it.

    None when a text without any certain word may match.
    """
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    every = {frozenset(_CERTAIN.findall(f"{_ANYTHING}{text}{_ANYTHING}")) for text in _texts(parser.parse(source))}
    if frozenset() in every:
        return None
    for words in _least(every):
        rarest = min(words, key=lambda word: (word in _COMMON, -len(word), word))
        found[rarest].append(words - {rarest})
    return {word: tuple(beside) for word, beside in found.items()}


def _least(every: set[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Yields those of some sets of words of which no other one is a part: where they are not in a text, no larger one is."""
    for words in every:
        parts = itertools.chain.from_iterable(itertools.combinations(words, size) for size in range(1, len(words)))
        if not any(frozenset(part) in every for part in parts):
            yield words


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
    if kind is kinds.AT and value is not kinds.AT_NON_BOUNDARY:
        return frozenset({_EDGE})
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
