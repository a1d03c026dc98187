"""What the test platform checks in a request, and how it answers."""

import json
from collections.abc import Collection
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was uploaded."""

    name: str
    content: bytes


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
        return dict(_part(*part.partition(b"\r\n\r\n")[::2]) for part in parts if b'name="' in part)
    return {}


def _part(head: bytes, value: bytes) -> tuple[str, str | Upload]:
    """Returns a field of a form: its name, and its text or its file. Names stand in quotes, as they are."""
    value = value.removesuffix(b"\r\n")
    name = head.partition(b' name="')[2].partition(b'"')[0].decode()
    _, named, rest = head.partition(b' filename="')
    return name, Upload(rest.partition(b'"')[0].decode(), value) if named else value.decode()


def decoded(value: Any) -> Any:
    """Nested parameters come as JSON, or as JSON in a string."""
    return json.loads(value) if isinstance(value, str) else value


def check_text(text: str) -> None:
    """Raises RefusedError for a text of no or more than 4096 UTF-16 units."""
    if not text.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise RefusedError(400, "Bad Request: message is too long")


def check_caption(text: str) -> None:
    """Raises RefusedError for a caption of more than 1024 UTF-16 units."""
    if len(text.encode("utf-16-le")) // 2 > 1024:
        raise RefusedError(400, "Bad Request: message caption is too long")


def check_upload(upload: Any, most: int, held: Collection[str]) -> None:
    """Raises RefusedError for no file, an empty one, one of more bytes, and a name under which none is held."""
    if isinstance(upload, str):
        if upload not in held:
            raise RefusedError(400, "Bad Request: wrong remote file identifier specified: Wrong string length")
        return
    if not isinstance(upload, Upload):
        raise RefusedError(400, "Bad Request: there is no file in the request")
    if not upload.content:
        raise RefusedError(400, "Bad Request: file must be non-empty")
    if len(upload.content) > most:
        raise RefusedError(413, "Request Entity Too Large")


def check_keyboard(markup: Any) -> None:
    """Raises RefusedError for a button with no or more than 64 bytes of data."""
    for row in decoded(markup or {}).get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button.get("callback_data", "-").encode()) <= 64:
                raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
