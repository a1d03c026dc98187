"""The names of fields in a text: the longest one wins ("cận nghèo" is not "nghèo")."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.lexicon import closeness, words_of
from bot.reading.token import Form, Token
from knowledge.fold import plain


@dataclass(frozen=True)
class Names:
    """The names of one field as phrases, and all their words."""

    phrases: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    folds: frozenset[str]

    def longest(self, text: Sequence[Token], place: int) -> int:
        """Returns the length of the longest name that stands at a place, 0 when there is none."""
        for phrase in self.phrases:
            span = text[place : place + len(phrase)]
            if len(span) == len(phrase) and all(token.form is not Form.SIGN for token in span):
                same = all(token.fold == plain(word) for token, word in zip(span, phrase, strict=True))
                if same and closeness(span, phrase) is not None:
                    return len(phrase)
        return 0

    def has(self, token: Token) -> bool:
        """Whether a word belongs to a name."""
        return token.typed in self.words or (not token.marked and token.fold in self.folds)


@lru_cache(maxsize=512)
def names_of(names: tuple[str, ...]) -> Names:
    """Returns names ready to be looked up, the longest first."""
    phrases = sorted({words_of(name) for name in names if name}, key=len, reverse=True)
    words = frozenset(word for phrase in phrases for word in phrase if word[:1].isalpha())
    return Names(tuple(phrases), words, frozenset(plain(word) for word in words))
