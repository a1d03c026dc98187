"""What stands in a message of the web page, as JSON and back. Explicit, so that a renamed attribute changes nothing."""

import json

from bot.messages import Choice, FileKind, Look, Span
from bot.page_ports import Laid, Shown


def body_of(shown: Shown) -> str:
    """Returns the words of a message with all that belongs to them."""
    body = {
        "text": shown.text,
        "choices": [[choice.label, choice.token] for choice in shown.choices],
        "spans": [[span.start, span.length, span.look.value, span.url] for span in shown.spans],
        "file": [shown.file.id, shown.file.name, shown.file.kind.value] if shown.file else None,
    }
    return json.dumps(body, ensure_ascii=False)


def shown_from(row: int, chat: str, key: str, place: int, body: str, *, mine: bool) -> Shown:
    """Returns the message of a row."""
    told = json.loads(body)
    file = told["file"]
    return Shown(
        chat,
        key,
        mine,
        told["text"],
        tuple(Choice(label, token) for label, token in told["choices"]),
        tuple(Span(start, length, Look(look), url) for start, length, look, url in told["spans"]),
        Laid(file[0], file[1], FileKind(file[2])) if file else None,
        row,
        place,
    )
