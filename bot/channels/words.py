"""Texts of platforms, fit to be kept. Pure."""

from typing import Any


def words(value: Any) -> str:
    """Returns a text that every database takes. Raises TypeError for what is none.

    Half a character (``"\\ud83d"`` is valid JSON) and NUL become signs that stand for something unreadable.
    """
    if not isinstance(value, str):
        raise TypeError
    whole = value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "\ufffd")
