"""Logs go to standard error, a line each. No token in any of them, and no message text at INFO."""

import logging
import sys
from collections.abc import Iterable

import structlog

from bot.channels.masking import Mask, mask_records

QUIET = logging.ERROR
"""What a person at a terminal wants to see of them."""

_LOUD = ("httpx", "httpcore", "aiohttp", "telegram", "uvicorn", "aiosqlite", "sqlalchemy", "alembic")


def configure(*, secrets: Iterable[str] = (), level: int = logging.INFO) -> None:
    """Sets up structlog and the standard library's loggers. ``secrets`` never reach a line."""
    mask = Mask(secrets)
    mask_records(mask)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"], bool_as_flag=False),
            mask,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    logging.basicConfig(
        level=level, stream=sys.stderr, force=True, format="timestamp=%(asctime)s level=%(levelname)s event=%(message)r"
    )
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
