"""The lexicon, read: short forms, dialect words, notions."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import ne
from pathlib import Path
from typing import Any, Protocol

from knowledge.fold import plain
from knowledge.halved import Pairs

_LEXICON = Path(__file__).parent / "lexicon"


_LEADING = {"before", "after"}
_LIMIT = ("han",)  # "hẳn", "hằn", "hàn" are no "hạn"


def _is_limit(words: Sequence["Written"], place: int) -> bool:
    """Whether "han" is a deadline: neither another word by its marks, nor the beginning of "hạn chế"."""
    following = words[place + 1].fold if place + 1 < len(words) else ""
    return words[place].typed in ("hạn", "han") and following != "che"


class Written(Protocol):
    """A word in plain letters and as it was typed."""

    @property
    def fold(self) -> str: ...

    @property
    def typed(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Dialect:
    """A dialect word's standard form, and the plain neighbours beside which it is itself."""

    to: str
    not_before: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Led:
    """A short form that is one only before or after certain plain words ("ND nào", "xã NTM KM"), or there another one: its words, and those."""

    long: str
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """How people write: ``short`` maps a short form to its words, ``notions`` maps a first word to (phrase, notion), longest first."""

    short: Mapping[str, str]
    led: Mapping[str, Led]
    dialect: Mapping[str, Dialect]
    notions: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    fillers: frozenset[str]
    plain_fillers: frozenset[str]
    keep: frozenset[str]
    """Words of names that are no Vietnamese syllables ("Axan"), and no keyboard leftovers either."""

    explained: Mapping[str, tuple[str, str]]
    """The short forms that the plans print, by their plain form: as printed, and in full."""

    by_first: Mapping[str, Sequence[tuple[str, ...]]]
    by_second: Mapping[str, Sequence[tuple[str, ...]]]

    longest: int
    """How many words the longest phrase has."""

    pairs: Pairs = field(default_factory=dict)
    """The plans' own pairs of words, of which a short form may write out the second only ("k/quả")."""

    readings: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, compare=False, repr=False)
    """What was read before, so that it need not be read again; it only ever grows, by the words that people type."""

    def is_filler(self, word: str, typed: str) -> bool:
        """Returns whether a plain word carries little: as it was typed, or by itself when no mark was typed."""
        return typed in self.fillers or (typed == word and word in self.plain_fillers)

    def phrases_near(self, said: Sequence[str]) -> list[tuple[str, ...]]:
        """Returns the phrases of three words and more that all but one of the first plain words agree with."""
        after = said[1] if len(said) > 1 else ""
        return [
            phrase
            for phrase in dict.fromkeys((*self.by_first.get(said[0], ()), *self.by_second.get(after, ())))
            if len(phrase) <= len(said) and sum(map(ne, phrase, said)) == 1
        ]

    def notion(self, words: Sequence[Written], place: int) -> tuple[int, str]:
        """Returns how many words from ``place`` on are one notion, and which; (0, "") when none."""
        left = len(words) - place
        for phrase, name in self.notions.get(words[place].fold, ()):
            if len(phrase) > left or (len(phrase) > 1 and words[place + 1].fold != phrase[1]):
                continue
            if all(words[place + step].fold == part for step, part in enumerate(phrase)) and not (
                phrase == _LIMIT and not _is_limit(words, place)
            ):
                return len(phrase), name
        return 0, ""


def open_speech(folder: Path = _LEXICON) -> Speech:
    """Returns the lexicon of a folder."""
    dialect: dict[str, Dialect] = {}
    for row in _table(folder / "dialect.toml")["word"]:
        rule = Dialect(row["to"], frozenset(row.get("not_before", ())), frozenset(row.get("not_after", ())))
        for typed in row["typed"]:
            dialect[typed] = rule
            if not row.get("marks"):
                dialect.setdefault(plain(typed), rule)
    typed = _table(folder / "abbreviations.toml").get("typed", ())
    short = {row["short"].lower(): row["long"][0] for row in typed if not _LEADING & row.keys()}
    led = {
        row["short"].lower(): Led(
            row["long"][0],
            frozenset(row.get("before", ())),
            frozenset(row.get("after", ())),
        )
        for row in typed
        if _LEADING & row.keys()
    }
    explained = {
        plain(row["short"]): (row["short"], row["long"])
        for row in _table(folder / "abbreviations.toml").get("abbreviation", ())
        if row.get("shown") and "long" in row
    }
    notions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, forms in _table(folder / "phrases.toml")["notion"].items():
        for form in forms:
            phrase = tuple(form.replace(",", "").split())
            notions.setdefault(phrase[0], []).append((phrase, name))
    for phrases in notions.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    fillers = frozenset(_table(folder / "filler.toml").get("words", "").split())
    long = [phrase for phrases in notions.values() for phrase, _ in phrases if len(phrase) > 2]
    return Speech(
        short,
        led,
        dialect,
        notions,
        fillers,
        frozenset(map(plain, fillers)),
        frozenset(),
        explained,
        _by(0, long),
        _by(1, long),
        max(map(len, long), default=0),
    )


def _by(place: int, phrases: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[place], []).append(phrase)
    return found


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
