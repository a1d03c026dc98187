"""Slips of the finger. Numbers, document numbers and abbreviations have none."""

from collections.abc import Callable, Collection, Sequence
from random import Random

from tests.noise.accents import no_accents
from tests.noise.chance import some
from tests.noise.letters import accented, has_vowel, plain
from tests.noise.pieces import Piece, cut

SHARE = 0.12
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def typos(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Makes one slip in about every eighth word of three letters or more, and in one at least."""
    pieces = cut(text, protect)
    texts = [piece.text for piece in pieces]
    for at in some([at for at, piece in enumerate(pieces) if _may_slip(piece)], SHARE, rng):
        texts[at] = slipped(texts[at], rng)
    return "".join(texts)


def typos_without_accents(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Makes slips and leaves out the accents."""
    return no_accents(typos(text, rng, protect), rng)


def _may_slip(piece: Piece) -> bool:
    return piece.free and len(piece.text) >= 3 and has_vowel(piece.text)


def slipped(word: str, rng: Random) -> str:
    """Returns the word of three letters or more with one slip that shows even without accents."""
    slip = rng.choice(_SLIPS)
    wrongs = [slip(word, at, rng) for at in range(len(word))]
    return rng.choice([wrong for wrong in wrongs if plain(wrong).lower() != plain(word).lower()] or [word[:-1]])


def _swapped(word: str, at: int, rng: Random) -> str:
    swapped = word[:at] + word[at + 1 : at + 2].lower() + word[at].lower() + word[at + 2 :]
    return swapped[0].upper() + swapped[1:] if word[0].isupper() else swapped


def _dropped(word: str, at: int, rng: Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, rng: Random) -> str:
    return word if accented(word[at]) else word[: at + 1] + word[at].lower() + word[at + 1 :]


def _beside(word: str, at: int, rng: Random) -> str:
    """A neighbouring key instead; the accent goes with its letter."""
    key = plain(word[at])
    near = rng.choice(neighbours(key.lower()) or [key])
    return word[:at] + (near.upper() if key.isupper() else near) + word[at + 1 :]


def neighbours(key: str) -> list[str]:
    """Returns the letters that touch a key."""
    for row, keys in enumerate(_ROWS):
        at = keys.find(key)
        if at >= 0:
            above = _part(row - 1, [at, at + 1])
            below = _part(row + 1, [at - 1, at])
            return [*_part(row, [at - 1, at + 1]), *above, *below]
    return []


def _part(row: int, places: Sequence[int]) -> list[str]:
    keys = _ROWS[row] if 0 <= row < len(_ROWS) else ""
    return [keys[at] for at in places if 0 <= at < len(keys)]


_SLIPS: tuple[Callable[[str, int, Random], str], ...] = (_swapped, _dropped, _doubled, _beside)
