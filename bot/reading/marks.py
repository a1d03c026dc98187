"""Bold words and links as they are typed where a channel has no way to show them: ``*đậm*``, ``[chữ](https://…)``.

What is no such mark stays as it was typed: a lone star, ``3*4``, ``(*)``, a list of stars. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.messages import Look, Span

_ADDRESS = r"https?://(?:[^\s()<>\"]|\([^\s()<>\"]*\))+"
_LINK = re.compile(rf"\[(?P<words>[^\[\]\n]*[^\[\]\s][^\[\]\n]*)\]\((?P<url>{_ADDRESS})\)")
_BARE = re.compile(_ADDRESS)
_BOLD = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,2})(?P<words>[\w\"“'‘(\[](?:[^*\n]*[\w\"”'’)\].!?…%:;,])?)(?P=stars)(?![\w*])"
)
_STAR = re.compile(r"\*")


def read_marks(text: str, spans: Iterable[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """Returns a text without its marks, and how its words look: as marked, and as they looked before (``spans``)."""
    links = list(_LINK.finditer(text))
    bold = list(_BOLD.finditer(_without_addresses(text)))
    found = [*spans]
    found += [Span(one.start("words"), _long(one), Look.LINK, one["url"]) for one in links]
    found += [Span(one.start("words"), _long(one), Look.BOLD) for one in bold]
    signs = {
        place
        for one in (*links, *bold)
        for place in range(one.start(), one.end())
        if not one.start("words") <= place < one.end("words")
    }
    if not signs:
        return text, tuple(found)
    kept = [place for place in range(len(text)) if place not in signs]
    places = _places(text, signs)
    looks = []
    for span in found:
        start, end = places[span.start], places[min(span.start + span.length, len(text))]
        if start < end:
            looks.append(replace(span, start=start, length=end - start))
    return "".join(text[place] for place in kept), tuple(sorted(looks, key=lambda one: (one.start, -one.length)))


def _long(found: re.Match[str]) -> int:
    return found.end("words") - found.start("words")


def _without_addresses(text: str) -> str:
    """Returns a text of the same length in which no star belongs to an address."""
    return _BARE.sub(lambda found: _STAR.sub("x", found[0]), text)


def _places(text: str, signs: set[int]) -> list[int]:
    """Returns for each place of a text where it is once the signs are gone; one more for the end."""
    places, place = [], 0
    for before in range(len(text) + 1):
        places.append(place)
        place += before not in signs
    return places
