"""Last days that are watched, and which of their waves are due. Pure: what was made is told by who remembers it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.model.period import Period
from bot.model.rhythm import GRACE, Rhythm
from bot.model.wave import Wave


@dataclass(frozen=True, slots=True)
class Watch:
    """A last day of an open period, and since when it is one: it has no waves from before."""

    period: str
    last_day: date
    since: datetime


@dataclass(frozen=True, slots=True)
class DueWaves:
    """The waves to be made now, and those that were missed for too long; the earliest first."""

    now: tuple[Wave, ...]
    missed: tuple[Wave, ...]


def last_days(period: Period) -> frozenset[date]:
    """Returns the days that are the last one for some level: none once the period is closed."""
    if period.closed is not None:
        return frozenset()
    return frozenset((period.deadline, *(one.day for one in period.levels)))


def due_waves(watches: Sequence[Watch], known: Collection[Wave], rhythm: Rhythm, now: datetime) -> DueWaves:
    """Returns what is due now of what is not ``known`` (made or skipped before)."""
    left = [wave for wave in _waves(watches, known, rhythm) if rhythm.moment(wave) <= now]
    late = [wave for wave in left if now - rhythm.moment(wave) > GRACE]
    return DueWaves(tuple(wave for wave in left if wave not in late), tuple(late))


def next_wave(
    watches: Sequence[Watch], known: Collection[Wave], rhythm: Rhythm, after: datetime | None = None
) -> datetime | None:
    """Returns when the next wave is or was due that is not known, later than ``after`` (None: due ones too)."""
    moments = (rhythm.moment(wave) for wave in _waves(watches, known, rhythm))
    return min((moment for moment in moments if after is None or moment > after), default=None)


def _waves(watches: Sequence[Watch], known: Collection[Wave], rhythm: Rhythm) -> Iterator[Wave]:
    found = (
        Wave(watch.period, watch.last_day, days)
        for watch in watches
        for days in rhythm.days
        if _is(watch, days, rhythm)
    )
    yield from sorted((wave for wave in found if wave not in known), key=rhythm.moment)


def _is(watch: Watch, days: int, rhythm: Rhythm) -> bool:
    return rhythm.moment(Wave(watch.period, watch.last_day, days)) >= watch.since
