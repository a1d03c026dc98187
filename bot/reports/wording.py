"""Days and shares as people read them in files."""

from datetime import date


def day(one: date) -> str:
    """Returns "31/5/2026"."""
    return f"{one.day}/{one.month}/{one.year}"


def percent(part: int, whole: int) -> str:
    """Returns how many of a hundred it is, rounded down: 100 % only when nothing is missing."""
    return f"{100 * part // whole if whole else 0}%"
