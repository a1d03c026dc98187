"""What commands print: standard output carries the answers, as text or as JSON lines, each flushed."""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO


def print_text(text: str) -> None:
    """Writes a text and a line's end."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def print_json(row: Mapping[str, Any]) -> None:
    """Writes one JSON line."""
    print_text(json.dumps(row, ensure_ascii=False))


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
