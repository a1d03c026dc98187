"""Tables of phrases, one on a line: ``bao nhiêu: bn, bnhiêu``."""

import unicodedata

from tests.noise.pieces import Phrase


def table(lines: str) -> dict[Phrase, tuple[str, ...]]:
    """Returns the choices for each phrase."""
    rows = [line.partition(":") for line in unicodedata.normalize("NFC", lines).splitlines() if line.strip()]
    return {phrase(left): tuple(word.strip() for word in right.split(",")) for left, _, right in rows}


def phrase(text: str) -> Phrase:
    """Returns the words of a phrase as the pieces of a text are compared."""
    return tuple(unicodedata.normalize("NFC", text).lower().split())


def phrases(lines: str) -> set[Phrase]:
    """Returns the phrases of a list, parted by commas and line ends."""
    return {phrase(part) for part in lines.replace("\n", ",").split(",") if part.strip()}
