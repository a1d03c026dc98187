"""A moment in words: "8 giờ sáng thứ Sáu, 29/5/2026". Pure."""

from datetime import datetime

from bot.reading.weekdays import WEEKDAYS

_NOON, _AFTERNOON, _EVENING, _NIGHT = 11, 13, 18, 22


def said(at: datetime) -> str:
    """Returns a moment as it is read back, with its weekday and in hours as people say them."""
    minutes = f" {at.minute:02}" if at.minute else ""
    hour, part = _hour(at.hour)
    return f"{hour} giờ{minutes}{part} {WEEKDAYS[at.weekday()]}, {at.day}/{at.month}/{at.year}"


def _hour(hour: int) -> tuple[int, str]:
    """The hour of twelve with its part of day; midnight has none, since nobody agrees whose night it is."""
    if hour == 0:
        return 0, ""
    if hour < _NOON:
        return hour, " sáng"
    if hour < _AFTERNOON:
        return hour, " trưa"
    part = " chiều" if hour < _EVENING else " tối" if hour < _NIGHT else " đêm"
    return hour - 12, part
