"""What commands print: standard output carries the answers, as text or as JSON lines, each flushed."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TextIO

from bot.errors import DongDoiError


def print_text(text: str) -> None:
    """Writes a text and a line's end."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def print_json(row: Mapping[str, Any]) -> None:
    """Writes one JSON line."""
    print_text(json.dumps(row, ensure_ascii=False))


@contextmanager
def errors_as(*, json: bool) -> Iterator[None]:
    """Prints a fault that we know as JSON lines, one for each line of it, and ends with code 2, where ``json``."""
    try:
        yield
    except DongDoiError as error:
        if not json:
            raise
        for line in str(error).splitlines():
            print_json({"error": line})
        raise SystemExit(2) from None


def speak_utf8() -> None:
    """Makes the standard streams UTF-8, whatever the machine's locale: a byte that is none is kept as a mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def lines(stream: TextIO) -> Iterator[str]:
    """Yields the lines of a stream that hold something, as they come."""
    for line in iter(stream.readline, ""):
        if line.strip():
            yield line.strip()
