"""Times as people read them."""

from datetime import date, datetime

from bot.reading.weekdays import WEEKDAYS
from knowledge.standing import span


def moment(at: datetime, now: datetime) -> str:
    """Returns a time in the zone of ``now``: "20/5/2026 lúc 8:05"."""
    here = at.astimezone(now.tzinfo)
    return f"{here.day}/{here.month}/{here.year} lúc {here.hour}:{here.minute:02d}"


def shown_day(day: date) -> str:
    """Returns a day: "31/5/2026"."""
    return f"{day.day}/{day.month}/{day.year}"


def weekday(day: date) -> str:
    """Returns a day with its weekday: "thứ Sáu, 29/5/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {shown_day(day)}"


def clock_told(at: datetime) -> str:
    """Returns a time as it is spoken, in its own zone: "8 giờ 05, thứ Tư, 20/5/2026"."""
    return f"{at.hour} giờ {at.minute:02d}, {weekday(at.date())}"


def standing_of(day: date, today: date) -> str:
    """Returns a deadline with where it stands today: "thứ Sáu, 29/5/2026 (còn 3 ngày)"."""
    if day == today:
        return f"{weekday(day)} (hôm nay)"
    left = f"còn {span(today, day)}" if day > today else f"đã qua {span(day, today)}"
    return f"{weekday(day)} ({left})"
