"""A message as the script of the page gets it, and the address of its file."""

import json
from typing import Any
from urllib.parse import quote

from bot.channels.web.visitors import Visitor
from bot.messages import FileKind
from bot.page_ports import Laid, Shown


def told(shown: Shown, visitor: Visitor) -> dict[str, Any]:
    """Returns a message as plain JSON."""
    return {
        "id": shown.id,
        "place": shown.place,
        "key": shown.key,
        "mine": shown.mine,
        "text": shown.text,
        "choices": [[choice.label, choice.token] for choice in shown.choices],
        "spans": [[span.start, span.length, span.look.value, span.url] for span in shown.spans],
        "file": _file(shown.file, visitor) if shown.file else None,
    }


def as_event(shown: Shown, visitor: Visitor) -> bytes:
    """Returns a message as a server-sent event."""
    return f"id: {shown.id}\ndata: {json.dumps(told(shown, visitor), ensure_ascii=False)}\n\n".encode()


def href(file: Laid, visitor: Visitor) -> str:
    """Returns the address of a file on this page."""
    name = " ".join(file.name.split())  # no line's end: no route matches it
    return f"/file/{file.id}/{quote(name, safe='')}{query(visitor)}"


def query(visitor: Visitor) -> str:
    """Returns what an address carries besides its path: the role in the demo."""
    return f"?vai={visitor.role}" if visitor.role else ""


def _file(file: Laid, visitor: Visitor) -> dict[str, Any]:
    return {"url": href(file, visitor), "name": file.name, "picture": file.kind is FileKind.PICTURE}
