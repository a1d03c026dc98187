"""Words as HTML: everything escaped; what looks otherwise is marked, addresses can be followed."""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

from bot.messages import Look, Span

_ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]}…”]")
_TAGS = {Look.BOLD: "strong", Look.ITALIC: "em"}
_SAFE = ("http", "https", "mailto", "tel")


def marked(text: str, spans: Sequence[Span]) -> str:
    """Returns the text as HTML."""
    ends = {edge for span in spans for edge in (span.start, span.start + span.length)}
    cuts = sorted({0, len(text), *(edge for edge in ends if 0 < edge < len(text))})
    return "".join(_piece(text[start:end], _over(spans, start)) for start, end in pairwise(cuts))


def _over(spans: Sequence[Span], place: int) -> list[Span]:
    return [span for span in spans if span.start <= place < span.start + span.length]


def _piece(words: str, spans: Sequence[Span]) -> str:
    link = next((span.url for span in spans if span.look is Look.LINK and urlsplit(span.url).scheme in _SAFE), "")
    html = _link(link, words) if link else _with_addresses(words)
    for span in spans:
        if tag := _TAGS.get(span.look):
            html = f"<{tag}>{html}</{tag}>"
    return html


def _with_addresses(words: str) -> str:
    parts, at = [], 0
    for found in _ADDRESS.finditer(words):
        parts += [escape(words[at : found.start()]), _link(found[0], found[0])]
        at = found.end()
    return "".join([*parts, escape(words[at:])])


def _link(url: str, words: str) -> str:
    return f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">{escape(words)}</a>'
