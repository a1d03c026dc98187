"""How the local Zalo misbehaves: drawn from a seed, or told for the next request."""

import json
from collections import Counter, deque
from enum import StrEnum
from random import Random

from tests.telegram_http import Answer


class Transport(StrEnum):
    """Zalo's two ways of telling an error: by the HTTP status, or with status 200 and ``"ok": false``."""

    STATUS = "status"
    BODY = "body"


class Fault(StrEnum):
    """What happens to one call. BEFORE: it was not accepted; AFTER: it was, and nobody learns it."""

    UNAUTHORIZED = "401"
    INTERNAL = "403"
    TIMEOUT_BEFORE = "408 before"
    TIMEOUT_AFTER = "408 after"
    QUOTA = "429"
    GATEWAY = "502"
    DROP_BEFORE = "drop before"
    DROP_AFTER = "drop after"
    HANG_BEFORE = "hang before"
    HANG_AFTER = "hang after"

    @property
    def told(self) -> tuple[int, str]:
        """The code and the description of a fault that the platform itself tells."""
        words = {401: "Unauthorized", 403: "Internal server error", 408: "Request timeout", 429: "Quota exceeded"}
        code = int(self.value[:3])
        return code, words[code]


DELIVERED = frozenset({Fault.TIMEOUT_AFTER, Fault.DROP_AFTER, Fault.HANG_AFTER})
UNCLEAR = frozenset({*DELIVERED, Fault.TIMEOUT_BEFORE, Fault.DROP_BEFORE, Fault.HANG_BEFORE})


class Dice:
    """Says which fault the next call meets. A message meets one without a clear answer only once: a second doubt about
    a reply is left in doubt (DESIGN 5), and nobody could tell that from a loss.
    """

    def __init__(self, seed: int, chances: dict[Fault, float]) -> None:
        self._random = Random(seed)
        self._chances = chances
        self.told: deque[Fault | None] = deque()
        self.thrown: Counter[Fault] = Counter()
        self._struck: set[tuple[str, str]] = set()

    def next(self, message: tuple[str, str]) -> Fault | None:
        """Returns the fault that this message meets: the one told, else one that chance wants, else None."""
        fault = self.told.popleft() if self.told else self._drawn()
        if fault in UNCLEAR and any(message) and message in self._struck:
            return None
        if fault:
            self.thrown[fault] += 1
            if fault in UNCLEAR:
                self._struck.add(message)
        return fault

    def _drawn(self) -> Fault | None:
        thrown = self._random.random()
        for fault, chance in self._chances.items():
            thrown -= chance
            if thrown < 0:
                return fault
        return None


def refusal(transport: Transport, code: int, description: str) -> Answer:
    """Returns an error answer in one of the two ways."""
    body = json.dumps({"ok": False, "description": description, "error_code": code}).encode()
    return Answer(code if transport is Transport.STATUS else 200, body)
