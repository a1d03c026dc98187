"""What people typed, made fit for files: Excel and Word are XML, which knows no control characters."""

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Returns the text without the characters that XML does not allow."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)
