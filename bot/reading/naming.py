"""Which fields a text names, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.reading.asked import Asked
from bot.reading.lexicon import closeness, lexicon, words_of
from bot.reading.token import Form, Token
from bot.reading.unit import Dimension
from knowledge.fold import plain


@dataclass(frozen=True, slots=True)
class Mention:
    """A field named at some tokens."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class Naming:
    """The names of many fields. The longest name at a place wins, and among equals the one with the typed accents."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """By the first word in plain letters, the longest first."""

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the names."""
        return frozenset(word for found in self.phrases.values() for phrase, _ in found for word in phrase)

    @cached_property
    def folds(self) -> frozenset[str]:
        """The same words in plain letters."""
        return frozenset(plain(word) for word in self.words)

    def mentions(self, text: Sequence[Token]) -> list[Mention]:
        """Returns the fields named in a text, from left to right."""
        found: list[Mention] = []
        place = 0
        while place < len(text):
            mention = self._at(text, place)
            if mention is not None and lexicon(Dimension.COUNT).at(text, place)[0] > mention.end - mention.start:
                mention = None  # "công nhận" is no "công"
            if mention is not None:
                found.append(mention)
            place = mention.end if mention else place + 1
        return found

    def _at(self, text: Sequence[Token], place: int) -> Mention | None:
        best: tuple[int, int, str] | None = None
        for phrase, key in self.phrases.get(text[place].fold, ()):
            span = text[place : place + len(phrase)]
            if best is not None and len(phrase) < -best[0]:
                break
            close = _close(span, phrase)
            if close is not None and (best is None or (-len(phrase), close) < best[:2]):
                best = (-len(phrase), close, key)
        return Mention(best[2], place, place - best[0]) if best else None


def _close(span: Sequence[Token], phrase: tuple[str, ...]) -> int | None:
    if len(span) < len(phrase) or any(token.form is Form.SIGN and token.typed == "\n" for token in span):
        return None
    if any(token.fold != plain(word) for token, word in zip(span, phrase, strict=True)):
        return None
    close = closeness(span, phrase)
    # Several words together are a name even with a wrong accent: "cạn nghèo".
    return close if close is not None else 3 if len(phrase) > 1 else None


def owned(text: Sequence[Token], mention: Mention, asked: Asked) -> Mention:
    """Returns the mention as one of the field that is asked where its words are how that field's name begins.

    "Quỹ" is the asked Quỹ khuyến học; "nghèo" is not the asked hộ cận nghèo.
    """
    typed = [token.fold for token in text[mention.start : mention.end]]
    begins = any([plain(word) for word in words_of(name)[: len(typed)]] == typed for name in asked.names)
    return Mention(asked.key, mention.start, mention.end) if begins else mention


@lru_cache(maxsize=64)
def naming(fields: tuple[Asked, ...]) -> Naming:
    """Returns the names of these fields ready to be looked for."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for field in fields:
        for name in dict.fromkeys(field.names):
            words = words_of(name)
            if words:
                phrases.setdefault(plain(words[0]), []).append((words, field.key))
    return Naming({first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()})
