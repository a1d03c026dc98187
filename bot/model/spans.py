"""Words that look otherwise, when their text is cut, moved, or shown where nothing looks otherwise. Pure."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from bot.messages import Look, Span

_MARKS = {Look.BOLD: ("*", "*"), Look.ITALIC: ("_", "_")}


def cut(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Returns the looks of the part of a text between two places; one that reaches beyond is divided."""
    found = []
    for span in spans:
        first, last = max(span.start, start), min(span.start + span.length, end)
        if first < last:
            found.append(replace(span, start=first - start, length=last - first))
    return tuple(found)


def moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    """Returns the looks of a text that stands so many characters further on."""
    return tuple(replace(span, start=span.start + by) for span in spans)


def composed(text: str, spans: Iterable[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """Returns a text with its accents on its letters (NFC), and its looks.

    A look that begins or ends between a letter and its accent takes the whole letter: half a letter looks like nothing.
    """

    def accent(place: int) -> bool:
        return 0 < place < len(text) and unicodedata.combining(text[place]) > 0

    def place(before: int) -> int:
        return len(unicodedata.normalize("NFC", text[:before]))

    found = []
    for span in spans:
        first, last = span.start, span.start + span.length
        while accent(first):
            first -= 1
        while accent(last):
            last += 1
        found.append(replace(span, start=place(first), length=place(last) - place(first)))
    return unicodedata.normalize("NFC", text), tuple(found)


def spelled_out(text: str, spans: Iterable[Span]) -> str:
    """Returns a text for where words cannot hide an address: it stands behind them, unless they are the address."""
    behind = {}
    for span in spans:
        end = span.start + span.length
        if span.look is Look.LINK and text[span.start : end].strip() != span.url:
            behind[end] = f" ({span.url})"
    return _with(text, behind)


def marked(text: str, spans: Iterable[Span]) -> str:
    """Returns a text with its looks as they can be typed: ``*bold*``, ``_italic_``, ``[words](address)``."""
    signs: dict[int, str] = {}
    for span in sorted(spans, key=lambda one: (one.start, -one.length)):
        before, after = _MARKS.get(span.look, ("[", f"]({span.url})"))
        end = span.start + span.length
        signs[span.start] = signs.get(span.start, "") + before
        signs[end] = after + signs.get(end, "")
    return _with(text, signs)


def _with(text: str, signs: dict[int, str]) -> str:
    """Returns a text with signs put in at these places."""
    places = sorted(signs)
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return "".join(
        part for pair in zip(pieces, [*(signs[place] for place in places), ""], strict=True) for part in pair
    )
