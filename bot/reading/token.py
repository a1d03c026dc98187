"""The words, numbers and signs of a typed text, told apart: "3tr5" is 3, tr, 5."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.fold import plain, same_form
from knowledge.syllables import is_syllable
from knowledge.telex import decoded

_TOKEN = re.compile(
    r"(?P<spaced>(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d]|[.,]\d))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<square>m[2²](?![^\W_]))"
    r"|(?P<keys>(?<![\d])[^\W\d_]+\d[^\W_]*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<line>\n\s*)"
    r"|(?P<sign>\.{2,}|[^\s])"
)


_NUMBER_WORDS = frozenset(
    {*("một", "hai", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "chục", "trăm", "nghìn", "ngàn")}
    | {
        *(
            "triệu",
            "rưỡi",
            "nửa",
            "khoảng",
            "không",
            "chưa",
            "cây",
            "mét",
            "công",
            "ngày",
            "người",
            "nhà",
            "đồng",
            "buổi",
        )
    }
)
"""Words that are read through a slip of the finger, to be confirmed."""
_REPEATED = re.compile(r"([^\W\d_])\1+")


class Form(StrEnum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: as typed (with keyboard leftovers read), in plain letters, and where it stands in the cleaned text."""

    form: Form
    typed: str
    fold: str
    start: int
    end: int
    keyed: bool = False
    """Whether digits were read as the accents of VNI keys."""
    held: bool = False
    """Whether a key was held too long, so that a letter stands twice."""
    unsure: bool = False
    """Whether the digit behind it may be a figure or the accent of a VNI key: "2 cay6"."""

    @property
    def marked(self) -> bool:
        """Whether an accent was typed, so that accents count."""
        return self.typed != self.fold


def tokens(text: str, known: frozenset[str]) -> tuple[Token, ...]:
    """Returns the tokens of a cleaned text. ``known`` are the accented words that a keyboard leftover may stand for."""
    found: list[Token] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            place += 1
            continue
        token = _token(match, known)
        found.append(token)
        place = token.end
    if any(token.unsure for token in found) and any(token.keyed for token in found):
        return tokens(_sure(text, found, known), known)
    return tuple(found)


def _sure(text: str, found: list[Token], known: frozenset[str]) -> str:
    """The text of somebody who types VNI keys elsewhere in it: there the doubtful digit is an accent too."""
    for token in reversed(found):
        if token.unsure:
            keys = text[token.start : token.end + 1]
            text = text[: token.start] + same_form(decoded(keys)) + text[token.end + 1 :]
    return text


def _token(match: re.Match[str], known: frozenset[str]) -> Token:
    typed, start, end = match.group(), *match.span()
    if match.lastgroup in ("spaced", "number"):
        return Token(Form.NUMBER, typed, typed, start, end)
    if match.lastgroup in ("line", "sign"):
        return Token(Form.SIGN, "\n" if match.lastgroup == "line" else typed, typed[0], start, end)
    if match.lastgroup == "square":
        return Token(Form.WORD, typed.replace("²", "2"), typed.replace("²", "2"), start, end)
    if match.lastgroup == "keys":
        read = same_form(decoded(typed))
        if read in known and not _is_unit_with_tail(typed):
            return Token(Form.WORD, read, plain(read), start, end, keyed=True)
        letters = re.match(r"[^\W\d_]+", typed)
        unsure = read in known
        typed = letters.group() if letters else typed
        end = start + len(typed)
        if unsure:
            return Token(Form.WORD, same_form(typed), plain(typed), start, end, unsure=True)
    typed = same_form(typed)
    read = same_form(decoded(typed))
    if read != typed and read in known:
        typed = read
    elif typed not in known and (once := _REPEATED.sub(r"\1", typed)) in known:
        return Token(Form.WORD, once, plain(once), start, end, held=True)
    elif typed not in known and (meant := _one_slip_from(typed, known)):
        return Token(Form.WORD, meant, plain(meant), start, end, held=True)
    return Token(Form.WORD, typed, plain(typed), start, end)


@lru_cache(maxsize=2_000)
def _one_slip_from(typed: str, known: frozenset[str]) -> str:
    """The one number word that a garbled word was meant to be ("trzm", "mtộ"), "" when it could be a word itself."""
    if len(typed) < 3 or is_syllable(plain(typed)):
        return ""
    marked = typed != plain(typed)
    near = [word for word in _NUMBER_WORDS & known if OSA.distance(typed, word if marked else plain(word)) == 1]
    return near[0] if len(near) == 1 else ""


def _is_unit_with_tail(typed: str) -> bool:
    """ "ty2" is rather 1 tỷ 2 than a tone typed as a digit."""
    return re.fullmatch(r"(?:ty|tr|trieu|ti|km|kg|tan|ta|mau|cay)\d", typed) is not None
