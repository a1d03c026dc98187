"""What a text said about the time at which something is to be done. Only a Clear one may be scheduled."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TimeChoice:
    """A likely reading to choose from: its words with the weekday, and the moment."""

    label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Clear:
    """One moment, never past: in Vietnam's time, seconds zero. ``say`` reads it back, ``rest`` is the text without it.

    ``now`` says that the text wanted it at once; then ``at`` is the running minute. ``estimate``: "khoảng 8h".
    """

    at: datetime
    say: str
    rest: str
    estimate: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A careful reader would ask: ``why`` is the question for the person; the choices, if any, lie ahead."""

    why: str
    choices: tuple[TimeChoice, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class NoTime:
    """Nothing in the text speaks of a time."""

    rest: str


TimeRead = Clear | Doubtful | NoTime
