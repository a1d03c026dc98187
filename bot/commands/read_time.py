"""``read time``: what people type for a time, read; JSON lines or plain lines on standard input (DESIGN 9)."""

import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.commands.printed import lines, print_json, print_text
from bot.commands.read_line import ASKED, NotAnObject, object_in
from bot.ports.clock import Clock
from bot.reading.moments import read_time
from bot.reading.time_read import Clear, Doubtful, NoTime, TimeRead

_NEEDS = 'a line needs "text", and "now" as ISO 8601 with its offset, in the years from 2000 to 9000'
_YEARS = range(2000, 9001)


def read_times(clock: Clock, *, as_json: bool) -> None:
    """Prints the reading of every line of standard input: JSON objects with their own now, or plain texts read now."""
    for line in lines(sys.stdin):
        if as_json:
            print_json(_row(line))
        else:
            print_text(_said(read_time(line, clock.now())))


def _row(line: str) -> Mapping[str, Any]:
    given = object_in(line)
    if isinstance(given, NotAnObject):
        return {"error": given.why}
    text, now = given.get("text"), _moment(given.get("now"))
    if now is None or not isinstance(text, str):
        return {"id": given.get("id"), "error": _NEEDS}
    return {"id": given.get("id"), **_printed(read_time(text, now))}


def _moment(written: object) -> datetime | None:
    """Returns an aware time, None for anything else."""
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None and moment.year in _YEARS else None


def _printed(reading: TimeRead) -> Mapping[str, Any]:
    match reading:
        case Clear():
            clear = {"value": reading.at.isoformat(), "say": reading.say, "estimate": reading.estimate}
            return {**ASKED, "outcome": "value", **clear}
        case Doubtful():
            choices = [{"label": choice.label, "value": choice.at.isoformat()} for choice in reading.choices]
            return {**ASKED, "say": reading.why, "choices": choices}
        case NoTime():
            return {**ASKED, "outcome": "none"}


def _said(reading: TimeRead) -> str:
    match reading:
        case Clear():
            return reading.say
        case Doubtful():
            return f"{reading.why} {' / '.join(choice.label for choice in reading.choices)}".strip()
        case NoTime():
            return "Tôi không thấy thời gian nào."
