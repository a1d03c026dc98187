"""Days as they are said."""

from datetime import date

from babel.dates import format_date

from knowledge.standing import span


def dated(day: date) -> str:
    """Returns a day as it is written: "31/5/2026"."""
    return f"{day.day}/{day.month}/{day.year}"


def deadline(day: date, today: date) -> str:
    """Returns a last day with how long is left: "thứ Hai, 25/5/2026 (còn 5 ngày)"."""
    weekday: str = format_date(day, "EEEE", locale="vi")
    return f"{weekday[:1].lower()}{weekday[1:]}, {dated(day)} ({_left(day, today)})"


def _left(day: date, today: date) -> str:
    if day < today:
        return f"đã qua {span(day, today)}"
    return "hôm nay" if day == today else f"còn {span(today, day)}"
