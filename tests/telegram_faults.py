"""How the test platform misbehaves: drawn from a seed, or told for the next request."""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What happens to one sendMessage. BEFORE: the message was not delivered; AFTER: it was, and nobody learns it.

    BLOCKS: from now on the person blocks the bot; DEACTIVATED, UNKNOWN_CHAT: from now on they are not there any more.
    BROKEN: the platform's own fault (500).
    """

    FLOOD = "flood"
    FLOOD_ZERO = "flood_zero"
    GATEWAY = "gateway"
    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    STALL_BEFORE = "stall_before"
    STALL_AFTER = "stall_after"
    BLOCKS = "blocks"
    DEACTIVATED = "deactivated"
    UNKNOWN_CHAT = "unknown_chat"
    BROKEN = "broken"


DELIVERED = frozenset({Fault.DROP_AFTER, Fault.STALL_AFTER})
UNCLEAR = frozenset({*DELIVERED, Fault.DROP_BEFORE, Fault.STALL_BEFORE})


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many deliveries in any sliding second, to all chats and to one; None: no limit.

    ``strict``: while a flood wait runs everything is refused (the real server's rule is not published).
    """

    overall: int | None = None
    per_chat: int | None = None
    retry_after: int = 1
    strict: bool = False


class Gate:
    """Enforces the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._times: dict[str, deque[float]] = {}
        self._closed_until = 0.0

    def refuses(self, chat: str, now: float) -> bool:
        """Returns whether a message to this chat must wait; counts it when it need not."""
        limits = self.limits
        if limits.strict and now < self._closed_until:
            return True
        windows = [(self._window(key, now), top) for key, top in (("", limits.overall), (chat, limits.per_chat)) if top]
        if any(len(window) >= top for window, top in windows):
            self._closed_until = now + limits.retry_after
            return True
        for window, _ in windows:
            window.append(now)
        return False

    def _window(self, key: str, now: float) -> deque[float]:
        window = self._times.setdefault(key, deque())
        while window and window[0] <= now - 1:
            window.popleft()
        return window
