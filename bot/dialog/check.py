"""What must agree between the figures of a report (report_figures, section I). A broken one asks, it never refuses."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """AT_MOST: the left ones together are no more than the right ones. NEEDS: where the left is above zero, the right
    ones are at least one. CARRIES: the left is that of the last period less the right ones.
    """

    AT_MOST = "at_most"
    NEEDS = "needs"
    CARRIES = "carries"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule between fields of one report; ``say`` is what the leader reads when it is broken."""

    rule: Rule
    left: tuple[str, ...]
    right: tuple[str, ...]
    say: str
