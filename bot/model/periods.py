"""Which of several periods are meant where none is named; the latest comes first in all lists. Pure."""

from collections.abc import Sequence

from bot.model.period import Period


def taking(periods: Sequence[Period]) -> list[Period]:
    """Returns those that still take reports, late ones too."""
    return [one for one in periods if one.closed is None]


def usual(periods: Sequence[Period]) -> list[Period]:
    """Returns those that still take reports; where there is none, the latest."""
    return taking(periods) or list(periods[:1])


def last_closed(periods: Sequence[Period]) -> list[Period]:
    """Returns the latest that takes none any more: "kỳ trước"; [] where there is none."""
    return [one for one in periods if one.closed is not None][:1]
