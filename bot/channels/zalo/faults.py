"""What goes wrong on the way to Zalo, and what it means for the letter that met it. Pure.

Zalo tells its errors in two ways: by the HTTP status, and with status 200 and ``"ok": false``. Both are read alike.
"""

import json
from typing import Any

from bot.ports.delivery import Delivery, Failed, Retry, Unclear

WRONG_TOKEN = 401
NO_NEWS = 408  # of getUpdates: nothing has come
TOO_MANY = 429
GATEWAY_TIMEOUT = 504
HOUR = 3600.0  # seconds between two tries of a bot whose token is refused: it may have been a mood of the platform's

_BY_STATUS = (NO_NEWS, TOO_MANY)
"""Mean the same whoever says it, the platform or a gateway before it."""
_ITS_OWN_FAULT = 403  # "internal server error", as Zalo's page of error codes says


class ZaloError(Exception):
    """A call did not succeed. The text holds no address: the token stands in it."""


class RefusedError(ZaloError):
    """The platform says no."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}".strip())
        self.code = code
        self.description = description


class NotTakenError(ZaloError):
    """The request had no effect: it was never written, or the answer is not the platform's (5xx but 504, HTML)."""


class NoAnswerError(ZaloError):
    """The request was written, and nothing that can be read came back: it may have had its effect."""


def result(status: int, body: bytes) -> Any:
    """Returns the result in an answer. Raises ZaloError."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    said = answer if isinstance(answer, dict) else {}
    if status < 300 and said.get("ok") is True:
        return said.get("result")
    if said.get("ok") is False:
        raise RefusedError(_code(said) or status, str(said.get("description", "")))
    if status in _BY_STATUS:
        raise RefusedError(status, "")
    if status == GATEWAY_TIMEOUT:
        raise NoAnswerError(f"the server answered {status}")  # who stands before the platform gave up waiting for it
    if status >= 300:
        # A page with 401 or 404 is some gateway's, and must not be taken for a refused token.
        raise NotTakenError(f"the server answered {status}")
    raise NoAnswerError("the answer is not Zalo's")


def delivery(error: ZaloError) -> Delivery:
    """Returns what became of a letter when sending it ended in this error; what asks for patience is the sender's."""
    match error:
        case RefusedError(code=code) if code in (NO_NEWS, GATEWAY_TIMEOUT):
            return Unclear()  # the platform gave up waiting for itself
        case RefusedError(code=code) if code == _ITS_OWN_FAULT or not 400 <= code < 500:
            return Retry(str(error))
        case RefusedError():
            return Failed(str(error))  # the same request would fail the same way
        case NotTakenError():
            return Retry(str(error))
        case _:
            return Unclear()


def _code(said: dict[str, Any]) -> int:
    code = said.get("error_code")
    return code if isinstance(code, int) and not isinstance(code, bool) else 0
