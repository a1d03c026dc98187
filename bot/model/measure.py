"""How a figure is added up: across units, and over time (report_figures: Across, Over time)."""

from dataclasses import dataclass
from enum import StrEnum


class Across(StrEnum):
    """How the values of several units make the value of the unit above. AVERAGE is weighted by members."""

    SUM = "sum"
    AVERAGE = "average"
    COUNT_YES = "count_yes"
    LIST = "list"


class OverTime(StrEnum):
    """How the values of several periods make the value of a longer one. LAST is the newest one."""

    SUM = "sum"
    LAST = "last"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Measure:
    """A field by its id, with both rules."""

    field: str
    across: Across
    over_time: OverTime
