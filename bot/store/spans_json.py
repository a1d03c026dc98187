"""The looks of a text as JSON and back."""

import json
from collections.abc import Sequence

from bot.messages import Look, Span


def spans_to_json(spans: Sequence[Span]) -> str:
    """Returns the JSON of a text's looks, "" for none."""
    said = [(span.start, span.length, span.look.value, span.url) for span in spans]
    return json.dumps(said, ensure_ascii=False) if said else ""


def spans_from_json(text: str) -> tuple[Span, ...]:
    """Returns the looks that were stored."""
    return tuple(Span(start, length, Look(look), url) for start, length, look, url in json.loads(text)) if text else ()
