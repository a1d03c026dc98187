"""How many have reported in a period."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turnout:
    """Units that have to report; of them those whose report is in on every form (returned ones included), and those
    that have begun. What was withdrawn is not in.
    """

    expected: int
    submitted: int
    drafts: int

    @property
    def missing(self) -> int:
        """How many have not begun."""
        return self.expected - self.submitted - self.drafts

    @property
    def percent(self) -> int:
        """The share that has reported, rounded down: it is a hundred only when all have."""
        return 100 * self.submitted // self.expected if self.expected else 0
