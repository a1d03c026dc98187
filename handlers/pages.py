"""Long lists, a few choices at a time."""

from collections.abc import Sequence

from bot.messages import Choice

AT_MOST = 7
"""More than this does not fit on a small phone (and no message offers more)."""

MORE = "Xem thêm"


def page(choices: Sequence[Choice], start: int, family: str, most: int = AT_MOST) -> tuple[Choice, ...]:
    """Returns the choices from ``start`` on, at most seven; the last one shows the next page when there is one.

    ``most`` leaves room for others beside them.
    """
    left = choices[start:]
    if len(left) <= most:
        return tuple(left)
    turn = start + most - 1
    return (*left[: most - 1], Choice(MORE, f"{family}:{turn}"))


def shortened(text: str, length: int = 64) -> str:
    """Returns the text, cut after a word when it is longer than a label should be."""
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0].rstrip(',;:')}…"


def split(token: str) -> tuple[str, int]:
    """Returns what a token names and where its page starts: "han:kh121:6" is ("kh121", 6), "han" is ("", 0)."""
    _, _, rest = token.partition(":")
    name, _, start = rest.rpartition(":")
    return (name, int(start)) if start.isdecimal() else (rest, 0)
