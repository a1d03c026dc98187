"""A clock time as a text says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockSaid:
    """Hour and minute at their place in the text; ``less`` minutes before it ("kém 15"). ``why`` is what is doubtful.

    ``whole``: the figures alone say which half of the day is meant (07:30, 19h).
    """

    start: int
    end: int
    hour: int
    minute: int = 0
    less: int = 0
    whole: bool = False
    part: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class WaitSaid:
    """So many minutes from now ("2 tiếng nữa"), at their place in the text. ``why`` is what is doubtful."""

    start: int
    end: int
    minutes: int
    why: str = ""
