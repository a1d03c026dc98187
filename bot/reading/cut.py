"""A text beside its plain letters: what is found in these is cut out of it, and its accents stay. Pure."""

import re
import unicodedata

from knowledge.fold import plain


def paired(text: str) -> tuple[str, str]:
    """Returns a text and its plain letters, place by place. Where these are not as long, the text is plain, too."""
    said = unicodedata.normalize("NFC", text)
    low = plain(said)
    return (said if len(said) == len(low) else low), low


def without(text: str, pattern: re.Pattern[str]) -> str:
    """Returns the text without what a pattern of plain letters finds."""
    said, low = paired(text)
    kept, at = [], 0
    for found in pattern.finditer(low):
        kept.append(said[at : found.start()])
        at = found.end()
    return " ".join(" ".join([*kept, said[at:]]).split())
