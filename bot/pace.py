"""How fast one bot may speak. Pure: the time is passed in, and what has gone is told by ``take``.

A bucket with room for bursts lets a broadcast run into the platform's refusals; one token per 1/30 s without burst met
none and was faster (telegram-notes 5: 29.3/s and 0 refusals). A refusal is a time before which nothing goes, not an
event that somebody may clear.
"""

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from bot.messages import Address

NEVER = datetime.min.replace(tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Rates:
    """What bulk may do: messages a second altogether and per chat, messages a minute per group (0 < rate ≤ inf)."""

    bulk: float = 30.0
    chat: float = 1.0
    group: float = 20.0


class Pace:
    """The pace of one bot. Replies go at once, but each takes a token, so bulk yields to them."""

    def __init__(self, rates: Rates | None = None) -> None:
        rates = rates or Rates()
        self._gap = _gap(SECOND, rates.bulk)
        self._chat_gap = _gap(SECOND, rates.chat)
        self._group_most = max(1, int(min(rates.group, 1000)))
        self._next = NEVER
        self._held = NEVER
        self._chats_held: dict[Address, datetime] = {}
        self._last: dict[Address, datetime] = {}
        self._groups: dict[Address, deque[datetime]] = {}
        self._swept = NEVER

    def held(self) -> datetime:
        """Returns the time before which nothing at all goes."""
        return self._held

    def reply_at(self, address: Address, now: datetime) -> datetime:
        """Returns when a reply may go to this chat: now, unless the platform told us to wait."""
        return max(now, self._held, self._chats_held.get(address, NEVER))

    def token_at(self, now: datetime) -> datetime:
        """Returns when the next bulk letter may go to whichever chat."""
        return max(now, self._held, self._next)

    def chat_at(self, address: Address, group: bool, now: datetime) -> datetime:
        """Returns when bulk may go to this chat, as far as the chat itself is concerned."""
        at = self.reply_at(address, now)
        if address in self._last:
            at = max(at, self._last[address] + self._chat_gap)
        went = self._groups.get(address)
        if group and went and len(went) == self._group_most:
            at = max(at, went[0] + MINUTE)
        return at

    def take(self, address: Address, group: bool, at: datetime) -> None:
        """Says that a letter goes now.

        The debt that replies make is at most a second long: what went earlier is in nobody's window any more.
        """
        self._next = min(max(self._next, at) + self._gap, at + max(SECOND, self._gap))
        self._last[address] = at
        if group:
            self._groups.setdefault(address, deque(maxlen=self._group_most)).append(at)
        self._sweep(at)

    def hold(self, until: datetime, address: Address | None = None) -> None:
        """Nothing goes before ``until``, to this chat or (None) to any. Of several such times the latest counts."""
        if address is None:
            self._held = max(self._held, until)
        else:
            self._chats_held[address] = max(self._chats_held.get(address, NEVER), until)

    def _sweep(self, now: datetime) -> None:
        """Once a minute forgets what no rule looks at any more: memory follows the last minute, not the membership."""
        if now < self._swept + MINUTE:
            return
        self._swept = now
        old = now - max(MINUTE, self._chat_gap)
        self._chats_held = {chat: until for chat, until in self._chats_held.items() if until > now}
        self._last = {chat: at for chat, at in self._last.items() if at > old}
        self._groups = {chat: went for chat, went in self._groups.items() if went[-1] > old}


def _gap(period: timedelta, rate: float) -> timedelta:
    """Rounded up to a microsecond: rounded down, thirty gaps would be shorter than the second."""
    return timedelta(microseconds=ceil(period / timedelta(microseconds=1) / rate))
