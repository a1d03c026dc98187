"""How fast one bot may speak. Pure: the time is passed in, and what has gone is told by ``take``.

A bucket with room for bursts lets a broadcast run into the platform's refusals; evenly spaced letters met none and were
faster (telegram-notes 5: 29.3/s and 0 refusals). A refusal is a time before which nothing goes, not an event that
somebody may clear.
"""

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil, inf

from bot.messages import Address

NEVER = datetime(1, 1, 2, tzinfo=UTC)  # a day later than the first: there is something before it
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
REMEMBERED = 32  # letters, beside those of the second
SPARE = 1.02
"""What leaves evenly does not arrive evenly: a chat's second is taken so much longer, or the next comes too soon."""
EVENLY = 1.01
"""The letters to all chats go so much slower than they might: one that is late may be caught up with."""
FULL = 1.005
"""The second that they fill is so much longer; what was seen late is counted besides, see ``arrived``."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What bulk may do: messages a second altogether and per chat, messages a minute per group (0 < rate ≤ inf)."""

    bulk: float = 30.0
    chat: float = 1.0
    group: float = 20.0


@dataclass(frozen=True, slots=True)
class Last:
    """When the last letter went to a chat, and whether it was bulk."""

    at: datetime
    bulk: bool


class Pace:
    """The pace of one bot. A reply goes at once; where bulk fills the second it takes the next place, and bulk yields.

    Conversation without bulk beside it is not paced: it is bulk that the platform counts.
    """

    def __init__(self, rates: Rates | None = None) -> None:
        rates = rates or Rates()
        self._gap = _gap(SECOND, rates.bulk / EVENLY)
        self._chat_gap = _gap(SECOND, rates.chat / SPARE)
        self._group_most = max(1, int(min(rates.group, 1000)))
        self._most = 0 if rates.bulk == inf else max(1, int(rates.bulk))  # within the window
        self._window = self._most * _gap(SECOND, rates.bulk / FULL) if self._most else timedelta(0)
        self._went: deque[datetime] = deque(maxlen=self._most + REMEMBERED)
        self._took: deque[timedelta] = deque(maxlen=REMEMBERED)
        self._latest = NEVER
        self._next = NEVER
        self._bulk = NEVER
        self._held = NEVER
        self._chats_held: dict[Address, datetime] = {}
        self._last: dict[Address, Last] = {}
        self._groups: dict[Address, deque[datetime]] = {}
        self._swept = NEVER

    def held(self) -> datetime:
        """Returns the time before which nothing at all goes."""
        return self._held

    def free_at(self, address: Address, now: datetime) -> datetime:
        """Returns when a reply to this chat may take its place: now, unless the platform told us to wait.

        Where bulk has just gone to it, that has to be a second old.
        """
        last = self._last.get(address)
        behind = last.at + min(SPARE * SECOND, self._chat_gap) if last is not None and last.bulk else now
        return max(behind, self._told_at(address, now))

    def reply_at(self, address: Address, now: datetime) -> datetime:
        """Returns the place of a reply to this chat: as a rule now. Where bulk fills the second it is a matter of
        milliseconds, and of many replies at once the last waits until no bulk is in the way.
        """
        at = self.free_at(address, now)
        in_the_way = self._bulk + self._window
        return max(at, min(self._place(), in_the_way)) if in_the_way > at else at

    def token_at(self, now: datetime) -> datetime:
        """Returns when the next bulk letter may go to whichever chat."""
        return max(now, self._held, self._next, self._place(), self._latest)  # no waiting reply is overtaken

    def chat_at(self, address: Address, group: bool, now: datetime) -> datetime:
        """Returns when bulk may go to this chat, as far as the chat itself is concerned."""
        at = self._told_at(address, now)
        if address in self._last:
            at = max(at, self._last[address].at + self._chat_gap)
        went = self._groups.get(address)
        if group and went and len(went) == self._group_most:
            at = max(at, went[0] + MINUTE)
        return at

    def take(self, address: Address, at: datetime, *, bulk: bool, group: bool = False) -> None:
        """Says that a letter goes at this time: now, or where ``reply_at`` placed it.

        A loop that wakes up late catches up with one letter at most. The debt that replies make is at most a second
        long: what went earlier is in nobody's window any more.
        """
        due = self._next if self._next > at - self._gap else at
        self._next = min(due + self._gap, at + max(SECOND, self._gap))
        self._went.append(at)
        self._latest = max(self._latest, at)
        self._last[address] = Last(at, bulk)
        if bulk:
            self._bulk = at
        if group:
            self._groups.setdefault(address, deque(maxlen=self._group_most)).append(at)
        self._sweep(at)

    def arrived(self, at: datetime, now: datetime) -> None:
        """Says that the platform has answered a letter that went at that time.

        What took longer than it must was underway longer: the platform may have seen it so much later.
        """
        self._took.append(now - at)
        late = now - at - min(self._took)
        if late and at in self._went:
            self._went[self._went.index(at)] = at + late

    def hold(self, until: datetime, address: Address | None = None) -> None:
        """Nothing goes before ``until``, to this chat or (None) to any. Of several such times the latest counts."""
        if address is None:
            self._held = max(self._held, until)
        else:
            self._chats_held[address] = max(self._chats_held.get(address, NEVER), until)

    def _told_at(self, address: Address, now: datetime) -> datetime:
        return max(now, self._held, self._chats_held.get(address, NEVER))

    def _place(self) -> datetime:
        """Returns when one more fits into the window."""
        full = 0 < self._most <= len(self._went)
        return sorted(self._went)[-self._most] + self._window if full else NEVER

    def _sweep(self, now: datetime) -> None:
        """Once a minute forgets what no rule looks at any more: memory follows the last minute, not the membership."""
        if now < self._swept + MINUTE:
            return
        self._swept = now
        old = now - max(MINUTE, self._chat_gap)
        self._chats_held = {chat: until for chat, until in self._chats_held.items() if until > now}
        self._last = {chat: last for chat, last in self._last.items() if last.at > old}
        self._groups = {chat: went for chat, went in self._groups.items() if went[-1] > old}


def _gap(period: timedelta, rate: float) -> timedelta:
    """Rounded up to a microsecond: rounded down, thirty gaps would be shorter than the second."""
    return timedelta(microseconds=ceil(period / timedelta(microseconds=1) / rate))
