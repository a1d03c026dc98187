"""An update as Zalo delivers it: bare, or wrapped as ``{"ok": true, "result": …}``. Pure."""

import hashlib
import json
import re
from typing import Any

_NUMBER = re.compile(r"[!-~]{1,128}")


def opened(said: Any) -> Any:
    """Returns what is in the envelope; what has none is returned as it is."""
    wrapped = isinstance(said, dict) and "event_name" not in said and "result" in said
    return said["result"] if wrapped else said


def key_of(update: Any) -> str:
    """Returns the unique key of an update: Zalo numbers none, but a repeat has the same message.

    What has no message is told apart by its contents, so that it can be set aside like any other.
    """
    message = update.get("message") if isinstance(update, dict) else None
    number = message.get("message_id") if isinstance(message, dict) else None
    if isinstance(number, str) and _NUMBER.fullmatch(number):
        return number
    return f"sha256:{hashlib.sha256(json.dumps(update, sort_keys=True).encode()).hexdigest()}"
