"""Whether a name was typed as the region says it."""

import re
import unicodedata

from knowledge.fold import same_form

_HEARD = (
    (re.compile(r"\btr"), "ch"),
    (re.compile(r"\bs"), "x"),
    (re.compile(r"\b(?:gi|r)(?=[aăâeêioôơuưy])"), "d"),
    (re.compile(r"c\b"), "t"),
    (re.compile(r"ng\b"), "n"),
)
"""What the region says alike; n and l are not among it: Bình Nam and Bình Lâm are two communes."""


def heard_alike(typed: str, name: str) -> bool:
    """Returns whether a name was typed as the region says it, its marks as they are: "Đắt Tôi", "Xơn Viên"."""
    one, other = same_form(typed.lower()), same_form(name.lower())
    for pattern, to in _HEARD:
        one, other = (
            unicodedata.normalize("NFC", pattern.sub(to, unicodedata.normalize("NFC", text))) for text in (one, other)
        )
    return one == other
