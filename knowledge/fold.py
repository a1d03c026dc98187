"""Vietnamese letters, made comparable: NFC, one place for the tone mark, and the form without any mark."""

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_PLAIN = str.maketrans(
    {
        letter: unicodedata.normalize("NFD", letter)[0].replace("đ", "d")
        for letter in "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    }
)
"""The letters of Vietnamese; others, and marks that stand apart, are looked up in Unicode's tables."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OLD_TONE = {
    f"{first}{toned}": f"{moved}{second}"
    for first, second, row in (("o", "a", "àáảãạ"), ("o", "e", "èéẻẽẹ"), ("u", "y", "ỳýỷỹỵ"))
    for toned, moved in zip(row, {"o": "òóỏõọ", "u": "ùúủũụ"}[first], strict=True)
}
_MOVABLE = re.compile(r"(?<![qg])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Returns the text in lower case without any mark: "Đại Hòa" -> "dai hoa". đ is d (NFD alone leaves it)."""
    if text.isascii():
        return text.lower()
    folded = text.lower().translate(_PLAIN)
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFD", text.lower().translate(_MARKS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def same_form(text: str) -> str:
    """Returns the text in NFC and lower case with the tone mark where the modern spelling has it: "hoà" -> "hòa".

    "quý" and "thuý" keep theirs as they are spelled after q; a syllable that goes on ("toàn") has it on the a in both spellings.
    """
    text = unicodedata.normalize("NFC", text).lower()
    if text.isascii():
        return text
    return _MOVABLE.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    return _OLD_TONE[found.group(1)]


@lru_cache(maxsize=20_000)
def toneless(text: str) -> str:
    """Returns the text without its tones but with its letters' marks: "nghỉ" and "nghĩ" are both "nghi", "nhở" is "nhơ"."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in _TONES))
