"""Bold words and links as Telegram has them: entities, counted in UTF-16 units (Bot API, MessageEntity). Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from bot.messages import Look, Span

_LOOKS = {"bold": Look.BOLD, "italic": Look.ITALIC, "text_link": Look.LINK}
_TYPES = {look: name for name, look in _LOOKS.items()}
_WEB = ("http://", "https://")


def spans_of(text: str, entities: Iterable[Any]) -> tuple[Span, ...]:
    """Returns the looks that we know among a message's entities. A bare address needs none: it is a link everywhere.

    One that does not fit the text is left out: the words count.
    """
    at = _units_before(text)
    found = []
    for entity in entities:
        look, offset, length = _LOOKS.get(entity.get("type")), entity.get("offset"), entity.get("length")
        url = entity.get("url", "") if look is Look.LINK else ""
        if look is None or not isinstance(offset, int) or not isinstance(length, int):
            continue
        if look is Look.LINK and not str(url).lower().startswith(_WEB):
            continue
        start, end = max(0, bisect_right(at, offset) - 1), min(bisect_left(at, offset + length), len(text))
        if offset >= 0 and start < end:
            found.append(Span(start, end - start, look, str(url)))
    return tuple(found)


def entities_of(text: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Returns the looks of a text as the platform takes them."""
    at = _units_before(text)
    found = []
    for span in spans:
        start, end = at[min(span.start, len(text))], at[min(span.start + span.length, len(text))]
        if start < end:
            link = {"url": span.url} if span.look is Look.LINK else {}
            found.append({"type": _TYPES[span.look], "offset": start, "length": end - start, **link})
    return found


def _units_before(text: str) -> list[int]:
    """Returns for each place in a text how many units stand before it, its end included."""
    return list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))
