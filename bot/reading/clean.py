"""A typed text in one form: NFC, small letters, plain digits and blanks, no emoji and nothing that cannot be seen."""

import re
import unicodedata

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")
_TIMES = re.compile("[×✕✖∗✗]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_CROSSED_D = re.compile(r"(?<![^\W\d_])d[d9](?![^\W_])")
"""đ alone as Telex and VNI leave it: "2.500.000d9"."""
_FRACTIONS = {"½": " rưỡi ", "¼": " ¼ ", "¾": " ¾ "}
_GONE = frozenset({"Cf", "Cc", "Mn", "Me", "So", "Sk", "Cs", "Co", "Cn"})
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")


def clean(text: str) -> str:
    """Returns the text to be read. Lines stay lines; letters keep their marks."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text).lower())
    text = _TIMES.sub("x", _DASHES.sub("-", text)).replace("…", "...")
    text = _CROSSED_D.sub("đ", text)
    text = _HYPHEN.sub(" ", text)  # ki-lô-mét
    return re.sub("[ \t]+", " ", "".join(_cleaned(letter) for letter in unicodedata.normalize("NFC", text))).strip()


def _cleaned(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() or letter in "\n\t" else " "
    if letter in _FRACTIONS:
        return _FRACTIONS[letter]
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= letter <= "\uff5e":
        return chr(ord(letter) - 0xFEE0).lower()
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    # Marks that do not belong to a letter, signs of emoji and directions: none of them is part of a figure.
    if category in _GONE:
        return "" if category in ("Cf", "Mn", "Me") else " "
    return letter
