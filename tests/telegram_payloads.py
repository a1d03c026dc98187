"""What the test platform checks in a request, and how it answers."""

import json
from typing import Any
from urllib.parse import parse_qsl

from tests.telegram_http import Answer, Request

Json = dict[str, Any]


class RefusedError(Exception):
    """An error answer of the Bot API."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        body: Json = {"ok": False, "error_code": code, "description": description}
        if parameters:
            body["parameters"] = parameters
        self.answer = Answer(code, json.dumps(body).encode())


def ok(result: Any) -> Answer:
    """Returns the answer with a result."""
    return Answer(200, json.dumps({"ok": True, "result": result}).encode())


def parameters(request: Request) -> Json:
    """Returns the parameters of a JSON, urlencoded or multipart body (Bot API, Making requests)."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        return dict(json.loads(request.body or b"{}"))
    if kind.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(request.body.decode(), keep_blank_values=True))
    if kind.startswith("multipart/form-data"):
        parts = request.body.split(b"--" + kind.partition("boundary=")[2].strip('"').encode())
        heads = (part.partition(b"\r\n\r\n")[::2] for part in parts)
        return {
            head.partition(b'name="')[2].partition(b'"')[0].decode(): value.removesuffix(b"\r\n").decode(
                errors="replace"
            )
            for head, value in heads
            if b'name="' in head
        }
    return {}


def decoded(value: Any) -> Any:
    """Nested parameters come as JSON, or as JSON in a string."""
    return json.loads(value) if isinstance(value, str) else value


def check_text(text: str) -> None:
    """Raises RefusedError for a text of no or more than 4096 UTF-16 units."""
    if not text.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise RefusedError(400, "Bad Request: message is too long")


def check_keyboard(markup: Any) -> None:
    """Raises RefusedError for a button with no or more than 64 bytes of data."""
    for row in decoded(markup or {}).get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button.get("callback_data", "-").encode()) <= 64:
                raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
