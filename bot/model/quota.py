"""How many messages a bot may still send this month, where its platform counts them. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

OVER_QUOTA = "quota"
"""Why a letter of a broadcast was not sent: it can be, next month."""

_FOR_BULK = 95
_NEARLY = 80


@dataclass(frozen=True, slots=True)
class Quota:
    """``most`` messages a month, and how many were used: what people wrote counts, too (zalo-bot-api 1.6)."""

    most: int
    used: int

    @property
    def left(self) -> int:
        """How many broadcasts and reminders may still use: the last twentieth is kept for answers."""
        return max(0, self.most * _FOR_BULK // 100 - self.used)

    @property
    def nearly_used_up(self) -> bool:
        """Whether the office has to be told."""
        return 100 * self.used >= _NEARLY * self.most


def month_after(at: datetime, zone: tzinfo | None) -> datetime:
    """Returns when the month after that of a time begins, in a zone (None: the time's own)."""
    return month_of(month_of(at, zone) + timedelta(days=32), zone)


def month_of(at: datetime, zone: tzinfo | None) -> datetime:
    """Returns when the month of a time began, in a zone (None: the time's own)."""
    here = at.astimezone(zone) if zone is not None else at
    return here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
