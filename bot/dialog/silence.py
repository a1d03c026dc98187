"""When the question of a draft is asked again: after a day of silence, after three, then not any more (DESIGN 6)."""

from datetime import datetime, timedelta

FIRST = timedelta(days=1)
SECOND = timedelta(days=3)


def first_nudge(touched: datetime) -> datetime:
    """Returns when the question is asked again of somebody who answered last at ``touched``."""
    return touched + FIRST


def next_nudge(touched: datetime, nudge: datetime, now: datetime) -> datetime | None:
    """Returns when it is asked the next time, after it fell due at ``nudge`` and is asked ``now``; None: never.

    Where the first came late, because the program did not run, the second does not follow on its heels.
    """
    if nudge > touched + FIRST:
        return None
    return max(touched + SECOND, now + (SECOND - FIRST))
