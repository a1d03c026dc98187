"""What becomes of a message that could not be handled. Pure."""

from datetime import datetime, timedelta

from bot.messages import Kind, Reply
from bot.ports.store import Failure, Remedy

SORRY = "Xin lỗi đồng chí, tôi đang trục trặc. Tin của đồng chí tôi vẫn giữ và sẽ trả lời sau."

# Seconds before each further try: its chat waits meanwhile, so a quarter of an hour would be too long.
PAUSES = (2, 10, 60, 300)

# Nobody waits for an answer to these.
SILENT = (Kind.EVENT, Kind.BLOCKED, Kind.UNBLOCKED)


def amends(failure: Failure, reason: str, now: datetime) -> Remedy:
    """Returns when the message is tried again (after the last pause: never), and what the person is told at first."""
    due = now + timedelta(seconds=PAUSES[failure.tries]) if failure.tries < len(PAUSES) else None
    return Remedy(reason, due, _sorry(failure))


def _sorry(failure: Failure) -> tuple[Reply, ...]:
    silent = failure.incoming is not None and failure.incoming.kind in SILENT
    return () if failure.tries or silent else (Reply(failure.address, SORRY),)
