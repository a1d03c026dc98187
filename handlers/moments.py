"""Times as people read them."""

from datetime import datetime


def moment(at: datetime, now: datetime) -> str:
    """Returns a time in the zone of ``now``: "20/5/2026 lúc 8:05"."""
    here = at.astimezone(now.tzinfo)
    return f"{here.day}/{here.month}/{here.year} lúc {here.hour}:{here.minute:02d}"
