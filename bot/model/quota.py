"""How many messages a bot may still send this month, where its platform counts them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.messages import Choice
from bot.model.parts import ranges

OVER_QUOTA = "quota"
"""Why a letter of a broadcast was not sent: it can be, next month."""

_CHOOSE = "Đồng chí có thể nhắn: Đồng chí nhắn số từ 1 đến."
"""About what a channel without buttons says below the choices."""

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


def messages(text: str, choices: Sequence[Choice], fitting: int) -> int:
    """Returns how many messages a letter is where so many UTF-16 units fit in one: the platform counts each of them.

    Choices are written below the text.
    """
    below = [_CHOOSE, *(f"1. {choice.label}" for choice in choices)] if choices else []
    return len(ranges("\n".join([text, *below]), fitting))


def month_after(at: datetime, zone: tzinfo | None) -> datetime:
    """Returns when the month after that of a time begins, in a zone (None: the time's own)."""
    return month_of(month_of(at, zone) + timedelta(days=32), zone)


def month_of(at: datetime, zone: tzinfo | None) -> datetime:
    """Returns when the month of a time began, in a zone (None: the time's own)."""
    here = at.astimezone(zone) if zone is not None else at
    return here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
