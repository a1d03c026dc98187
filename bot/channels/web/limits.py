"""How often one visitor may write and open, and one address: buckets that fill again with time."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST = 20_000  # buckets that are remembered; the one not looked at for longest goes first


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many more each second."""

    burst: float
    per_second: float


WRITES = Rate(30, 1)
OPENS = Rate(120, 4)
PHOTOS = Rate(10, 0.05)
ADDRESS = Rate(4000, 200)
"""Of one network: a commune behind one router, or a phone company's, is many people."""
PICTURES = Rate(200 << 20, 100 << 10)
"""Bytes of the pictures of one network: some 600 small photos at once, 9 GB a day. A new visitor costs nothing."""


class Limits:
    """Buckets by name, at one rate."""

    def __init__(self, rate: Rate, most: int = MOST) -> None:
        self._rate = rate
        self._most = most
        self._buckets: OrderedDict[str, tuple[float, datetime]] = OrderedDict()

    def wait(self, name: str, now: datetime, cost: float = 1) -> float:
        """Takes what something costs, at most a burst, and returns 0; where that is not there, the seconds to wait."""
        left, since = self._buckets.get(name, (self._rate.burst, now))
        left = min(self._rate.burst, left + max(timedelta(), now - since).total_seconds() * self._rate.per_second)
        taken = left >= cost
        self._buckets[name] = (left - cost if taken else left, now)
        self._buckets.move_to_end(name)
        while len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return 0 if taken else (cost - left) / self._rate.per_second
