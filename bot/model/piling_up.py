"""When the failures of a broadcast pile up, so that going on would do no good. Pure."""

from collections.abc import Sequence

LOOKED_AT = 50
"""So many of the letters that came to their end last are looked at."""
TOO_MANY = 25


def failures(states: Sequence[str]) -> int:
    """Returns how many of these letters failed or are in doubt; who has blocked the bot is no failure of ours."""
    return sum(state in ("failed", "unknown") for state in states)


def piling_up(states: Sequence[str]) -> bool:
    """Returns whether too many of the last letters (at most ``LOOKED_AT``) went wrong."""
    return failures(states) >= TOO_MANY
