"""What the office holds of one report, without who typed what: thousands of them are added up at once."""

from dataclasses import dataclass

from bot.model.figure import Value
from bot.model.submission import SubmissionState


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure that was given. ``reports``: from how many reports it comes (several where periods are put together).

    ``value`` is None where periods are put together and the figure is within that of another unit.
    """

    field: str
    value: Value
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Held:
    """The latest version of a report, unless it was withdrawn: where it stands, and the figures that have a value."""

    unit: str
    form: str
    state: SubmissionState
    late: bool
    entries: tuple[Entry, ...] = ()
