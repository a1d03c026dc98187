"""How the local Zalo misbehaves: drawn from a seed, or told for the next request."""

import json
from enum import StrEnum

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


def refusal(transport: Transport, code: int, description: str) -> Answer:
    """Returns an error answer in one of the two ways."""
    body = json.dumps({"ok": False, "description": description, "error_code": code}).encode()
    return Answer(code if transport is Transport.STATUS else 200, body)
