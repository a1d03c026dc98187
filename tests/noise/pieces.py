"""A text cut into words, fixed parts and what stands between them. Joined again, the pieces are the text."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tests.noise.letters import plain

T = TypeVar("T")
Phrase = tuple[str, ...]
_PIECE = re.compile(
    r"(?P<number>(?=[\w/.@+-]*[\d@])\w(?:[\w/.@+-]*\w)?)"  # 2024, 31/5/2024, 121/KH-CCB, an address with @
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>(?:[^\w]|_)+)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text. ``free``: a word that a noise may change (not protected, no number, no acronym)."""

    text: str
    word: bool
    free: bool


def cut(text: str, protect: Collection[str] = ()) -> list[Piece]:
    """Returns the pieces of a text. ``protect`` holds words or phrases whose words may not be changed."""
    text = unicodedata.normalize("NFC", text)
    shouting = text.isupper()
    pieces = []
    for match in _PIECE.finditer(text):
        word = match.lastgroup == "word"
        acronym = len(match[0]) > 1 and match[0].isupper() and not shouting
        pieces.append(Piece(match[0], word, word and not acronym))
    for start, end, _ in found(pieces, _both_ways(protect)):
        pieces[start:end] = [replace(piece, free=False) for piece in pieces[start:end]]
    return pieces


def joined(pieces: Sequence[Piece]) -> str:
    """Returns the text of the pieces."""
    return "".join(piece.text for piece in pieces)


def found(pieces: Sequence[Piece], phrases: Mapping[Phrase, T]) -> Iterator[tuple[int, int, T]]:
    """Yields where a phrase stands, as start and end in the pieces, the longest first at each word."""
    longest = max(map(len, phrases), default=0)
    at = 0
    while at < len(pieces):
        for length in range(longest, 0, -1):
            end = at + 2 * length - 1
            phrase = _phrase(pieces[at:end])
            if phrase is not None and len(phrase) == length and phrase in phrases:
                yield at, end, phrases[phrase]
                at = end - 1
                break
        at += 1


def _phrase(pieces: Sequence[Piece]) -> Phrase | None:
    """The words of the pieces in lower case, if they are words with only blanks between them."""
    if any(not piece.text.isspace() for piece in pieces[1::2]) or not all(piece.word for piece in pieces[::2]):
        return None
    return tuple(piece.text.lower() for piece in pieces[::2])


def _both_ways(protect: Collection[str]) -> dict[Phrase, None]:
    """The protected phrases, accented and plain: a text may be unaccented already."""
    names = [unicodedata.normalize("NFC", name).lower() for name in protect]
    words = [re.findall(r"[^\W\d_]+", form) for name in names for form in (name, plain(name))]
    return {tuple(phrase): None for phrase in words if phrase}
