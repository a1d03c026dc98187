"""What hour a clock time is in its part of the day (reading-rules, Times 3). Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours that are meant, counted from midnight; from 24 on they are the next day's. Only one, if ``sure``."""

    hours: tuple[int, ...]
    sure: bool


def hours(hour: int, part: str, whole: bool) -> Hours:
    """Returns the hour of the day. ``part`` is sáng, trưa, chiều, tối, đêm or "", ``whole``: 07:30 and not 7h30."""
    if hour == 24:
        return Hours((24, 0), False)
    if part:
        return _PARTS[part](hour)
    if hour == 0 or hour >= 12 or whole:
        return Hours((hour,), True)
    return Hours((hour, hour + 12), False)


def _morning(hour: int) -> Hours:
    return Hours((hour,), True) if 1 <= hour <= 11 else Hours((hour, (hour + 12) % 24), False)


def _noon(hour: int) -> Hours:
    if hour in (11, 12):
        return Hours((hour,), True)
    return Hours((13,), True) if hour in (1, 13) else Hours((hour + 12 if hour < 6 else hour,), False)


def _afternoon(hour: int) -> Hours:
    if 1 <= hour <= 7:
        return Hours((hour + 12,), True)
    if 13 <= hour <= 19:
        return Hours((hour,), True)
    return Hours((hour + 12, hour) if 8 <= hour <= 11 else (hour,), False)


def _evening(hour: int) -> Hours:
    if 5 <= hour <= 11:
        return Hours((hour + 12,), True)
    if 17 <= hour <= 23:
        return Hours((hour,), True)
    return Hours((24,) if hour in (0, 12) else (hour + 12, hour) if hour < 12 else (hour,), False)


def _night(hour: int) -> Hours:
    if 7 <= hour <= 11:
        return Hours((hour + 12,), True)
    if 19 <= hour <= 23:
        return Hours((hour,), True)
    if hour in (0, 12):
        return Hours((24, 0), False)
    return Hours((hour + 24, hour) if hour < 7 else (hour,), False)


_PARTS = {"sáng": _morning, "trưa": _noon, "chiều": _afternoon, "tối": _evening, "đêm": _night}

USUAL = {
    "sáng": (8, 7, 9),
    "trưa": (11, 12),
    "chiều": (14, 15, 16),
    "tối": (19, 18, 20),
    "đêm": (22, 21),
    "": (8, 14, 19),
}
"""The hours to offer where none was said."""
