"""Secrets never reach a log: every record and every rendered line is masked, whoever wrote it.

Tokens stand in the URLs of requests, so the libraries' own loggers and tracebacks are masked too.
"""

import logging
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

MASK = "***"


class Mask:
    """Replaces secrets in texts. Also a structlog processor: put it last, behind the renderer."""

    def __init__(self, secrets: Iterable[str]) -> None:
        spellings = {form for secret in secrets if secret for form in (secret, quote(secret, safe=""))}
        self._secrets = tuple(sorted(spellings, key=len, reverse=True))

    def text(self, text: str) -> str:
        """Returns the text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, MASK)
        return text

    def __call__(self, logger: object, method: str, event: Any) -> Any:
        """Returns a rendered line, or the texts of an event that is not rendered yet, without secrets."""
        if isinstance(event, dict):
            return {key: self(logger, method, value) for key, value in event.items()}
        if isinstance(event, bytes):
            return self.text(event.decode(errors="replace")).encode()
        if isinstance(event, str):
            return self.text(event)
        shown = str(event)
        masked = self.text(shown)
        return event if masked == shown else masked


def mask_records(mask: Mask) -> None:
    """Masks every record of the standard library's logging from now on, its traceback included.

    At the records' source: a filter on a logger misses its children's records, one on a handler the other handlers.
    """
    make = logging.getLogRecordFactory()
    formatter = logging.Formatter()

    def masked(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make(*args, **kwargs)
        record.msg, record.args = mask.text(record.getMessage()), None
        if record.exc_info:
            record.exc_text = mask.text(formatter.formatException(record.exc_info))
        return record

    logging.setLogRecordFactory(masked)
