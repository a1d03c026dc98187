"""What became of the letters of a broadcast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many letters are in which state; together they are the audience. ``acknowledged`` of those that were sent,
    ``over_quota`` of those that failed: the month's messages were used up.
    """

    pending: int = 0
    leased: int = 0
    sent: int = 0
    failed: int = 0
    blocked: int = 0
    unknown: int = 0
    cancelled: int = 0
    acknowledged: int = 0
    over_quota: int = 0

    @property
    def audience(self) -> int:
        """How many receivers there are."""
        return self.pending + self.leased + self.sent + self.failed + self.blocked + self.unknown + self.cancelled

    @property
    def over(self) -> int:
        """How many letters have come to their end."""
        return self.audience - self.pending - self.leased
