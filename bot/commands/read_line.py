"""A line of ``read --json``, and the row that answers it (DESIGN 9)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ASKED: Mapping[str, Any] = {
    "outcome": "ask",
    "value": None,
    "say": "",
    "choices": [],
    "confirm": False,
    "estimate": False,
    "values": {},
}
"""A row that only asks; every answer has its keys."""


@dataclass(frozen=True, slots=True)
class NotAnObject:
    """A line that cannot be read, and why."""

    why: str


def object_in(line: str) -> Mapping[str, Any] | NotAnObject:
    """Returns the JSON object of a line."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return NotAnObject(f"this line is not JSON: {error}")
    return given if isinstance(given, dict) else NotAnObject("a line has to be a JSON object")
