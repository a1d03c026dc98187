"""How often a chat has typed a code that is none."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.messages import Address

MOST = 5
LOCK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong codes of one chat since ``since``. Five of them within an hour lock it for an hour after the last."""

    address: Address
    count: int
    since: datetime

    def locked(self, now: datetime) -> bool:
        """Returns whether no code is looked at now."""
        return self.count >= MOST and now < self.since + LOCK

    def failed(self, now: datetime) -> "Attempts":
        """Returns the attempts with one more; ``since`` moves on with the last one."""
        fresh = now >= self.since + LOCK
        return Attempts(self.address, 1 if fresh else self.count + 1, now)
